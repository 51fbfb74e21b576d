import type { ReactNode } from 'react';
import { formatCount, formatMoment } from '../format.ts';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { BigNumber } from '../ui/BigNumber.tsx';
import { Banner, BlockStack, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import type { LiveNumbers, SpanNumbers } from './live-stream.ts';
import { kindOf } from './measure.ts';
import { NumberLink } from './NumberLink.tsx';
import { rowsAddress } from './rows-address.ts';
import type { RowsLink } from './rows-link.ts';

const words = analyticsTexts.live;

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;
const dayMs = 96 * quarterMs;

interface NumbersNowProps {
  campaignId: string;
  now: LiveNumbers;
  zone: string;
}

/** A campaign's numbers as they stand this second: in all, of the last minute, and of the last day. */
export function NumbersNow({ campaignId, now, zone }: NumbersNowProps) {
  const { inAll, lastMinute, lastDay, placesLeft } = now;
  const at = Date.parse(now.at);
  const rowsSince = (from: number | null): RowsLink => {
    const since = from === null ? null : new Date(from).toISOString();
    return (asked) => rowsAddress(`/campaigns/${campaignId}/analytics`, 'today', { from: since, ...asked });
  };
  return (
    <TopicCard title={words.now(formatMoment(now.at, zone))}>
      {now.isOpenToAll && <Banner tone="warning">{words.isOpenToAll}</Banner>}
      <Numbers title={words.total} numbers={inAll} counts={['views', 'passes', 'signups']} rowsLink={rowsSince(null)}>
        <BigNumber name={words.placesLeft} value={placesLeft === null ? words.unlimited : formatCount(placesLeft)} />
      </Numbers>
      <Numbers
        title={words.lastMinute}
        numbers={lastMinute}
        counts={['views', 'passes', 'signups', 'attempts']}
        rowsLink={rowsSince(at - minuteMs)}
      />
      <Numbers
        title={words.lastDay}
        numbers={lastDay}
        counts={['uniqueVisitors', 'attempts', 'denied', 'sentToCart']}
        rowsLink={rowsSince(quarterAfter(at - dayMs))}
      />
    </TopicCard>
  );
}

/** The last day is counted by whole quarters of an hour. */
function quarterAfter(instant: number): number {
  return (Math.floor(instant / quarterMs) + 1) * quarterMs;
}

interface NumbersProps {
  title: string;
  numbers: SpanNumbers;
  counts: readonly Exclude<keyof SpanNumbers, 'suspected'>[];
  rowsLink: RowsLink;
  /** What stands beside them and is no count. */
  children?: ReactNode;
}

/** The numbers of one span, and what was left out of them. */
function Numbers({ title, numbers, counts, rowsLink, children }: NumbersProps) {
  const { names } = analyticsTexts.analytics;
  const { views, passes } = numbers.suspected;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <dl className="numbers">
        {counts.map((count) => (
          <BigNumber
            key={count}
            name={names[count]}
            value={<NumberLink count={numbers[count]} what={names[count]} to={rowsLink({ kind: kindOf[count] })} />}
          />
        ))}
        {children}
      </dl>
      {views + passes > 0 && (
        <Text as="p" tone="subdued">
          {words.suspected(formatCount(views), formatCount(passes))}
        </Text>
      )}
    </BlockStack>
  );
}
