/** How many problems one import keeps word for word; it counts them all. */
const MOST_KEPT = 1000;

/** Something in the file that was left out. */
export interface ImportProblem {
  /** Line of the file, from 1, on which the row begins. */
  readonly line: number;
  /** Name of the column as the file writes it; null where the whole row is at fault. */
  readonly column: string | null;
  /** A sentence for the merchant that says what is wrong and what was left out. */
  readonly message: string;
}

/** The problems of one import, in the order of the file. */
export class ImportProblems {
  readonly kept: ImportProblem[] = [];
  count = 0;

  add(problem: ImportProblem): void {
    this.count += 1;
    if (this.kept.length < MOST_KEPT) this.kept.push(problem);
  }
}

/** A cell as a sentence may quote it: short, and on one line. */
export function quoted(value: string): string {
  const line = value.replace(/\s+/gu, ' ');
  return line.length > 40 ? `“${line.slice(0, 40)}…”` : `“${line}”`;
}
