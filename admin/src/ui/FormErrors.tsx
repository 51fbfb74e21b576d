import type { Outcome } from '../outcome.ts';
import { ProblemBanner } from './ProblemBanner.tsx';
import { Banner, Text } from './polaris.ts';

/** What stands above a form after a change that did not go through; the fields' own errors stand at the fields. */
export function FormErrors({ outcome }: { outcome: Outcome<unknown> | undefined }) {
  if (outcome === undefined || outcome.kind === 'done') return null;
  if (outcome.kind === 'failed') return <ProblemBanner problem={outcome.problem} />;
  if (outcome.errors.general.length === 0) return null;
  return (
    <Banner tone="critical">
      {outcome.errors.general.map((message) => (
        <Text as="p" key={message}>
          {message}
        </Text>
      ))}
    </Banner>
  );
}
