import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatCount, formatInstant } from '../../format.ts';
import { graphql } from '../../gql/gql.ts';
import type { WaitingListQuery as WaitingListAnswer } from '../../gql/graphql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { useCursorPages } from '../../ui/cursor-pages.ts';
import { ListCard } from '../../ui/ListCard.tsx';
import { ListTable } from '../../ui/ListTable.tsx';
import type { Column } from '../../ui/list-table.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { BlockStack, Button, Checkbox, InlineStack } from '../../ui/polaris.ts';
import { WaitingAdmission, WaitingRemoval } from './WaitingChanges.tsx';

const WaitingListQuery = graphql(/* GraphQL */ `
  query WaitingList($id: ID!, $first: Int!, $after: String) {
    campaign(id: $id) {
      id
      admissionNotice
      waitingList(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          email
          createdAt
        }
      }
    }
  }
`);

type Waiting = NonNullable<WaitingListAnswer['campaign']>['waitingList']['nodes'][number];

/** How many people a page of the list shows. */
const pageLength = 25;

const words = texts.waiting;
const names = { singular: words.one, plural: words.many };

interface RowActions {
  onRemove(entry: Waiting): void;
  /** Undefined where nobody comes in by e-mail. */
  onAdmit: ((entry: Waiting) => void) | undefined;
}

const columnsIn = (zone: string, actions: RowActions): [Column<Waiting>, ...Column<Waiting>[]] => [
  { title: words.columns.email, render: ({ email }) => <span className="wrapping">{email}</span> },
  { title: words.columns.since, render: ({ createdAt }) => formatInstant(createdAt, zone) },
  { title: words.columns.actions, isTitleHidden: true, render: (entry) => <Actions {...{ entry, ...actions }} /> },
];

function Actions({ entry, onAdmit, onRemove }: RowActions & { entry: Waiting }) {
  const { email } = entry;
  return (
    <InlineStack gap="300">
      {onAdmit && (
        <Button variant="plain" accessibilityLabel={words.admitLabel(email)} onClick={() => onAdmit(entry)}>
          {words.admit}
        </Button>
      )}
      <Button
        variant="plain"
        tone="critical"
        accessibilityLabel={words.removeLabel(email)}
        onClick={() => onRemove(entry)}
      >
        {texts.common.remove}
      </Button>
    </InlineStack>
  );
}

interface WaitingListProps {
  campaignId: string;
  zone: string;
  isOffered: boolean;
  /** Whether people come in by e-mail, so that there is a guest list to admit them to. */
  hasGuests: boolean;
  /** Whether the guest list decides who comes in. */
  isListAsked: boolean;
  onOffer(isOffered: boolean): void;
}

/** Whether who isn't let in may leave an address, who has, and letting them in after all. */
export function WaitingList({ campaignId, zone, isOffered, hasGuests, isListAsked, onOffer }: WaitingListProps) {
  const [leaving, leave] = useState<Waiting>();
  const [admitting, admit] = useState<readonly Waiting[]>();
  // Who is admitted leaves this list: its pages start anew.
  const [admissions, countAdmissions] = useState(0);
  const pages = useCursorPages(`${campaignId} ${admissions}`);
  const { data, previousData, error, refetch } = useQuery(WaitingListQuery, {
    variables: { id: campaignId, first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
  });
  const shown = (data ?? previousData)?.campaign;
  const list = shown?.waitingList;
  const [count, rows] = [list?.totalCount ?? 0, list?.nodes ?? []];
  const above = (
    <BlockStack gap="300">
      <Checkbox label={words.offer} helpText={words.offerHelp} checked={isOffered} onChange={onOffer} />
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
    </BlockStack>
  );
  return (
    <ListCard
      title={words.title}
      notes={[list && (count === 0 ? words.empty : words.total(count, formatCount(count)))]}
      action={
        hasGuests &&
        rows.length > 1 && <Button onClick={() => admit(rows)}>{words.admitShown(formatCount(rows.length))}</Button>
      }
      above={above}
    >
      {!error && count > 0 && (
        <ListTable
          {...{ names, pages }}
          columns={columnsIn(zone, { onRemove: leave, onAdmit: hasGuests ? (entry) => admit([entry]) : undefined })}
          rows={list?.nodes}
          pageInfo={list?.pageInfo}
          keyOf={({ id }) => id}
        />
      )}
      {leaving && <WaitingRemoval entry={leaving} onClose={() => leave(undefined)} />}
      {admitting && shown && (
        <WaitingAdmission
          {...{ campaignId, isListAsked }}
          notice={shown.admissionNotice}
          entries={admitting}
          onDone={() => countAdmissions(admissions + 1)}
          onClose={() => admit(undefined)}
        />
      )}
    </ListCard>
  );
}
