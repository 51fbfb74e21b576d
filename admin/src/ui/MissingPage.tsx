import emptyPicture from '../assets/empty.svg';
import { texts } from '../texts/texts.ts';
import { usePageTitle } from './PageTitle.tsx';
import { Card, EmptyState, Page } from './polaris.ts';

/** What stands at an address that leads nowhere, with the way back. */
export function MissingPage({ title, body }: { title: string; body: string }) {
  usePageTitle(title);
  return (
    <Page title={title}>
      <Card>
        <EmptyState image={emptyPicture} action={{ content: texts.problem.toCampaigns, url: '/campaigns' }}>
          <p>{body}</p>
        </EmptyState>
      </Card>
    </Page>
  );
}
