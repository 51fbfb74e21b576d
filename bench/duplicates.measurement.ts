import { setTimeout as wait } from 'node:timers/promises';
import type { Findings, Measurement } from './measurement.ts';
import { SETTINGS } from './settings.ts';
import { untilSynced } from './stage/outcome.ts';
import { signUp } from './stage/sign-ups.ts';
import { setStage } from './stage/stage.ts';

const TRIES = 1_000;
const AGAIN_MS = 100;
const LONGEST_MS = 200_000;
/** All of them are one mailbox. */
const SPELLINGS = [
  'ada@example.com',
  ' ada@example.com ',
  'ADA@EXAMPLE.COM',
  'ada@EXAMPLE.com',
  'ada@ｅｘａｍｐｌｅ.com',
];

/** */
export const DUPLICATES: Measurement = {
  name: 'duplicates',
  about: 'one address signs up a thousand times at once, in five spellings',
  async measure(): Promise<Findings> {
    const stage = await setStage();
    try {
      const gate = { url: stage.server.url, campaignId: stage.campaignId };
      const people = Array.from({ length: TRIES }, (_, turn) =>
        untilAnswered(gate, SPELLINGS[turn % SPELLINGS.length] ?? ''),
      );
      const answers = new Set(await Promise.all(people));
      await untilSynced(stage, 1, LONGEST_MS);
      const rows = await stage.database.ask<{ id: string }>('SELECT id FROM "Signup"');
      const passes = await stage.database.ask('SELECT 1 FROM "AccessPass"');
      const [campaign] = await stage.database.ask<{ totalSignups: number }>(
        'SELECT "totalSignups" FROM "EarlyAccessCampaign" WHERE id = $1::uuid',
        [stage.campaignId],
      );
      const row = {
        ...{ 'kinds of answers': answers.size, rows: rows.length, passes: passes.length },
        totalSignups: campaign?.totalSignups ?? 0,
      };
      const problems = Object.entries(row).filter(([, is]) => is !== 1);
      const settings = { processes: SETTINGS.processes, tries: TRIES, spellings: SPELLINGS.length };
      return { settings, rows: [row], problems: problems.map(([what, is]) => `${what}: ${is}, not 1`) };
    } finally {
      await stage.strike();
    }
  },
};

/** The id of the sign-up, from whichever try was answered. */
async function untilAnswered(gate: { url: string; campaignId: string }, email: string): Promise<string> {
  for (;;) {
    const id = await signUp(gate, email);
    if (id !== '') return id;
    await wait(AGAIN_MS);
  }
}
