import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/gql.ts';
import type { EnforcementGrade } from '../../gql/graphql.ts';
import { problemOf } from '../../problem.ts';
import { texts } from '../../texts/texts.ts';
import { ProblemBanner } from '../../ui/ProblemBanner.tsx';
import { Badge, BlockStack, InlineStack, SkeletonBodyText, Text } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import { whileSeen } from './while-seen.ts';

const EnforcementQuery = graphql(/* GraphQL */ `
  query Enforcement($id: ID!) {
    campaign(id: $id) {
      id
      enforcement {
        grade
        blocked {
          code
          text
        }
        hiddenOnly {
          code
          text
        }
        open {
          code
          text
        }
        why {
          code
          text
        }
      }
    }
  }
`);

const words = texts.enforcement;

const tones = {
  BLOCKED: 'success',
  PARTLY_BLOCKED: 'attention',
  HIDDEN: 'info',
  OPEN: 'warning',
} as const satisfies Record<EnforcementGrade, string>;

/** The honest grade: what is blocked, what is only hidden, what stays open, and why. */
export function Enforcement({ campaignId }: { campaignId: string }) {
  const { data, error, refetch } = useQuery(EnforcementQuery, {
    variables: { id: campaignId },
    fetchPolicy: 'cache-and-network',
    ...whileSeen,
  });
  const enforcement = data?.campaign?.enforcement;
  return (
    <TopicCard title={words.title}>
      {error && <ProblemBanner problem={problemOf(error)} onRetry={() => refetch()} />}
      {!error && !enforcement && <SkeletonBodyText lines={3} />}
      {enforcement && (
        <>
          <InlineStack gap="200" blockAlign="center">
            <Badge tone={tones[enforcement.grade]}>{words.grade[enforcement.grade].badge}</Badge>
            <Text as="p">{words.grade[enforcement.grade].sentence}</Text>
          </InlineStack>
          <Notes title={words.blocked} notes={enforcement.blocked} />
          <Notes title={words.hiddenOnly} notes={enforcement.hiddenOnly} />
          <Notes title={words.open} notes={enforcement.open} />
          <Notes title={words.why} notes={enforcement.why} />
        </>
      )}
    </TopicCard>
  );
}

function Notes({ title, notes }: { title: string; notes: readonly { code: string; text: string }[] }) {
  if (notes.length === 0) return null;
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      <ul className="plain-list">
        {notes.map(({ code, text }) => (
          <li key={`${code} ${text}`}>{text}</li>
        ))}
      </ul>
    </BlockStack>
  );
}
