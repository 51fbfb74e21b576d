import type { Agent } from 'node:http';
import { MerchantApi } from '../e2e/merchant-api.ts';
import { type Visit, visit } from './crowd.ts';
import type { Findings, Measurement } from './measurement.ts';
import { startProcesses } from './processes.ts';
import { askPublic, crowdAgent } from './public-api.ts';
import { SETTINGS } from './settings.ts';
import { quantile } from './statistics.ts';

/** How many people come at once, for how many places, over how many processes. */
export interface Rush {
  readonly people: number;
  readonly places: number;
  readonly processes: number;
}

/** What a rush left behind. */
export interface RushOutcome {
  readonly visits: readonly Visit[];
  readonly seconds: number;
  /** Passes that open the campaign, of those that were given. */
  readonly validPasses: number;
  /** Rows of places, as the merchant sees them. */
  readonly places: number;
  readonly totalPasses: number;
}

const PASSWORD = 'first light';
const UNLOCK = `mutation ($id: ID!, $password: String!) {
  unlock: gateUnlockWithPassword(input: { campaignId: $id, password: $password }) { __typename ... on GateOpened { pass } }
}`;
const UNLOCK_BY_EMAIL = `mutation ($id: ID!, $email: String!) {
  unlock: gateUnlockWithEmail(input: { campaignId: $id, email: $email }) { __typename ... on GateOpened { pass } }
}`;
const ACCESS = 'query ($pass: String!) { access(pass: $pass) { campaign { id } } }';
const PLACES = `query ($id: ID!, $after: String) {
  campaign(id: $id) { totalPasses passes(first: 100, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }
}`;

/** The rush of the product's promise. */
export const CLAIMS: Measurement = {
  name: 'claims',
  about: 'ten thousand people claim five hundred places at once, at two servers',
  measure: () => measureRush({ people: 10_000, places: 500, processes: 2 }),
};

/** */
export const RUSH: Measurement = {
  name: 'places',
  about: 'ten thousand people claim five hundred places at once, at one port',
  measure: () => measureRush({ people: 10_000, places: 500, processes: 1 }),
};

async function measureRush(rush: Rush): Promise<Findings> {
  const outcome = await runRush(rush);
  const { people, places, processes: servers } = rush;
  return {
    settings: {
      people,
      places,
      servers,
      'processes of each': SETTINGS.processes,
      arrival: 'all at once, a connection each',
    },
    rows: [rowOf(outcome)],
    problems: problemsOf(rush, outcome),
  };
}

/** Lets people claim at once, half by password and half by e-mail, and counts what they have and what is on record. */
export async function runRush({ people, places, processes }: Rush): Promise<RushOutcome> {
  const running = await startProcesses(processes);
  const agent = crowdAgent();
  try {
    const [url = ''] = running.urls;
    const merchant = await MerchantApi.signIn(url);
    const { id } = await merchant.createCampaign({
      accessType: 'PASSWORD_OR_EMAIL',
      password: PASSWORD,
      capacity: places,
    });
    const began = performance.now();
    const visits = await Promise.all(
      Array.from({ length: people }, (_, person) => {
        const door = running.urls[person % running.urls.length] ?? url;
        return visit(
          door,
          person % 4 < 2 ? { query: UNLOCK, variables: { id, password: PASSWORD } } : emailOf(id, person),
          agent,
        );
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const passes = new Set(visits.flatMap(({ pass }) => pass ?? []));
    return {
      visits,
      seconds,
      validPasses: await countValid(passes, { url, id, agent }),
      ...(await recordOf(merchant, id)),
    };
  } finally {
    agent.destroy();
    await running.stop();
  }
}

/** What does not hold of a rush, in sentences. */
export function problemsOf({ people, places }: Rush, outcome: RushOutcome): string[] {
  const taken = Math.min(people, places);
  const expected: readonly (readonly [what: string, is: number, should: number])[] = [
    ['people who got in', countOf(outcome, 'GateOpened'), taken],
    ['people who were told that it is full', countOf(outcome, 'CampaignFull'), people - taken],
    ['valid passes, each another', outcome.validPasses, taken],
    ['places on record', outcome.places, taken],
    ['totalPasses', outcome.totalPasses, taken],
  ];
  return expected
    .filter(([, is, should]) => is !== should)
    .map(([what, is, should]) => `${what}: ${is}, not ${should}`);
}

function emailOf(id: string, person: number) {
  return { query: UNLOCK_BY_EMAIL, variables: { id, email: `p${person}@example.com` } };
}

async function countValid(
  passes: Iterable<string>,
  { url, id, agent }: { url: string; id: string; agent: Agent },
): Promise<number> {
  let valid = 0;
  for (const pass of passes) {
    const { body } = await askPublic(url, { query: ACCESS, variables: { pass } }, agent);
    const { data }: { data: { access: { campaign: { id: string } } | null } } = JSON.parse(body);
    if (data.access?.campaign.id === id) valid += 1;
  }
  return valid;
}

async function recordOf(merchant: MerchantApi, id: string): Promise<Pick<RushOutcome, 'places' | 'totalPasses'>> {
  interface Page {
    campaign: {
      totalPasses: number;
      passes: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    };
  }
  const places = new Set<string>();
  for (let after: string | null = null; ; ) {
    const { campaign }: Page = await merchant.ask<Page>(PLACES, { id, after });
    for (const place of campaign.passes.nodes) places.add(place.id);
    if (!campaign.passes.pageInfo.hasNextPage) return { places: places.size, totalPasses: campaign.totalPasses };
    after = campaign.passes.pageInfo.endCursor;
  }
}

function rowOf(outcome: RushOutcome) {
  const { visits, seconds } = outcome;
  const waits = visits.map(({ lasted }) => lasted / 1000);
  const faults = visits.flatMap((one) => one.faults);
  return {
    opened: countOf(outcome, 'GateOpened'),
    full: countOf(outcome, 'CampaignFull'),
    'valid passes': outcome.validPasses,
    places: outcome.places,
    totalPasses: outcome.totalPasses,
    'all answered after': `${seconds.toFixed(1)} s`,
    'median wait': `${quantile(waits, 0.5).toFixed(1)} s`,
    'tried again': visits.filter((one) => one.faults.length > 0).length,
    faults: countedFaults(faults),
    unanswered: countOf(outcome, 'nothing'),
  };
}

function countOf({ visits }: RushOutcome, kind: string): number {
  return visits.filter((one) => one.kind === kind).length;
}

function countedFaults(faults: readonly string[]): string {
  const kinds = [...new Set(faults)];
  return kinds.map((kind) => `${kind} × ${faults.filter((fault) => fault === kind).length}`).join(', ') || 'none';
}
