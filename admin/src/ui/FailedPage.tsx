import { Component, type ReactNode } from 'react';
import { type Problem, problemOf } from '../problem.ts';
import { texts } from '../texts.ts';
import { ProblemBanner } from './ProblemBanner.tsx';
import { Page } from './polaris.ts';

interface FailedPageBoundaryProps {
  children: ReactNode;
}

/** Stands in for a page whose script did not arrive, or that broke while showing; loading it anew is the way on. */
export class FailedPageBoundary extends Component<FailedPageBoundaryProps, { problem?: Problem }> {
  override state: { problem?: Problem } = {};

  static getDerivedStateFromError(error: unknown): { problem: Problem } {
    return { problem: problemOf(error) };
  }

  override render(): ReactNode {
    const { problem } = this.state;
    if (problem === undefined) return this.props.children;
    return (
      <Page title={texts.problem.pageTitle}>
        <ProblemBanner problem={problem} onRetry={() => window.location.reload()} />
      </Page>
    );
  }
}
