import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { Link } from 'react-router';
import { useLeave } from './leaving.ts';

// App Bridge's types give every link a `disabled` of their own.
type LinkAttributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'disabled'>;

interface RouterLinkProps extends LinkAttributes {
  url: string;
  external?: boolean;
}

/** Lets Polaris' links change the page without loading it anew; addresses outside the admin stay ordinary links. */
export function RouterLink({ url, external, ...rest }: RouterLinkProps) {
  if (external || /^[a-z]+:/i.test(url))
    return <a href={url} {...(external && { target: '_blank', rel: 'noopener' })} {...rest} />;
  return <PageLink url={url} {...rest} />;
}

function PageLink({ url, onClick, ...rest }: LinkAttributes & { url: string }) {
  const leave = useLeave();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || opensElsewhere(event)) return;
    event.preventDefault();
    // A row of Polaris' tables would press its link a second time, and the way back would lead to the same page.
    event.stopPropagation();
    leave(url);
  };
  return <Link to={url} {...rest} onClick={follow} />;
}

/** Whether the browser opens another tab or window for this click, which leaves nothing. */
function opensElsewhere({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey;
}
