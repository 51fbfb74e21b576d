import { Component, type ReactNode } from 'react';
import { type Problem, problemOf } from '../problem.ts';
import { texts } from '../texts/texts.ts';
import { ProblemBanner } from './ProblemBanner.tsx';
import { BlockStack, Box, Text } from './polaris.ts';

interface FailedPageBoundaryProps {
  children: ReactNode;
}

/**
 * Stands in for a page whose script did not arrive, or that broke while showing; loading it anew is the way on. It is there from the start,
 * and so made of the least.
 */
export class FailedPageBoundary extends Component<FailedPageBoundaryProps, { problem?: Problem }> {
  override state: { problem?: Problem } = {};

  static getDerivedStateFromError(error: unknown): { problem: Problem } {
    return { problem: problemOf(error) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === undefined) return this.props.children;
    return (
      <Box padding="400">
        <BlockStack gap="400">
          <Text as="h1" variant="headingLg">
            {texts.problem.pageTitle}
          </Text>
          <ProblemBanner problem={problem} onRetry={() => window.location.reload()} />
        </BlockStack>
      </Box>
    );
  }
}
