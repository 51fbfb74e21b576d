import { formatInstant, formatMoment } from '../../format.ts';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { ReceiptHistory_ReceiptFragment, ReceiptState } from '../../gql/graphql.ts';
import { useSyncRetry } from '../../sync/useSyncRetry.ts';
import { texts } from '../../texts/texts.ts';
import { BlockStack, Box, Button, Text } from '../../ui/polaris.ts';

const ReceiptHistory_receipt = graphql(/* GraphQL */ `
  fragment ReceiptHistory_receipt on Receipt {
    destination
    state
    reason
    detail
    contactId
    dueAt
    history {
      at
      event
      detail
    }
  }
`);

const words = texts.history;

/** Those that the merchant can have sent again by hand; who was left out is read at the vendor first. */
const sendable: readonly ReceiptState[] = ['FAILED', 'PARKED', 'SKIPPED'];

interface ReceiptHistoryProps {
  receipt: FragmentType<typeof ReceiptHistory_receipt>;
  signupId: string;
  zone: string;
  /** Names of the questions that are asked anew when it is sent again. */
  questions: readonly string[];
}

/** Where one sign-up stands at one destination, and how it came there. */
export function ReceiptHistory({ receipt: masked, signupId, zone, questions }: ReceiptHistoryProps) {
  const receipt = readFragment(ReceiptHistory_receipt, masked);
  const { destination, state, contactId, history } = receipt;
  const { retry, isRetrying } = useSyncRetry(questions);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {texts.vendor[destination]}
      </Text>
      {sentencesOf(receipt, zone).map((sentence) => (
        <Text as="p" key={sentence} breakWord>
          {sentence}
        </Text>
      ))}
      {contactId && (
        <Text as="p" tone="subdued" breakWord>
          {words.contact(contactId)}
        </Text>
      )}
      <ol className="history">
        {history.map(({ at, event, detail }) => (
          <li key={`${at} ${event}`}>
            <time dateTime={at}>{formatMoment(at, zone)}</time>
            <span>
              {words.event[event](destination)}
              {detail && <span className="quiet">{detail}</span>}
            </span>
          </li>
        ))}
      </ol>
      {sendable.includes(state) && (
        <Box>
          <Button
            onClick={() => void retry({ destination, signupId, states: [state] })}
            loading={isRetrying}
            accessibilityLabel={words.sendAgainLabel(destination)}
          >
            {texts.sync.sendAgain}
          </Button>
        </Box>
      )}
    </BlockStack>
  );
}

/** Where it stands now, why, and when something happens next by itself. */
function sentencesOf(receipt: ReceiptHistory_ReceiptFragment, zone: string): string[] {
  const { destination, state, reason, detail, dueAt } = receipt;
  return [
    words.now[state](destination),
    reason ? words.one[reason](destination) : '',
    detail ? (reason === 'NOT_SEEN' ? detail : words.said(destination, detail)) : '',
    dueAt ? words.next(formatInstant(dueAt, zone)) : '',
  ].filter((sentence) => sentence !== '');
}
