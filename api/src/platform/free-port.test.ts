import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { requireFreePort } from './free-port.ts';
import { StartError } from './start-error.ts';

test('a port on which another program listens is refused by its number, and is welcome once that has gone', async () => {
  const other = createServer();
  const port = await new Promise<number>((done) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      done(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const refusal = await requireFreePort({ host: '127.0.0.1', port }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartError);
  expect(String(refusal)).toContain(`port ${port}: another program listens there already`);
  await new Promise((done) => other.close(done));
  await expect(requireFreePort({ host: '127.0.0.1', port })).resolves.toBeUndefined();
});
