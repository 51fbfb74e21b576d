import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the wire. */
export interface ReceivedMail {
  readonly to: readonly string[];
  readonly raw: string;
}

/** A mail server on a port of this machine, for a test. */
export interface SmtpInbox {
  readonly url: string;
  readonly mails: ReceivedMail[];
  /** Answers every recipient from now on with this number; 0: takes the mail. */
  refuseWith(responseCode: number): void;
  close(): Promise<void>;
}

/** Starts it; the test closes it. */
export async function startSmtpInbox(): Promise<SmtpInbox> {
  const mails: ReceivedMail[] = [];
  let refusal = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo({ address }, _session, done) {
      if (refusal === 0) return done();
      done(Object.assign(new Error(`no mailbox for ${address}`), { responseCode: refusal }));
    },
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      text(stream).then((raw) => {
        mails.push({ to, raw });
        done();
      }, done);
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    refuseWith: (responseCode) => {
      refusal = responseCode;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
}
