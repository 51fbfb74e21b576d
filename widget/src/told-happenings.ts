import { type GateHappening, RecordHappeningDocument } from './gql/graphql.ts';

/** Where the visitor is, and where they came from: only the UTM parameters and a host are counted of it. */
export function visit(): { source: string; referrer: string } {
  return { source: location.href, referrer: document.referrer };
}

/**
 * Tells the public API at `endpoint` what a visitor follows out of the gate. Nobody waits for it, and it goes on while the page is
 * left; when it does not arrive, a number is one too low.
 */
export function tell(endpoint: string, campaignId: string, happening: GateHappening): void {
  const input = { campaignId, happenings: [happening], ...visit() };
  fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ documentId: RecordHappeningDocument, variables: { input } }),
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  }).catch(() => undefined);
}
