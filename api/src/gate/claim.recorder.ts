import { keepPlaces, type Place, type TakenPlace, takenPlaces } from '../access-pass/place.store.ts';
import type { RecordHappenings } from '../analytics/happening-book.ts';
import { type CampaignLedger, openLedger, writeLedger } from '../campaign/campaign-ledger.ts';
import type { CampaignKey } from '../campaign/campaign-secrets.ts';
import { type Decision, decide } from '../campaign/decide.ts';
import { TrustLevel } from '../campaign/trust-level.ts';
import type { Pipeline, PipelinedTransaction } from '../platform/database/pipeline.ts';
import { createGroupCommit, type GroupCommit } from '../platform/group-commit.ts';
import { type KnownPerson, keepSignups, knownPeople } from '../signup/signup.store.ts';
import { type Claim, type Seat, type Tally, takePlace, visitorOf } from './claim.ts';
import { claimHappenings } from './claim-happenings.ts';
import { passEnd } from './pass-end.ts';

/** What came of a claim; null when the campaign is gone. The place is there when the verdict is OPEN. */
export type Claimed = {
  readonly decision: Decision;
  readonly signupId: string | null;
  readonly passEpoch: number;
  readonly place: Seat | null;
} | null;

/** Gives out places; answers when the place, the sign-up and every count have committed together. */
export type ClaimRecorder = GroupCommit<Claim, Claimed>;

/**
 * A claim must not commit after its visitor was told to try again: the longest waits, at the door (`doors.ts`), for a group and for
 * the lock, stay together below REQUEST_TIMEOUT_MS. A campaign has one group in flight at a time: more of them would only wait
 * for each other at its lock, with a connection each.
 */
const SETTINGS = { largestGroup: 200, inFlight: 4, patienceMs: 1_000, laneOf: ({ campaignId }: Claim) => campaignId };

/**
 * Claims of concurrent requests at one campaign share a transaction that holds the campaign's lock: capacity and uses are exact
 * over any number of processes. Each claim is judged by `decide` on what the ones before it left. `onKept` is told after sign-ups
 * were committed, as long as the process lives.
 */
export function createClaimRecorder(pipeline: Pipeline, record: RecordHappenings, onKept: () => void): ClaimRecorder {
  return createGroupCommit<Claim, Claimed>(async (claims) => {
    const settled = await pipeline.transact((transaction) => settleClaims(transaction, record, claims));
    if (settled.some((claimed) => claimed?.signupId)) onKept();
    return settled;
  }, SETTINGS);
}

/** The claims are of one campaign. All questions go out together, and all that is written goes out with the commit. */
async function settleClaims(
  transaction: PipelinedTransaction,
  record: RecordHappenings,
  claims: readonly Claim[],
): Promise<Claimed[]> {
  const [first] = claims;
  if (!first) return [];
  const key: CampaignKey = { shop: first.shop, campaignId: first.campaignId };
  const [ledger, known, taken] = await Promise.all([
    openLedger(transaction, key, claims.flatMap(credentialIdOf)),
    knownPeople(transaction, key, claims.flatMap(emailKeyOf)),
    takenPlaces(transaction, first.shop, claims.flatMap(placeByCredential)),
  ]);
  if (ledger === null) return claims.map(() => null);
  const { judged, tally } = judge(claims, ledger, { known, taken });

  const signups = judged.flatMap(({ claim, decision: { verdict } }) =>
    claim.by === 'email' && (verdict === 'OPEN' || verdict === 'CONFIRM') ? [claim.signup] : [],
  );
  const { passEpoch, trustLevel } = ledger.campaign;
  const isProofAsked = trustLevel !== TrustLevel.INSTANT;
  const signupIds = keepSignups(transaction, key, { signups, known, isProofAsked });
  const signupIdOf = (claim: Claim) => (claim.by === 'email' ? (signupIds.get(claim.signup.emailKey) ?? null) : null);
  keepPlaces(
    transaction,
    judged.flatMap((one) => placeOf(one, { signupId: signupIdOf(one.claim), passEpoch })),
  );
  if (judged.some(({ place }) => place !== null)) writeLedger(transaction, key, tally);
  await record(transaction, claimHappenings(judged, known));
  return judged.map(({ claim, decision, place }) => ({ decision, place, passEpoch, signupId: signupIdOf(claim) }));
}

interface Judged {
  readonly claim: Claim;
  readonly decision: Decision;
  readonly place: Seat | null;
  /** Whether nobody had the place before. */
  readonly isNew: boolean;
}

/** Who was there before: addresses by their keys, and places by their ids. */
interface Before {
  readonly known: ReadonlyMap<string, KnownPerson>;
  readonly taken: Map<string, TakenPlace>;
}

function judge(claims: readonly Claim[], ledger: CampaignLedger, { known, taken }: Before) {
  const places = [...known].flatMap(([emailKey, { place }]) => (place ? [[emailKey, place] as const] : []));
  const tally: Tally = { passes: 0, uses: new Map(), places: new Map(places), taken };
  const { credentials } = ledger;
  const now = new Date();
  const { passEpoch } = ledger.campaign;
  const judged = claims.map((claim): Judged => {
    const campaign = { ...ledger.campaign, totalPasses: ledger.campaign.totalPasses + tally.passes };
    const decision = decide(campaign, visitorOf(claim, tally, { credentials, passEpoch, now }), now);
    if (decision.verdict !== 'OPEN') return { claim, decision, place: null, isNew: false };
    const before = tally.passes;
    const expiresAt = passEnd(ledger.campaign, unprovedSince(claim, { ledger, tally, now }), now);
    const place = takePlace(claim, tally, { passEpoch, expiresAt, now });
    return { claim, decision, place, isNew: tally.passes > before };
  });
  return { judged, tally };
}

interface Standing {
  readonly ledger: CampaignLedger;
  readonly tally: Tally;
  readonly now: Date;
}

/** Since when the address of a claim goes unproved; null: it was proved just now, or there is none. */
function unprovedSince(claim: Claim, { ledger: { campaign }, tally, now }: Standing): Date | null {
  if (claim.by !== 'email' || claim.isConfirmed) return null;
  // Where whoever asks is let in, also those whose time is over are.
  return campaign.isOpenToAll ? now : (tally.places.get(claim.signup.emailKey)?.unprovedSince ?? now);
}

function placeOf({ claim, place }: Judged, owner: Pick<Place, 'signupId' | 'passEpoch'>): Place[] {
  if (place === null) return [];
  const { shop, campaignId } = claim;
  const accessCodeId = claim.by === 'code' ? claim.credentialId : null;
  const secretLinkId = claim.by === 'link' ? claim.credentialId : null;
  return [{ shop, campaignId, ...place, ...owner, accessCodeId, secretLinkId }];
}

function credentialIdOf(claim: Claim): string[] {
  return claim.by === 'email' ? [] : [claim.credentialId];
}

function placeByCredential(claim: Claim): string[] {
  return claim.by === 'email' ? [] : [claim.placeId];
}

function emailKeyOf(claim: Claim): string[] {
  return claim.by === 'email' ? [claim.signup.emailKey] : [];
}
