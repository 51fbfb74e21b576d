import { setTimeout as wait } from 'node:timers/promises';

/** People who sign up, and what they were told. */
export interface SignUpRun {
  /** Whoever was let in: the sign-up's id as the access pass names it, by address. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Tries that got no answer, or one that says to come again. */
  readonly retries: number;
  readonly seconds: number;
}

/** How they come. */
export interface SignUpPlan {
  readonly url: string;
  readonly campaignId: string;
  readonly emails: readonly string[];
  /** So many at a time, each as long as it takes. */
  readonly clients: number;
  /** On average so long between the sign-ups of one client, in milliseconds. */
  readonly pauseMs?: number;
  /** How many of them may have come by now; absent: all. */
  readonly allowed?: () => number;
  /** `count`: how many were acknowledged by now. */
  readonly onAcknowledged?: (email: string, count: number) => void;
}

const SIGN_UP = `mutation ($input: GateEmailInput!) {
  unlock: gateUnlockWithEmail(input: $input) { __typename ... on GateOpened { pass } }
}`;
const PATIENCE_MS = 10_000;
const AGAIN_MS = { least: 50, most: 250 };
const NOT_YET_MS = 20;

/** Signs everybody up, each again and again until it is acknowledged. */
export async function signUpAll(plan: SignUpPlan): Promise<SignUpRun> {
  const { emails, clients, pauseMs = 0, allowed = () => emails.length, onAcknowledged } = plan;
  const acknowledged = new Map<string, string>();
  const began = performance.now();
  let [next, retries] = [0, 0];
  const come = async () => {
    for (;;) {
      while (next < emails.length && next >= allowed()) await wait(NOT_YET_MS);
      const email = emails[next++];
      if (email === undefined) return;
      for (let signupId = ''; signupId === ''; ) {
        signupId = await signUp(plan, email);
        if (signupId !== '') acknowledged.set(email, signupId);
        else await wait(AGAIN_MS.least + Math.random() * (AGAIN_MS.most - AGAIN_MS.least));
        if (signupId === '') retries += 1;
      }
      onAcknowledged?.(email, acknowledged.size);
      if (pauseMs > 0) await wait(Math.random() * 2 * pauseMs);
    }
  };
  await Promise.all(Array.from({ length: clients }, come));
  return { acknowledged, retries, seconds: (performance.now() - began) / 1000 };
}

/** One try; the sign-up's id, or nothing when it was not acknowledged. */
export async function signUp(
  { url, campaignId }: Pick<SignUpPlan, 'url' | 'campaignId'>,
  email: string,
): Promise<string> {
  const consent = { acceptsMarketing: true, consentText: 'Write to me about early access.' };
  try {
    const response = await fetch(`${url}/public/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: SIGN_UP,
        variables: { input: { campaignId, email, firstName: 'Ada', ...consent } },
      }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer: { data?: { unlock?: { pass?: string } } } = JSON.parse(await response.text());
    const pass = answer.data?.unlock?.pass;
    return pass === undefined ? '' : signupIdIn(pass);
  } catch {
    // Refused, reset, cut or too slow: not acknowledged, whatever the server has done.
    return '';
  }
}

/** The pass of a sign-up says whose it is: `signup:ID`. */
function signupIdIn(pass: string): string {
  const claims: { sub: string } = JSON.parse(Buffer.from(pass.split('.')[1] ?? '', 'base64url').toString());
  return claims.sub.replace(/^signup:/, '');
}

/** So many addresses, no two alike. */
export function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `guest-${place}@example.com`);
}
