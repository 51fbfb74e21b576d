import { formatCount } from '../format.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { Link } from '../ui/polaris.ts';

interface NumberLinkProps {
  count: number;
  /** What is counted, for whoever hears the link by itself. */
  what: string;
  /** Where what it is the sum of stands. */
  to: string;
}

/** A number that opens down to its rows; nothing has none. */
export function NumberLink({ count, what, to }: NumberLinkProps) {
  const text = formatCount(count);
  if (count === 0) return <>{text}</>;
  return (
    <Link url={to} accessibilityLabel={analyticsTexts.analytics.open(text, what)}>
      {text}
    </Link>
  );
}
