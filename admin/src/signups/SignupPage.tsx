import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ReceiptHistory } from '../campaigns/sync/ReceiptHistory.tsx';
import { formatMoment } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { SignupPageQuery as SignupPageAnswer } from '../gql/graphql.ts';
import { problemOf } from '../problem.ts';
import { signupTexts } from '../texts/signup-texts.ts';
import { texts } from '../texts/texts.ts';
import { MissingPage } from '../ui/MissingPage.tsx';
import { PageSkeleton } from '../ui/PageSkeleton.tsx';
import { usePageTitle } from '../ui/PageTitle.tsx';
import { ProblemBanner } from '../ui/ProblemBanner.tsx';
import { BlockStack, Page, Text } from '../ui/polaris.ts';
import { TopicCard } from '../ui/TopicCard.tsx';
import { SignupFacts } from './SignupFacts.tsx';
import { SignupRemoval } from './SignupRemoval.tsx';
import { historyOf } from './signup-history.ts';

const SignupPageQuery = graphql(/* GraphQL */ `
  query SignupPage($id: ID!) {
    shop {
      domain
      timeZone
    }
    signup(id: $id) {
      id
      email
      createdAt
      confirmedAt
      page
      consents {
        isGiven
        text
        textVersion
        language
        page
        answeredAt
      }
      confirmation {
        sentCount
        lastSentAt
      }
      pass {
        id
        issuedAt
        revokedAt
      }
      receipts {
        destination
        attempts
        acceptedAt
        ...ReceiptHistory_receipt
      }
      ...SignupFacts_signup
    }
  }
`);

/** What happens at the vendors is looked up again so often while the page is looked at. */
const lookAgainMs = 5_000;

const words = signupTexts.signup;
const back = { content: signupTexts.signups.title, url: '/signups' };

/** One person's sign-up with its history. */
export function SignupPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(SignupPageQuery, {
    variables: { id },
    // Read for this page alone: lists keep their shorter answers about the same receipts.
    fetchPolicy: 'no-cache',
    pollInterval: lookAgainMs,
    skipPollAttempt: () => document.hidden,
  });
  usePageTitle(data?.signup?.email ?? signupTexts.signups.title);

  if (error && !data) {
    return (
      <Page title={signupTexts.signups.title} backAction={back}>
        <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />
      </Page>
    );
  }
  if (!data) return <PageSkeleton />;
  if (!data.signup) return <MissingPage title={words.notFoundTitle} body={words.notFound} />;
  return <Person key={id} signup={data.signup} zone={data.shop.timeZone} />;
}

interface PersonProps {
  signup: NonNullable<SignupPageAnswer['signup']>;
  zone: string;
}

function Person({ signup, zone }: PersonProps) {
  const navigate = useNavigate();
  const [isLeaving, setLeaving] = useState(false);
  const { id, email, receipts } = signup;
  return (
    <Page
      title={email}
      backAction={back}
      secondaryActions={[
        {
          content: words.remove,
          accessibilityLabel: signupTexts.signups.remove(email),
          destructive: true,
          onAction: () => setLeaving(true),
        },
      ]}
    >
      <BlockStack gap="400">
        <SignupFacts {...{ signup, zone }} />
        <TopicCard title={words.history}>
          <ol className="history">
            {historyOf(signup).map(({ at, what, details }) => (
              <li key={`${at} ${what}`}>
                <time dateTime={at}>{formatMoment(at, zone)}</time>
                <span>
                  {what}
                  {details.map((detail) => (
                    <span className="quiet" key={detail}>
                      {detail}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        </TopicCard>
        <TopicCard title={words.sync}>
          {receipts.length === 0 && <Text as="p">{texts.history.nothing}</Text>}
          {receipts.map((receipt) => (
            <ReceiptHistory key={receipt.destination} {...{ receipt, zone }} signupId={id} questions={['SignupPage']} />
          ))}
        </TopicCard>
      </BlockStack>
      {isLeaving && (
        <SignupRemoval
          signup={signup}
          questions={[]}
          onClose={() => setLeaving(false)}
          onRemoved={() => void navigate('/signups', { replace: true })}
        />
      )}
    </Page>
  );
}
