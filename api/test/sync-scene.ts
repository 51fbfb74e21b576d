import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { v7 as uuidv7 } from 'uuid';
import type { Receipt } from '../../prisma/client/client.ts';
import { ConnectionReader } from '../src/connection/connection.reader.ts';
import { ConnectionHealth } from '../src/connection/connection-health.ts';
import { sealedKeyPlace } from '../src/connection/connection-key.ts';
import { OpenBudget } from '../src/integrations/destination.fixture.ts';
import type { DestinationName } from '../src/integrations/destination.ts';
import { KlaviyoDestination } from '../src/integrations/klaviyo/klaviyo.destination.ts';
import { OmnisendDestination } from '../src/integrations/omnisend/omnisend.destination.ts';
import type { Database } from '../src/platform/database/database.ts';
import { createSeal } from '../src/platform/seal.ts';
import { KLAVIYO_TEST, OMNISEND_TEST, type TestStandIn } from '../src/stand-in/stand-in.fixture.ts';
import { Attempts } from '../src/sync/attempt/attempts.ts';
import { ReceiptStore } from '../src/sync/receipts/receipt.store.ts';
import { SettlementStore } from '../src/sync/receipts/settlement.store.ts';
import { BatchRunner } from '../src/sync/worker/batch-runner.ts';
import { BatchTurns } from '../src/sync/worker/batch-turns.ts';

/** With it a scene's keys open. */
export const SCENE_APP_KEY = new Uint8Array(32).fill(7);

/** Seals the keys of every scene. */
export const SCENE_SEAL = createSeal(SCENE_APP_KEY);

/** A shop with one campaign and one connection, real rows and a real worker's step, and a vendor that is the stand-in. */
export interface SyncScene {
  readonly shop: string;
  readonly connectionId: string;
  readonly destination: DestinationName;
  readonly audience: string;
  readonly vendor: 'klaviyo' | 'omnisend';
  readonly accountId: string;
  readonly key: string;
}

/** What differs from somebody who consented just now and was never tried. */
export interface ScenePerson {
  readonly email?: string;
  readonly consents?: boolean;
  readonly isConfirmed?: boolean;
  /** Milliseconds ago. */
  readonly ageMs?: number;
}

/** What the merchant chose, unless a scene says otherwise. */
export const SCENE_SETTINGS = { sendsWithoutConsent: false, sendsEvent: false, sendsWelcomeMessage: false };

/** Makes a scene; `audience` is the stand-in's single opt-in list, or the tag `vip`, unless another is named. */
export async function aScene(
  { prisma }: Database,
  destination: DestinationName,
  differing: Partial<typeof SCENE_SETTINGS> & { audience?: string; key?: string } = {},
): Promise<SyncScene> {
  const shop = `shop-${randomUUID().slice(0, 8)}.myshopify.com`;
  const connectionId = uuidv7();
  const isKlaviyo = destination === 'KLAVIYO';
  const account = isKlaviyo ? KLAVIYO_TEST : OMNISEND_TEST;
  const { audience = isKlaviyo ? KLAVIYO_TEST.single : 'vip', key = account.key, ...settings } = differing;
  const sealedKey = SCENE_SEAL.seal(key, sealedKeyPlace({ shop, id: connectionId }));
  const lists = isKlaviyo ? { klaviyoListId: audience } : { omnisendListId: audience };
  await prisma.shop.create({ data: { domain: shop, name: 'Test shop' } });
  await prisma.earlyAccessCampaign.create({
    data: { shop, name: 'Winter drop', accessType: 'EMAIL_SIGNUP', ...lists },
  });
  const known = { accountId: account.id, accountName: 'Test', keyEnding: '' };
  await prisma.connection.create({
    data: { shop, id: connectionId, destination, sealedKey, ...known, ...SCENE_SETTINGS, ...settings },
  });
  const vendor = isKlaviyo ? 'klaviyo' : 'omnisend';
  return { shop, connectionId, destination, audience, vendor, accountId: account.id, key };
}

/** Signs people up, each with a receipt that waits; gives the sign-ups' ids in their order. */
export async function signUp({ prisma }: Database, scene: SyncScene, people: readonly ScenePerson[]) {
  const { shop, destination, audience } = scene;
  const campaign = await prisma.earlyAccessCampaign.findFirstOrThrow({ where: { shop } });
  const rows = people.map(({ email = `guest-${randomUUID().slice(0, 8)}@example.com`, ...person }) => {
    const createdAt = new Date(Date.now() - (person.ageMs ?? 0));
    return {
      id: uuidv7(),
      email,
      createdAt,
      isGiven: person.consents ?? true,
      isConfirmed: person.isConfirmed ?? false,
    };
  });
  const key = { shop, campaignId: campaign.id };
  await prisma.signup.createMany({
    data: rows.map(({ id, email, createdAt, isGiven, isConfirmed }) => {
      const confirmedAt = isConfirmed ? createdAt : null;
      return { ...key, id, email, emailKey: email.toLowerCase(), acceptsMarketing: isGiven, createdAt, confirmedAt };
    }),
  });
  await prisma.consent.createMany({
    data: rows.map(({ id, isGiven, createdAt }) => ({
      ...{ shop, signupId: id, isGiven, answeredAt: createdAt },
      ...{ text: 'Write to me.', textVersion: '1', language: 'en' },
    })),
  });
  await prisma.receipt.createMany({ data: rows.map(({ id }) => ({ ...key, signupId: id, destination, audience })) });
  return rows.map(({ id }) => id);
}

/** They tick the box again, now. */
export async function consentAgain({ prisma }: Database, { shop }: SyncScene, signupId: string): Promise<void> {
  const text = { text: 'Write to me.', textVersion: '1', language: 'en' };
  await prisma.consent.create({ data: { shop, signupId, isGiven: true, ...text } });
}

/** Both vendors, as the stand-in behaves. */
export function sceneDestinations(standIn: TestStandIn, attemptMs = 5000) {
  const budget = new OpenBudget();
  return {
    KLAVIYO: new KlaviyoDestination({ baseUrl: standIn.klaviyoUrl, budget, attemptMs }),
    OMNISEND: new OmnisendDestination({ baseUrl: standIn.omnisendUrl, budget, attemptMs }),
  };
}

/** The step of a worker over this database and stand-in; `attemptMs`: how long it waits for an answer. */
export function batchRunner({ prisma }: Database, standIn: TestStandIn, attemptMs?: number): BatchRunner {
  const destinations = sceneDestinations(standIn, attemptMs);
  const logger = pino({ enabled: false });
  return new BatchRunner({
    turns: new BatchTurns(prisma, logger),
    ...{ receipts: new ReceiptStore(prisma), settlements: new SettlementStore(prisma) },
    ...{ connections: new ConnectionReader(prisma, SCENE_SEAL), health: new ConnectionHealth(prisma) },
    attempts: new Attempts(destinations, () => 0.5),
    batchSizes: { KLAVIYO: destinations.KLAVIYO.batchSize, OMNISEND: destinations.OMNISEND.batchSize },
    logger,
  });
}

/** Runs one batch. */
export async function runBatch(runner: BatchRunner, { shop, connectionId: id, destination }: SyncScene): Promise<void> {
  await runner.run({ shop, id, destination, dueInMs: 0, dueCount: 1, quietMs: 0 });
}

/** The receipts of these sign-ups, in their order. */
export async function receiptsOf({ prisma }: Database, ids: readonly string[]): Promise<Receipt[]> {
  const rows = await prisma.receipt.findMany({ where: { signupId: { in: [...ids] } } });
  const byId = new Map(rows.map((row) => [row.signupId, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What was written down about a sign-up, in order. */
export async function historyOf({ prisma }: Database, signupId: string): Promise<string[]> {
  const entries = await prisma.receiptEntry.findMany({ where: { signupId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return entries.map(({ event }) => event);
}

/** Time passes for receipts: everything that was is longer ago, and what is due in that time is due now. */
export async function timePasses({ prisma }: Database, { shop }: SyncScene, ms: number): Promise<void> {
  await prisma.$executeRaw`
    UPDATE "Receipt" SET "dueAt" = "dueAt" - ${ms}::float8 * interval '1 ms', "acceptedAt" = "acceptedAt" - ${ms}::float8 * interval '1 ms',
           "failingSince" = "failingSince" - ${ms}::float8 * interval '1 ms', "attemptedAt" = "attemptedAt" - ${ms}::float8 * interval '1 ms'
     WHERE shop = ${shop}`;
  await prisma.$executeRaw`
    UPDATE "Connection" SET "retryAt" = "retryAt" - ${ms}::float8 * interval '1 ms' WHERE shop = ${shop}`;
}

/** Whatever waits for its time is due, and the connection may be used. */
export async function makeDue({ prisma }: Database, { shop }: SyncScene): Promise<void> {
  await prisma.$executeRaw`
    UPDATE "Receipt" SET "dueAt" = statement_timestamp() - interval '1 second' WHERE shop = ${shop} AND "dueAt" IS NOT NULL`;
  await prisma.$executeRaw`UPDATE "Connection" SET "retryAt" = NULL WHERE shop = ${shop}`;
}
