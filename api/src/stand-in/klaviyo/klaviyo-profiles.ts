import { badAddress } from '../bad-address.ts';
import {
  addProfile,
  emailKeyOf,
  type ImportError,
  type KlaviyoAccount,
  type KlaviyoProfile,
  profileByEmail,
} from './klaviyo-account.ts';
import type { HappenedOnce, Importing, ProfileInput } from './klaviyo-work.ts';

/** The profile that an id or an address names; null: none yet. */
export function findProfile(account: KlaviyoAccount, { id, attributes }: ProfileInput): KlaviyoProfile | null {
  if (id) return account.profiles.get(id) ?? null;
  return attributes.email ? profileByEmail(account, attributes.email) : null;
}

/** Creates or updates a profile. Consent is none of its business. */
export function importProfile(account: KlaviyoAccount, input: ProfileInput, now: number): KlaviyoProfile {
  const { email, properties, ...others } = input.attributes;
  const profile = findProfile(account, input) ?? addProfile(account, email ?? null, now);
  if (email && profile.email !== emailKeyOf(email)) {
    if (profile.email !== null) account.idsByEmail.delete(profile.email);
    profile.email = emailKeyOf(email);
    account.idsByEmail.set(profile.email, profile.id);
  }
  profile.attributes = { ...profile.attributes, ...others };
  if (properties === null) profile.properties = {};
  else if (properties) profile.properties = { ...profile.properties, ...properties };
  profile.updatedAt = now;
  return profile;
}

/** A bulk import: whoever cannot be taken is an error of the job, and holds nobody up. */
export function runImport(account: KlaviyoAccount, { jobId, profiles, listIds }: Importing, now: number): void {
  const job = account.imports.get(jobId);
  if (!job) return;
  for (const [index, input] of profiles.entries()) {
    const problem = importProblem(input, index);
    if (problem) {
      job.errors.push(problem);
      continue;
    }
    const profile = importProfile(account, input, now);
    for (const listId of listIds) joinList(account, listId, profile.id, now);
    job.completed += 1;
  }
  job.completedAt = now;
}

/** Puts a profile on a list without a word about consent. */
export function joinList(account: KlaviyoAccount, listId: string, profileId: string, now: number): void {
  const list = account.lists.get(listId);
  if (list && !list.members.has(profileId)) list.members.set(profileId, now);
}

/** Keeps an event, once for each `unique_id` of a profile and metric. */
export function recordEvent(
  account: KlaviyoAccount,
  { profile, event }: { profile: ProfileInput; event: HappenedOnce },
  now: number,
): void {
  const { id } = importProfile(account, profile, now);
  const key = `${id} ${event.metric} ${event.uniqueId}`;
  if (event.uniqueId !== null && account.eventKeys.has(key)) return;
  if (event.uniqueId !== null) account.eventKeys.add(key);
  account.events.push({ ...event, profileId: id });
  const known = account.profiles.get(id);
  if (known) known.lastEventAt = event.at;
}

/** Forgets a person wholly, as a deletion job does. */
export function eraseProfile(account: KlaviyoAccount, input: ProfileInput, now: number): void {
  account.deletions.push(now);
  if (input.attributes.email)
    for (const list of account.lists.values()) list.awaiting.delete(emailKeyOf(input.attributes.email));
  const profile = findProfile(account, input);
  if (!profile) return;
  account.profiles.delete(profile.id);
  if (profile.email !== null) account.idsByEmail.delete(profile.email);
  for (const list of account.lists.values()) list.members.delete(profile.id);
  const others = account.events.filter(({ profileId }) => profileId !== profile.id);
  account.events.splice(0, account.events.length, ...others);
}

function importProblem(input: ProfileInput, index: number): ImportError | null {
  const { email } = input.attributes;
  if (!email || badAddress(email) === null) return null;
  const id = `import-error-${index + 1}`;
  return { id, detail: `${email} is not a valid email.`, pointer: '/data/attributes/email', payload: input };
}
