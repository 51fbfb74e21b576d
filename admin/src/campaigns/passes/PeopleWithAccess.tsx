import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatCount } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { useCursorPages } from '../../ui/cursor-pages.ts';
import { ListCard } from '../../ui/ListCard.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { Button } from '../../ui/polaris.ts';
import { PassRevocation, RevokeEverybody } from './PassRevocation.tsx';
import { type AccessPass, passColumns } from './pass-columns.tsx';

const CampaignPassesQuery = graphql(/* GraphQL */ `
  query CampaignPasses($id: ID!, $first: Int!, $after: String) {
    campaign(id: $id) {
      id
      passes(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          issuedAt
          expiresAt
          isRevoked
          signup {
            id
            email
          }
          accessCode {
            id
            name
            revokedAt
          }
          secretLink {
            id
            name
            revokedAt
          }
        }
      }
    }
  }
`);

/** How many people a page of the list shows. */
const pageLength = 25;

const words = texts.passes;
const names = { singular: words.one, plural: words.many };

/** Who is in, by what, and until when. A list of its own, so that the page need not wait for it. */
export function PeopleWithAccess({ campaignId, zone }: { campaignId: string; zone: string }) {
  const pages = useCursorPages(campaignId);
  const [leaving, leave] = useState<AccessPass | 'everybody'>();
  const { data, previousData, error, refetch } = useQuery(CampaignPassesQuery, {
    variables: { id: campaignId, first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
  });
  const passes = (data ?? previousData)?.campaign?.passes;
  const count = passes?.totalCount ?? 0;
  const close = (): void => leave(undefined);

  return (
    <ListCard
      title={words.title}
      notes={[words.help, passes && (count === 0 ? words.empty : words.total(count, formatCount(count)))]}
      action={
        count > 0 && (
          <Button tone="critical" onClick={() => leave('everybody')}>
            {words.revokeAll}
          </Button>
        )
      }
      above={error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
    >
      {!error && passes?.totalCount !== 0 && (
        <ListTable
          {...{ names, pages }}
          columns={passColumns(zone, leave)}
          rows={passes?.nodes}
          pageInfo={passes?.pageInfo}
          keyOf={({ id }) => id}
        />
      )}
      {leaving === 'everybody' && <RevokeEverybody {...{ campaignId, count }} onClose={close} />}
      {leaving && leaving !== 'everybody' && <PassRevocation pass={leaving} onClose={close} />}
    </ListCard>
  );
}
