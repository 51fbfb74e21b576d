/** A setting of the bench that is a whole number. */
interface NumberSetting {
  /** The variable of the environment. */
  readonly name: string;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
  /** Which measurement it is for, and what it says. */
  readonly about: string;
}

const MILLIONS = 1_000_000_000;

/** Every number that can be set, where it is named, bounded and described; `pnpm bench --help` prints this. */
const NUMBERS = {
  processes: whole('API_PROCESSES', 1, [1, 64], 'all: in how many processes the server is measured'),
  rows: whole('BENCH_ROWS', 10_000_000, [1, MILLIONS], 'signups: how many there are to list and search'),
  views: whole('BENCH_VIEWS', 10_000_000, [10_000, MILLIONS], 'analytics: views of the larger campaign'),
  samples: whole('BENCH_SAMPLES', 5_000, [2, 1_000_000], 'timing, email-timing: answers of each kind'),
  hostileTimes: whole('BENCH_TIMES', 200, [1, 1_000_000], 'hostile: how often each document is sent'),
  widgetRounds: whole('BENCH_ROUNDS', 9, [1, 1_000], 'widget: visits of each kind'),
  dropRounds: whole('BENCH_ROUNDS', 5, [1, 1_000], 'drop: rounds, all contestants in each'),
  dropSeconds: whole('BENCH_SECONDS', 3, [1, 3_600], 'drop: how long each contestant is measured in a round'),
  dropConnections: whole('BENCH_CONNECTIONS', 256, [1, 10_000], 'drop: connections that ask at once'),
  steadySeconds: whole('BENCH_STEADY_SECONDS', 60, [1, 3_600], 'load L-01: how long'),
  visitors: whole('BENCH_VISITORS', 10_000, [10, 100_000], 'load L-02: how many come within ten seconds'),
  overload: whole('BENCH_OVERLOAD', 3, [1, 100], 'load L-04: how many times what it can do'),
  overloadSeconds: whole('BENCH_OVERLOAD_SECONDS', 30, [1, 3_600], 'load L-04: how long'),
  soakMinutes: whole('BENCH_SOAK_MINUTES', 60, [1, 10_000], 'load L-07: how long'),
  webhookSeconds: whole('BENCH_SECONDS', 20, [1, 3_600], 'webhooks: how long'),
  adminRounds: whole('BENCH_ROUNDS', 3, [1, 1_000], 'admin: visits of each page'),
  drainRate: whole('BENCH_RATE', 500, [1, 100_000], 'drain: sign-ups a second'),
  people: whole('BENCH_PEOPLE', 10_000, [1, 10_000_000], 'kills, crashes: how many sign up'),
  kills: whole('BENCH_BREAKS', 100, [1, 10_000], 'kills: how often a process is killed'),
  crashes: whole('BENCH_BREAKS', 10, [1, 10_000], 'crashes: how often the database crashes'),
} satisfies Record<string, NumberSetting>;

const LOADS = ['L-01', 'L-02', 'L-03', 'L-04', 'L-05', 'L-06'] as const;
/** Takes an hour, so it is measured only where it is named. */
const LONG_LOADS = ['L-07'] as const;
const LOADS_SETTING = 'BENCH_LOADS';

/** How the bench is set. */
export type BenchSettings = Readonly<Record<keyof typeof NUMBERS, number>> & {
  /** The loads to run. */
  readonly loads: readonly string[];
};

/** The environment says something that no setting can be. */
export class BadSettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`The bench cannot run:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'BadSettingsError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Throws `BadSettingsError` with all that is wrong at once, a name that we do not know included. */
export function readSettings(environment: Environment): BenchSettings {
  const loads: readonly string[] = environment[LOADS_SETTING]?.split(',').map((name) => name.trim()) ?? LOADS;
  const problems = new Set([
    ...unknownNames(environment),
    ...Object.values(NUMBERS).flatMap((setting) => numberProblems(setting, environment[setting.name])),
    ...loads.flatMap((name) =>
      isLoad(name) ? [] : [`${LOADS_SETTING} names ${name}; the loads are ${[...LOADS, ...LONG_LOADS].join(', ')}.`],
    ),
  ]);
  if (problems.size > 0) throw new BadSettingsError([...problems]);
  const numbers = Object.entries(NUMBERS).map(([key, { name, usual }]) => [key, Number(environment[name] ?? usual)]);
  return { ...(Object.fromEntries(numbers) as Record<keyof typeof NUMBERS, number>), loads };
}

/** What can be set, one line each. */
export function describeSettings(): string {
  const numbers = Object.values(NUMBERS).map(({ name, usual, least, most, about }) => {
    return `  ${name}=${usual}`.padEnd(36) + `${about} (${least} to ${most})`;
  });
  const loads = `  ${LOADS_SETTING}=${LOADS.join(',')}`.padEnd(36);
  return [...numbers, `${loads} load: which of them, or ${LONG_LOADS.join(', ')}`].join('\n');
}

/** The settings of this process: it ends, with all that is wrong with them, before anything is measured. */
export const SETTINGS = settingsOrEnd();

function settingsOrEnd(): BenchSettings {
  try {
    return readSettings(process.env);
  } catch (error) {
    if (!(error instanceof BadSettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function whole(name: string, usual: number, [least, most]: readonly [number, number], about: string): NumberSetting {
  return { name, usual, least, most, about };
}

function numberProblems({ name, least, most }: NumberSetting, text: string | undefined): string[] {
  if (text === undefined) return [];
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return [];
  return [`${name} must be a whole number from ${least} to ${most}, not “${text}”.`];
}

function unknownNames(environment: Environment): string[] {
  const known = new Set([LOADS_SETTING, ...Object.values(NUMBERS).map(({ name }) => name)]);
  const unknown = Object.keys(environment).filter((name) => name.startsWith('BENCH_') && !known.has(name));
  return unknown.map((name) => `There is no setting ${name}; \`pnpm bench --help\` names them all.`);
}

function isLoad(name: string): boolean {
  return [...LOADS, ...LONG_LOADS].some((load) => load === name);
}
