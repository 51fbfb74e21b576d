import type { CampaignStatus, GateWay } from '../../gql/graphql.ts';
import { fromZonedField } from '../../zoned-time.ts';
import { asksForEmail, asksForPassword, type CampaignDraft } from '../form/campaign-draft.ts';
import { inputOf } from '../form/campaign-input.ts';
import { limitOf } from '../form/typed-number.ts';
import type { VisitorAct } from './shown-gate.ts';

/** What can be looked at: whatever the gate shows at a time, or one situation that a visitor can come into. */
export const sceneNames = [
  'AT_TIME',
  'EARLY',
  'FORM',
  'DENIED',
  'TOO_MANY',
  'CONFIRM',
  'OPEN',
  'FULL',
  'WAITING',
  'PAUSED',
  'ENDED',
  'UNREACHABLE',
] as const;

export type SceneName = (typeof sceneNames)[number];

/** What is chosen to be looked at. */
export interface PreviewChoice {
  scene: SceneName;
  /** ISO 8601. */
  at: string;
}

/** What the preview takes for given, since the campaign does not say it. */
export type Assumption = 'active' | 'start' | 'places';

/** How the API is asked for a scene, and what a visitor then does there. */
export interface PreviewPlan {
  input: Partial<ReturnType<typeof inputOf>> & { isActive: boolean };
  at: string;
  placesTaken: number | null;
  act: VisitorAct;
  way: GateWay;
  assumed: readonly Assumption[];
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

const wholeMinute = (ms: number): number => Math.floor(ms / minuteMs) * minuteMs;
const moved = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

/** The scenes that this campaign's visitors can come into. */
export function scenesOf(draft: CampaignDraft): SceneName[] {
  const { accessType, trustLevel, hasWaitingList } = draft;
  const hasForm = accessType !== 'SECRET_LINK';
  const confirms = asksForEmail(accessType) && trustLevel === 'CONFIRM_FIRST';
  return sceneNames.filter((name) => {
    if (name === 'TOO_MANY') return hasForm;
    if (name === 'CONFIRM') return confirms;
    return name !== 'WAITING' || hasWaitingList;
  });
}

/** The way that the scene is about: the one that can lead into it, else the one that the gate shows first. */
function wayOf({ accessType, trustLevel, showsEmailFirst }: CampaignDraft, scene: SceneName): GateWay {
  if (accessType === 'SECRET_LINK') return 'LINK';
  const isEmailAlone = !asksForPassword(accessType);
  if (isEmailAlone || scene === 'CONFIRM') return 'EMAIL';
  // Whoever has a password is in at once, also where an address is to be confirmed.
  const isIn = scene === 'OPEN' && trustLevel === 'CONFIRM_FIRST';
  return asksForEmail(accessType) && showsEmailFirst && !isIn ? 'EMAIL' : 'PASSWORD';
}

const acts: Partial<Record<SceneName, VisitorAct>> = {
  DENIED: 'enterWrong',
  TOO_MANY: 'enterTooOften',
  CONFIRM: 'enter',
  OPEN: 'enter',
  WAITING: 'join',
  UNREACHABLE: 'losesNetwork',
};

/** The scenes that can only be while the gate is open. */
const duringScenes: readonly SceneName[] = [
  'FORM',
  'DENIED',
  'TOO_MANY',
  'CONFIRM',
  'OPEN',
  'FULL',
  'WAITING',
  'PAUSED',
];

/** How a choice is looked at. `isActive`: whether the campaign is active as it is saved. */
export function planOf(
  choice: PreviewChoice,
  draft: CampaignDraft,
  campaign: { isActive: boolean; zone: string },
): PreviewPlan {
  const { password: _, ...input } = { password: '', ...inputOf(draft, campaign.zone) };
  const { scene } = choice;
  const isPaused = scene === 'PAUSED';
  const plan: PreviewPlan = {
    input: { ...input, isActive: !isPaused },
    at: momentOf(choice, input),
    placesTaken: null,
    act: acts[scene] ?? 'look',
    way: wayOf(draft, scene),
    assumed: campaign.isActive || isPaused ? [] : ['active'],
  };
  if (scene === 'EARLY' && input.startsAt === null) return withStart(plan);
  if (scene === 'ENDED' && input.endsAt === null) return { ...plan, input: { ...plan.input, endsAt: plan.at } };
  return scene === 'FULL' || scene === 'WAITING' ? withAllTaken(plan, draft.capacity) : plan;
}

/** An opening time where there is none, so that there is something before it. */
function withStart(plan: PreviewPlan): PreviewPlan {
  const startsAt = moved(plan.at, dayMs);
  return { ...plan, input: { ...plan.input, startsAt, endsAt: null }, assumed: [...plan.assumed, 'start'] };
}

function withAllTaken(plan: PreviewPlan, typed: string): PreviewPlan {
  const capacity = limitOf(typed);
  if (capacity !== null && !Number.isNaN(capacity)) return { ...plan, placesTaken: capacity };
  return { ...plan, input: { ...plan.input, capacity: 1 }, placesTaken: 1, assumed: [...plan.assumed, 'places'] };
}

/** The chosen time where the scene can be then, else the nearest at which it can. */
function momentOf({ scene, at }: PreviewChoice, { startsAt, endsAt }: ReturnType<typeof windowOf>): string {
  if (scene === 'EARLY' && startsAt !== null && at >= startsAt) return moved(startsAt, -dayMs);
  if (scene === 'ENDED' && endsAt !== null && at < endsAt) return endsAt;
  if (!duringScenes.includes(scene)) return at;
  if (startsAt !== null && at < startsAt) return startsAt;
  return endsAt !== null && at >= endsAt ? moved(endsAt, -minuteMs) : at;
}

/** The draft's window as instants. */
export function windowOf({ startsAt, endsAt }: Pick<CampaignDraft, 'startsAt' | 'endsAt'>, zone: string) {
  return { startsAt: fromZonedField(startsAt, zone), endsAt: fromZonedField(endsAt, zone) };
}

/** From when until when the slider goes: around the window and now, with some time on both sides. */
export function sliderRange({ startsAt, endsAt }: ReturnType<typeof windowOf>, now: string) {
  const start = Date.parse(startsAt ?? now);
  const end = endsAt === null ? start + 7 * dayMs : Date.parse(endsAt);
  const least = wholeMinute(Math.min(start, Date.parse(now)) - dayMs);
  const most = wholeMinute(Math.max(end, Date.parse(now)) + dayMs);
  // A thousand steps, of whole minutes.
  const step = Math.max(1, Math.round((most - least) / 1_000 / minuteMs)) * minuteMs;
  return { least, most, step };
}

/** Milliseconds until the gate opens by itself, where one may wait for it here; null: it stays. */
export function opensIn(status: CampaignStatus, at: string, startsAt: string | null): number | null {
  if (status !== 'SCHEDULED' || startsAt === null) return null;
  const left = Date.parse(startsAt) - Date.parse(at);
  return left <= 10 * minuteMs ? left : null;
}
