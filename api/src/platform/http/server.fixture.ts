import { Writable } from 'node:stream';
import { createLogger } from '../logger.ts';
import { createHttpServer, type HttpSettings } from './http-server.ts';

/** A server of its own for a test, not listening, with the lines that it logs. */
export async function serverWith(settings: Partial<HttpSettings> = {}) {
  const lines: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk)) as undefined) });
  const http = await createHttpServer({
    logger: createLogger('trace', sink),
    bodyBytes: 1024,
    requestTimeoutMs: 5000,
    headersTimeoutMs: 5000,
    trustedProxies: [],
    https: false,
    checks: { database: async () => true },
    ...settings,
  });
  return { http, lines, log: () => lines.map((line) => JSON.parse(line)) };
}
