/** What a visitor may do on a hosted page, as the form's hidden field `way` names it. */
export const WAYS = ['password', 'email', 'link', 'code', 'resend', 'waiting'] as const;

export type Way = (typeof WAYS)[number];

/** A form of a hosted page as it came. Texts are as typed; what is missing is empty. */
export interface HostedForm {
  readonly way: Way;
  readonly token: string;
  readonly password: string;
  readonly email: string;
  readonly acceptsMarketing: boolean;
  /** The words that stood beside the box for marketing. */
  readonly consentText: string;
  /** A trap for robots: people never see it. */
  readonly website: string;
  readonly confirmation: string;
  readonly code: string;
}

/** Reads a form's body; null when it is none of ours. */
export function readHostedForm(body: unknown): HostedForm | null {
  if (!(body instanceof URLSearchParams)) return null;
  const way = WAYS.find((known) => known === body.get('way'));
  if (way === undefined) return null;
  // PostgreSQL has no text with the character NUL, and no keyboard has the key.
  const text = (name: string) => (body.get(name) ?? '').replaceAll('\0', '');
  return {
    way,
    token: text('token'),
    password: text('password'),
    email: text('email'),
    acceptsMarketing: body.has('acceptsMarketing'),
    consentText: text('consentText'),
    website: text('website'),
    confirmation: text('confirmation'),
    code: text('code'),
  };
}
