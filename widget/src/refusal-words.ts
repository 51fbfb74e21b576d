import type { Refusal } from './gate-step.ts';
import { timeIn } from './local-time.ts';
import type { Wording } from './wording.ts';

/** Why the last try did not get on, in words. That no answer came is said by the first screen. */
export function refusalWords(wording: Wording, refusal: Refusal): string {
  const { reason, way } = refusal;
  if (reason === 'too-many-attempts') return wording.text('tooMany', timeIn(wording.language, refusal.retryAt));
  if (way === 'link') return wording.text('linkDenied');
  if (way === 'code' || way === 'resend') return wording.text(reason === 'empty' ? 'emptyCode' : 'codeDenied');
  if (reason === 'denied') return wording.text('denied');
  if (way === 'email' || way === 'waiting') return wording.text('invalidEmail');
  return wording.text(reason === 'empty' ? 'emptyPassword' : 'denied');
}
