import type { Agent } from 'node:http';
import { MerchantApi } from '../e2e/merchant-api.ts';
import { emailCases } from './email-cases.ts';
import type { Findings, Measurement, Row } from './measurement.ts';
import { passwordCases } from './password-cases.ts';
import { startProcesses } from './processes.ts';
import { askPublic, crowdAgent } from './public-api.ts';
import { SETTINGS } from './settings.ts';
import { quantile, welchT } from './statistics.ts';
import type { Asker, TimedCase } from './timed-case.ts';

const SAMPLES = SETTINGS.samples;
const WARM_UP = 300;
/** The usual bound of leakage tests. */
const MOST_T = 4.5;
const MOST_MEDIAN_MS = 2;
/** Outliers are the machine's, and hide small differences: the fastest nine tenths are compared too. */
const FASTEST = 0.9;

/** No budget may run out while it is timed. */
const FOR_EVER = {
  ...{ WRONG_GUESSES: '100000', CAMPAIGN_WRONG_GUESSES: '10000000' },
  ...{ RECIPIENT_MAILS: '100000', VISITOR_MAILS: '10000000', CAMPAIGN_MAILS: '10000000' },
};

/** Whether the time of a refusal tells what the answer does not: P-06. */
export const TIMING: Measurement = {
  name: 'timing',
  about: 'whether the time of a refusal tells why',
  measure: () => timeCases(passwordCases),
};

/** Whether the time of an answer to an e-mail address tells that it is known: P-07. */
export const EMAIL_TIMING: Measurement = {
  name: 'email-timing',
  about: 'whether the time of an answer tells that an address is known',
  measure: () => timeCases(emailCases),
};

async function timeCases(
  make: (merchant: MerchantApi, ask: Asker) => Promise<readonly TimedCase[]>,
): Promise<Findings> {
  const running = await startProcesses(1, FOR_EVER);
  const agent = crowdAgent();
  try {
    const [url = ''] = running.urls;
    const merchant = await MerchantApi.signIn(url);
    const cases = await make(merchant, (question) => askPublic(url, question, agent));
    await sample(cases, { url, agent, samples: WARM_UP });
    const times = await sample(cases, { url, agent, samples: SAMPLES });
    const compared = cases.filter(({ against }) => against !== null).map((one) => compare(one, times));
    return {
      settings: { samples: SAMPLES, order: 'at random', connections: 1 },
      rows: compared.map(({ row }) => row),
      problems: compared.flatMap(({ problem }) => problem ?? []),
    };
  } finally {
    agent.destroy();
    await running.stop();
  }
}

interface Sampling {
  readonly url: string;
  readonly agent: Agent;
  readonly samples: number;
}

/** Milliseconds of each case's answers; the cases come in random order, so that the machine's moods meet all of them. */
async function sample(cases: readonly TimedCase[], { url, agent, samples }: Sampling): Promise<Map<string, number[]>> {
  const times = new Map(cases.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < samples; round += 1) {
    for (const { name, kind, question } of shuffled(cases)) {
      const asked = question();
      const began = performance.now();
      const { body } = await askPublic(url, asked, agent);
      times.get(name)?.push(performance.now() - began);
      if (!body.includes(`"__typename":"${kind}"`)) throw new Error(`${name} was answered by ${body.slice(0, 200)}`);
    }
  }
  return times;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function compare(
  { name, against }: TimedCase,
  times: ReadonlyMap<string, number[]>,
): { row: Row; problem: string | null } {
  const [own, other] = [times.get(name) ?? [], times.get(against ?? '') ?? []];
  const medians = [quantile(own, 0.5), quantile(other, 0.5)] as const;
  const [t, tFastest] = [welchT(own, other), welchT(fastest(own), fastest(other))];
  const apart = medians[0] - medians[1];
  const row = {
    case: name,
    against: against ?? '',
    median: `${medians[0].toFixed(3)} ms`,
    apart: `${apart.toFixed(3)} ms`,
    t: t.toFixed(2),
    't of the fastest 90 %': tFastest.toFixed(2),
  };
  const holds = Math.abs(t) < MOST_T && Math.abs(apart) < MOST_MEDIAN_MS;
  return {
    row,
    problem: holds ? null : `${name} can be told from ${against}: t ${t.toFixed(1)}, ${apart.toFixed(3)} ms`,
  };
}

function fastest(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b).slice(0, Math.floor(values.length * FASTEST));
}
