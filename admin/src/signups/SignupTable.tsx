import { SignupStanding } from '../campaigns/sync/SignupStanding.tsx';
import { formatInstant } from '../format.ts';
import { type FragmentType, readFragment } from '../gql/fragment-masking.ts';
import { graphql } from '../gql/gql.ts';
import type { SignupTable_SignupFragment } from '../gql/graphql.ts';
import { signupTexts } from '../texts/signup-texts.ts';
import { texts } from '../texts/texts.ts';
import type { CursorPages } from '../ui/cursor-pages.ts';
import { ListTable } from '../ui/ListTable.tsx';
import type { Column } from '../ui/list-table.ts';
import { Badge, Button, Link } from '../ui/polaris.ts';
import { shortPage } from './short-page.ts';

const SignupTable_signup = graphql(/* GraphQL */ `
  fragment SignupTable_signup on Signup {
    id
    email
    firstName
    lastName
    acceptsMarketing
    createdAt
    page
    campaign {
      id
      name
    }
    receipts {
      destination
      state
      reason
      attempts
      acceptedAt
    }
  }
`);

/** A sign-up as the list shows it. */
export type ListedSignup = SignupTable_SignupFragment;

const words = signupTexts.signups;
const titles = words.columns;
const names = { singular: words.one, plural: words.many };

interface SignupTableProps {
  signups: readonly FragmentType<typeof SignupTable_signup>[] | undefined;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null } | undefined;
  pages: CursorPages;
  zone: string;
  onRemove(signup: ListedSignup): void;
}

/** Who signed up, a line each, with where they stand. */
export function SignupTable({ signups, pageInfo, pages, zone, onRemove }: SignupTableProps) {
  return (
    <ListTable
      {...{ names, pages, pageInfo }}
      columns={columnsIn(zone, onRemove)}
      rows={signups?.map((signup) => readFragment(SignupTable_signup, signup))}
      keyOf={({ id }) => id}
    />
  );
}

function columnsIn(
  zone: string,
  onRemove: (signup: ListedSignup) => void,
): [Column<ListedSignup>, ...Column<ListedSignup>[]] {
  return [
    {
      title: titles.email,
      render: ({ id, email }) => (
        <Link url={`/signups/${id}`} removeUnderline>
          <span className="wrapping">{email}</span>
        </Link>
      ),
    },
    {
      title: titles.name,
      render: ({ firstName, lastName }) => (
        <span className="wrapping">{[firstName, lastName].filter(Boolean).join(' ') || '–'}</span>
      ),
    },
    {
      title: titles.campaign,
      render: ({ campaign }) => <span className="wrapping">{campaign?.name ?? words.deletedCampaign}</span>,
    },
    { title: titles.created, render: ({ createdAt }) => formatInstant(createdAt, zone) },
    {
      title: titles.consent,
      render: ({ acceptsMarketing }) => (
        <Badge {...(acceptsMarketing && { tone: 'success' as const })}>{acceptsMarketing ? words.yes : words.no}</Badge>
      ),
    },
    { title: texts.history.column, render: ({ receipts }) => <SignupStanding receipts={receipts} /> },
    { title: titles.page, render: ({ page }) => <span className="wrapping">{shortPage(page)}</span> },
    {
      title: titles.actions,
      isTitleHidden: true,
      render: (signup) => (
        <Button
          variant="plain"
          tone="critical"
          accessibilityLabel={words.remove(signup.email)}
          onClick={() => onRemove(signup)}
        >
          {texts.common.remove}
        </Button>
      ),
    },
  ];
}
