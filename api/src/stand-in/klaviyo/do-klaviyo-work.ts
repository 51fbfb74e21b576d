import { takeDue } from '../desk/vendor-account.ts';
import type { Observations } from '../observations.ts';
import type { KlaviyoAccount } from './klaviyo-account.ts';
import { subscribe, unsubscribe } from './klaviyo-consent.ts';
import { eraseProfile, recordEvent, runImport } from './klaviyo-profiles.ts';
import type { KlaviyoWork, Subscribing } from './klaviyo-work.ts';

/** Does everything that is due in the account. */
export function doKlaviyoWork(account: KlaviyoAccount, seen: Observations, now: number): void {
  for (const { work, dueAt } of takeDue(account, now)) perform(account, { work, seen }, dueAt);
}

function perform(account: KlaviyoAccount, { work, seen }: { work: KlaviyoWork; seen: Observations }, at: number): void {
  if (work.kind === 'SUBSCRIBE') noteSubscribed(account, { call: work.call, seen }, at);
  else if (work.kind === 'UNSUBSCRIBE') unsubscribe(account, work, at);
  else if (work.kind === 'ERASE') eraseProfile(account, work.profile, at);
  else if (work.kind === 'EVENT') for (const event of work.events) recordEvent(account, { ...work, event }, at);
  else if (work.kind === 'IMPORT') runImport(account, work, at);
}

function noteSubscribed(
  account: KlaviyoAccount,
  { call, seen }: { call: Subscribing; seen: Observations },
  at: number,
): void {
  const who = { vendor: 'klaviyo' as const, accountId: account.id };
  for (const { email, leftAt, isAskedToConfirm } of subscribe(account, call, at)) {
    if (leftAt !== null) seen.resubscribed.push({ ...who, email, leftAt, at });
    if (isAskedToConfirm) seen.messages.push({ ...who, email, kind: 'CONFIRMATION', hasConsent: true });
  }
}
