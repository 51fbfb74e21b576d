import type { AnchorHTMLAttributes } from 'react';
import { Link } from 'react-router';

interface RouterLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  url: string;
  external?: boolean;
}

/** Lets Polaris' links change the page without loading it anew; addresses outside the admin stay ordinary links. */
export function RouterLink({ url, external, ...rest }: RouterLinkProps) {
  if (external || /^[a-z]+:/i.test(url))
    return <a href={url} {...(external && { target: '_blank', rel: 'noopener' })} {...rest} />;
  return <Link to={url} {...rest} />;
}
