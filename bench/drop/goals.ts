import type { ContestantName } from './contestants.ts';

/** One speed against another on the same machine, in the same run. */
export interface Goal {
  readonly of: ContestantName;
  readonly against: ContestantName;
  /** Null: to be looked at, not to be reached. */
  readonly least: number | null;
}

/** What the public line is to reach. */
export const GOALS: readonly Goal[] = [
  { of: 'typename', against: 'plain', least: 1 },
  { of: 'campaign', against: 'bare', least: 0.4 },
  { of: 'view', against: 'typename', least: 0.85 },
  { of: 'view', against: 'naiveView', least: null },
  { of: 'password', against: 'typename', least: 0.5 },
  { of: 'signup', against: 'typename', least: 0.5 },
  { of: 'signup', against: 'naiveSignup', least: 12 },
  // The load generator and PostgreSQL have the same cores: on two of them a second process has little to take.
  { of: 'signupTwo', against: 'signup', least: null },
];
