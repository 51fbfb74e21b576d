import { formatInstant } from '../format.ts';
import { texts } from '../texts/texts.ts';
import { answerInWords, type Connection } from './connection.ts';

const words = texts.connections;

/** Which account it is, by which key, and when it last answered. */
export function ConnectionFacts({ connection, zone }: { connection: Connection; zone: string }) {
  const { accountName, keyEnding, connectedAt, lastAnswer, lastAnswerAt } = connection;
  const answered = lastAnswerAt && `${answerInWords(lastAnswer ?? '')}, ${formatInstant(lastAnswerAt, zone)}`;
  return (
    <dl className="facts">
      <dt>{words.account}</dt>
      <dd>
        {accountName}
        {keyEnding && <span className="quiet">{words.keyEnding(keyEnding)}</span>}
      </dd>
      <dt>{words.since}</dt>
      <dd>{formatInstant(connectedAt, zone)}</dd>
      <dt>{words.lastAnswer}</dt>
      <dd>{answered ?? words.noAnswer}</dd>
    </dl>
  );
}
