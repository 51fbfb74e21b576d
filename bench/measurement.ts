/** One thing that can be measured. A measurement is one file; `bench.ts` names it. */
export interface Measurement {
  /** As typed after `pnpm bench`. */
  readonly name: string;
  /** What it shows, in one sentence. */
  readonly about: string;
  measure(): Promise<Findings>;
}

/** What came of a measurement. */
export interface Findings {
  /** How it was set up: whoever reads the numbers must know. */
  readonly settings: Row;
  readonly rows: readonly Row[];
  /** What did not hold, in sentences; empty when everything did. */
  readonly problems: readonly string[];
}

/** One line of a table, by the names of its columns. */
export type Row = Readonly<Record<string, string | number>>;
