import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { Banner, InlineStack, Text } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import { CsvUploadField } from '../../upload/CsvUploadField.tsx';
import { ClearGuests } from './ClearGuests.tsx';
import { Guests } from './Guests.tsx';
import { type GuestListReport, isGuestListReport } from './guest-list-report.ts';

const GuestListQuery = graphql(/* GraphQL */ `
  query GuestList($id: ID!) {
    campaign(id: $id) {
      id
      guestsCount
    }
  }
`);

const words = texts.guests;

interface GuestListProps {
  campaignId: string;
  zone: string;
  /** Whether the list decides who comes in; otherwise the card says so, and an empty list shows no card. */
  isAsked: boolean;
}

/** The e-mail addresses that may come in: how many, which, and the upload of more. */
export function GuestList({ campaignId, zone, isAsked }: GuestListProps) {
  const [uploads, countUploads] = useState(0);
  const { data, error, refetch } = useQuery(GuestListQuery, {
    variables: { id: campaignId },
    fetchPolicy: 'cache-and-network',
  });
  const target = useMemo(
    () => ({ address: `/admin/campaigns/${campaignId}/guest-list`, isReport: isGuestListReport }),
    [campaignId],
  );
  const count = data?.campaign?.guestsCount;
  const uploaded = (): void => {
    countUploads(uploads + 1);
    void refetch();
  };
  // Who wants no guest list need not look at an empty one.
  if (!isAsked && !count) return null;

  return (
    <TopicCard title={words.title} help={words.help}>
      {!isAsked && <Banner tone="info">{words.off}</Banner>}
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {count !== undefined && (
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="p" fontWeight="semibold">
            {count === 0 ? words.empty : words.total(count, formatCount(count))}
          </Text>
          {count > 0 && <ClearGuests {...{ campaignId, count }} />}
        </InlineStack>
      )}
      <Text as="p" tone="subdued">
        {words.uploadHelp}
      </Text>
      <CsvUploadField {...{ target, words, describe }} onDone={uploaded} />
      {count !== undefined && count > 0 && (
        // A new key with each upload: an open list starts anew from what is there now.
        <Disclosure show={words.show} hide={words.hide}>
          <Guests key={uploads} {...{ campaignId, zone }} />
        </Disclosure>
      )}
    </TopicCard>
  );
}

function describe({ guests, known }: GuestListReport) {
  return (
    <Banner tone="success" title={words.doneTitle}>
      {words.done(formatCount(guests), formatCount(known))}
    </Banner>
  );
}
