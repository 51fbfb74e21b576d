import { connect, createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

/** What stands between a visitor and the server, and loses what a test tells it to lose. */
export interface LossyProxy {
  /** Where it listens, such as `http://127.0.0.1:1234`. */
  readonly url: string;
  /** So many answers that are still to come are lost: the connection ends once the server has given them. */
  loseAnswers(count: number): void;
}

/** A proxy in front of a local server's address, until the file's last test. */
export async function lossyProxyTo(url: string): Promise<LossyProxy> {
  let losing = 0;
  const open = new Set<Socket>();
  const proxy = createServer((visitor) => {
    const server = connect(Number(new URL(url).port), '127.0.0.1');
    for (const socket of [visitor, server]) {
      open.add(socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy()));
    }
    visitor.pipe(server);
    server.on('data', (answer) => {
      if (losing === 0) return visitor.write(answer);
      losing -= 1;
      server.destroy();
      return visitor.destroy();
    });
    visitor.on('close', () => server.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  afterAll(() => {
    for (const socket of open) socket.destroy();
    proxy.close();
  });
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    loseAnswers: (count) => {
      losing = count;
    },
  };
}
