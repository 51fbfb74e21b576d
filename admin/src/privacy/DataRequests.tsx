import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { formatDay } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { DataRequestsQuery as DataRequestsAnswer } from '../gql/graphql.ts';
import { problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { useSessionToken } from '../ui/bridge/SessionToken.tsx';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { useCursorPages } from '../ui/cursor-pages.ts';
import { ListCard } from '../ui/ListCard.tsx';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { Button } from '../ui/polaris.ts';
import { fetchFile, keepFile } from './download.ts';

const DataRequestsQuery = graphql(/* GraphQL */ `
  query DataRequests($first: Int!, $after: String) {
    dataRequests(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        source
        status
        email
        askedAt
        downloadPath
      }
    }
  }
`);

type DataRequest = DataRequestsAnswer['dataRequests']['nodes'][number];

/** How many requests a page of the list shows. */
const pageLength = 25;

const words = texts.privacy;
const names = { singular: words.one, plural: words.many };

/** Whose data was asked for, and the files that were collected. */
export function DataRequests({ zone }: { zone: string }) {
  const pages = useCursorPages('');
  const { data, previousData, error, refetch } = useQuery(DataRequestsQuery, {
    variables: { first: pageLength, after: pages.after },
    fetchPolicy: 'cache-and-network',
  });
  const requests = (data ?? previousData)?.dataRequests;
  const isEmpty = requests?.totalCount === 0;
  return (
    <ListCard
      title={words.requests}
      notes={[isEmpty ? words.noRequests : words.requestsHelp]}
      above={error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
    >
      {!isEmpty && (!error || requests) && (
        <ListTable
          {...{ names, pages }}
          columns={columnsIn(zone)}
          rows={requests?.nodes}
          pageInfo={requests?.pageInfo}
          keyOf={({ id }) => id}
        />
      )}
    </ListCard>
  );
}

function columnsIn(zone: string): [Column<DataRequest>, ...Column<DataRequest>[]] {
  const titles = words.columns;
  return [
    { title: titles.person, render: ({ email }) => <span className="wrapping">{email ?? words.unnamed}</span> },
    { title: titles.source, render: ({ source }) => words.source[source] },
    { title: titles.at, render: ({ askedAt }) => formatDay(askedAt, zone) },
    { title: titles.status, render: ({ status }) => words.status[status] },
    { title: titles.actions, isTitleHidden: true, render: (request) => <Download request={request} /> },
  ];
}

function Download({ request: { downloadPath, email } }: { request: DataRequest }) {
  const getSessionToken = useSessionToken();
  const showToast = useToast();
  const [isLoading, setLoading] = useState(false);
  if (!downloadPath) return null;
  const download = async (): Promise<void> => {
    setLoading(true);
    const file = await fetchFile(downloadPath, getSessionToken);
    setLoading(false);
    if (file instanceof Blob) keepFile(file, 'personal-data.json');
    else showToast({ content: texts.problem[file.kind].toast, isError: true });
  };
  return (
    <Button
      onClick={download}
      loading={isLoading}
      variant="plain"
      accessibilityLabel={words.downloadLabel(email ?? words.unnamed)}
    >
      {words.download}
    </Button>
  );
}
