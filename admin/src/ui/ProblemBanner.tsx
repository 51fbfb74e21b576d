import { useEffect, useRef } from 'react';
import type { Problem } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { Banner, BlockStack, Text } from './polaris.ts';

interface ProblemBannerProps {
  problem: Problem;
  /** Asks again; left out where the form's own button does. */
  onRetry?: () => void;
}

/** Says why something failed and what to do; asks again by itself once the network is back. */
export function ProblemBanner({ problem, onRetry }: ProblemBannerProps) {
  const retry = useRef(onRetry);
  retry.current = onRetry;

  useEffect(() => {
    if (problem.kind !== 'offline') return;
    const again = (): void => retry.current?.();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [problem.kind]);

  const { title, body } = texts.problem[problem.kind];
  return (
    <Banner
      title={title}
      tone={problem.kind === 'offline' || problem.kind === 'busy' ? 'warning' : 'critical'}
      {...(onRetry && { action: { content: texts.common.retry, onAction: onRetry } })}
    >
      <BlockStack gap="100">
        <Text as="p">{body}</Text>
        {problem.requestId && (
          <Text as="p" tone="subdued">
            {texts.problem.requestId(problem.requestId)}
          </Text>
        )}
      </BlockStack>
    </Banner>
  );
}
