import type { Destination, ReceiptReason, ReceiptState } from '../../gql/graphql.ts';
import { texts } from '../../texts/texts.ts';
import { Badge, InlineStack } from '../../ui/polaris.ts';

const words = texts.history;

/** Where one sign-up stands at one destination, in short. */
export interface Standing {
  destination: Destination;
  state: ReceiptState;
  reason?: ReceiptReason | null;
}

const tones = {
  WAITING: undefined,
  SENDING: undefined,
  ACCEPTED: 'info',
  AWAITING_CONFIRMATION: 'info',
  ON_LIST: 'success',
  SKIPPED: undefined,
  FAILED: 'critical',
  PARKED: 'attention',
} as const satisfies Record<ReceiptState, string | undefined>;

/** Where a sign-up stands, a badge for each destination. */
export function SignupStanding({ receipts }: { receipts: readonly Standing[] }) {
  if (receipts.length === 0) return '–';
  return (
    <InlineStack gap="100">
      {receipts.map((receipt) => (
        <StandingBadge key={receipt.destination} receipt={receipt} />
      ))}
    </InlineStack>
  );
}

function StandingBadge({ receipt: { destination, state, reason } }: { receipt: Standing }) {
  const tone = tones[state];
  return <Badge {...(tone && { tone })}>{words.badgeOf(destination, wordOf(destination, state, reason))}</Badge>;
}

function wordOf(destination: Destination, state: ReceiptState, reason: ReceiptReason | null | undefined): string {
  if (state === 'ON_LIST') return words.badge.ON_LIST[destination];
  if (state !== 'SKIPPED') return words.badge[state];
  const why = Object.entries(words.skipped).find(([name]) => name === reason);
  return why?.[1] ?? words.badge.SKIPPED;
}
