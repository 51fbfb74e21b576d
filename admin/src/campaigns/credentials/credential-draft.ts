import { texts } from '../../texts/texts.ts';
import { clockChangeAt, fromZonedField, toZonedField } from '../../zoned-time.ts';
import { limitOf } from '../form/typed-number.ts';

/** An access code or a secret link, as far as the two are alike. */
export interface Credential {
  id: string;
  name: string;
  maxUses?: number | null;
  totalUses: number;
  expiresAt?: string | null;
  revokedAt?: string | null;
}

/** What is typed about one, before it is saved. */
export interface CredentialDraft {
  name: string;
  /** Of an access code alone; empty: one is made, or the present one stays. */
  code: string;
  /** Empty for no limit. */
  maxUses: string;
  /** Text of a `datetime-local` field, in the shop's zone; empty for no end. */
  expiresAt: string;
}

/** The draft that shows a saved one unchanged; an empty one for a new. */
export function credentialDraftOf(saved: (Credential & { code?: string }) | undefined, zone: string): CredentialDraft {
  return {
    name: saved?.name ?? '',
    code: saved?.code ?? '',
    maxUses: String(saved?.maxUses ?? ''),
    expiresAt: toZonedField(saved?.expiresAt, zone),
  };
}

/** What cannot be sent as it is typed, by field. */
export function credentialProblems(draft: CredentialDraft, zone: string): Readonly<Record<string, string>> {
  return {
    ...(Number.isNaN(limitOf(draft.maxUses)) && { maxUses: texts.problem.notWhole }),
    ...(clockChangeAt(draft.expiresAt, zone) === 'skipped' && { expiresAt: texts.window.skipped }),
  };
}

/** The API's input: what differs from what is saved. An end that is past already is so never set anew. */
export function credentialInputOf(draft: CredentialDraft, saved: CredentialDraft | undefined, zone: string) {
  const { name, code, maxUses, expiresAt } = draft;
  return {
    ...(name !== saved?.name && { name }),
    ...(code !== saved?.code && { code: code || null }),
    ...(maxUses !== saved?.maxUses && { maxUses: limitOf(maxUses) }),
    ...(expiresAt !== saved?.expiresAt && { expiresAt: fromZonedField(expiresAt, zone) }),
  };
}

/** Why it opens nothing now; undefined while it opens. */
export function endOf(credential: Credential, now: number): 'revoked' | 'expired' | 'usedUp' | undefined {
  const { revokedAt, expiresAt, maxUses, totalUses } = credential;
  if (revokedAt) return 'revoked';
  if (expiresAt && Date.parse(expiresAt) <= now) return 'expired';
  return typeof maxUses === 'number' && totalUses >= maxUses ? 'usedUp' : undefined;
}
