import type { FastifyInstance } from 'fastify';

/** Answers whether one thing that this process needs is there; a throw or a long silence means that it is not. */
export type ReadinessCheck = () => Promise<boolean>;

const LONGEST_CHECK_MS = 2000;

/**
 * `/livez`: 200 as long as the process answers at all. `/readyz`: 200 when every check holds, 503 when one does not or
 * the process is about to stop; it names each check with its result.
 */
export function healthRoutes(
  http: FastifyInstance,
  checks: Readonly<Record<string, ReadinessCheck>>,
  isDraining: () => boolean,
): void {
  const quiet = { logLevel: 'silent' } as const;
  http.get('/livez', quiet, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'alive' }),
  );
  http.get('/readyz', quiet, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    if (isDraining()) return reply.code(503).send({ status: 'draining', checks: {} });
    const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await holds(check)]));
    const ready = results.every(([, result]) => result);
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'not ready',
      checks: Object.fromEntries(results),
    });
  });
}

async function holds(check: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), LONGEST_CHECK_MS);
  });
  const answer = check().catch(() => false);
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}
