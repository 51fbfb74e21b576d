import { InstallationFindingCode, InstallationSeverity } from './installation.type.ts';

/** One thing that was found on a page. */
export interface Found {
  readonly code: InstallationFindingCode;
  readonly severity: InstallationSeverity;
  readonly detail: string | null;
}

type Code = keyof typeof InstallationFindingCode;

/** What a page writes goes into an answer of ours, and no more of it than one can read. */
const LONGEST_DETAIL = 200;

export const good = of(InstallationSeverity.GOOD);
export const note = of(InstallationSeverity.NOTE);
export const problem = of(InstallationSeverity.PROBLEM);

function of(severity: InstallationSeverity): (code: Code, detail?: string) => Found {
  return (code, detail) => ({
    ...{ code: InstallationFindingCode[code], severity },
    detail: detail === undefined ? null : detail.slice(0, LONGEST_DETAIL),
  });
}
