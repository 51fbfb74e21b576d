import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { atMost, type LoadCase, wrongAnswers } from './load-case.ts';

const SOCKETS = 1_000;
/** `HEADERS_TIMEOUT_MS` and Node's looking, in milliseconds. */
const CLOSED_WITHIN_MS = 12_000;
const BYTE_EVERY_MS = 1_000;
const HEALTHY = { steps: ['campaign'], rate: 200, seconds: 8 } as const;
/** What is slower than before by a fifth, beyond what a machine's moods are. */
const [SLOWER, MOODS_MS] = [1.2, 20];

/** L-06. */
export const SLOW_SOCKETS: LoadCase = {
  name: 'L-06',
  about: `${SOCKETS} sockets send a head byte by byte, beside visitors`,
  async run({ server, load }) {
    const before = await load(HEALTHY);
    const sockets = Array.from({ length: SOCKETS }, () => openSlowly(server.url));
    const dripping = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write('X');
    }, BYTE_EVERY_MS);
    const [result] = await Promise.all([load(HEALTHY), wait(CLOSED_WITHIN_MS)]);
    clearInterval(dripping);
    const open = sockets.filter(({ destroyed }) => !destroyed).length;
    for (const socket of sockets) socket.destroy();
    return {
      result,
      besides: `p99 before ${before.p99.toFixed(1)} ms; open after ${CLOSED_WITHIN_MS / 1000} s: ${open}`,
      problems: [
        ...wrongAnswers(result),
        ...atMost('sockets still open', open, 0),
        ...atMost('p99 ms of others', result.p99, before.p99 * SLOWER + MOODS_MS),
      ],
    };
  },
};

function openSlowly(url: string): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => socket.destroy());
  socket.on('data', () => {});
  socket.write('POST /public/graphql HTTP/1.1\r\nX-Slow: ');
  return socket;
}
