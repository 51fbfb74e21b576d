import { connect, createServer, type Socket } from 'node:net';

/** A way to PostgreSQL on which an answer can be lost at the worst moment. */
export interface SilentDatabase {
  /** The database's address by this way. */
  readonly url: string;
  /** The next commit of a sign-up takes effect, and its process never hears of it. Comes back when that has happened. */
  swallowCommit(): Promise<void>;
  close(): Promise<void>;
}

/** How PostgreSQL's protocol says that a transaction was committed, and what a transaction with a sign-up has asked for. */
const COMMITTED = Buffer.from('COMMIT\0');
const SIGN_UP = Buffer.from('INTO "Signup"');

/** Opens a way to the database at this address. */
export async function openSilentDatabase(url: string): Promise<SilentDatabase> {
  const { port, hostname } = new URL(url);
  const open = new Set<Socket>();
  let onSwallowed: (() => void) | null = null;
  const way = createServer((client) => {
    const server = connect(Number(port), hostname);
    for (const socket of [client, server]) {
      open.add(socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy()));
    }
    let [hasSignUp, isSilent] = [false, false];
    client.on('data', (asked) => {
      hasSignUp ||= asked.includes(SIGN_UP);
      server.write(asked);
    });
    server.on('data', (answer) => {
      if (onSwallowed && hasSignUp && answer.includes(COMMITTED)) {
        isSilent = true;
        onSwallowed();
        onSwallowed = null;
      }
      if (!isSilent) client.write(answer);
    });
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  const address = way.address();
  const ownPort = typeof address === 'object' && address ? address.port : 0;
  return {
    url: Object.assign(new URL(url), { port: String(ownPort) }).href,
    swallowCommit: () =>
      new Promise((resolve) => {
        onSwallowed = resolve;
      }),
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => way.close(resolve));
    },
  };
}
