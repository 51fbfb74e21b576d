import { formatInstant } from '../format.ts';
import { graphql } from '../gql/gql.ts';
import type { Connection_ConnectionFragment } from '../gql/graphql.ts';
import { texts } from '../texts/texts.ts';

/** Everything about a connection but its lists; one shape for every question, so that answers bring each other up to date. */
export const Connection_connection = graphql(/* GraphQL */ `
  fragment Connection_connection on Connection {
    id
    destination
    status
    problem
    problemDetail
    accountName
    keyEnding
    sendsWithoutConsent
    sendsEvent
    sendsWelcomeMessage
    connectedAt
    lastAnswerAt
    lastAnswer
    retryAt
    removalsWaiting
    removalsParked
    removalsDetail
  }
`);

/** A shop's link to Klaviyo or Omnisend, as the merchant may see it. */
export type Connection = Connection_ConnectionFragment;

/** What is wrong with a connection, and what to do; undefined when it sends. */
export function troubleOf(
  connection: Pick<Connection, 'destination' | 'status' | 'problem' | 'retryAt'>,
  zone: string,
) {
  const { destination, status, problem, retryAt } = connection;
  const words = texts.connections;
  if (status === 'HELD') return { ...words.held, tone: 'warning' as const };
  if (status === 'PAUSED') {
    const { title, body } = words.problem[problem ?? 'KEY_REFUSED'];
    return { title: title(destination), body, tone: 'critical' as const };
  }
  if (status !== 'BACKING_OFF') return undefined;
  const body = retryAt ? words.backingOff.at(formatInstant(retryAt, zone)) : words.backingOff.soon;
  return { title: words.backingOff.title(destination), body, tone: 'warning' as const };
}

/** The tone of each status: one meaning per tone. */
export const statusTone = {
  CONNECTED: 'success',
  PAUSED: 'critical',
  BACKING_OFF: 'attention',
  HELD: 'warning',
} as const;

/** The vendor's last answer in words. */
export function answerInWords(answer: string): string {
  const known = Object.entries(texts.connections.answer).find(([name]) => name === answer);
  return known?.[1] ?? answer;
}
