import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readBuiltFile, sendBuiltFile } from '../platform/http/built-file.ts';

const SCRIPT = 'vip-gate.js';

/** What the widget's build says about itself beside its script. */
const Release = z.object({ version: z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/) });

/** Long enough to spare us a crowd's requests, short enough that a mended widget is everywhere within minutes. */
const CURRENT = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800';
const PINNED = 'public, max-age=31536000, immutable';

/**
 * The widget's script for pages of everybody: `/widget/v1/vip-gate.js` follows the newest build, `/widget/<version>/…`
 * never changes and can be pinned with its SRI hash. `directory` is where the widget's build lies; both addresses answer
 * 404 when there is none.
 */
export function widgetRoutes({ directory }: { directory: string }): FastifyPluginAsync {
  return async (http) => {
    const script = await readBuiltFile(join(directory, SCRIPT));
    if (!script) {
      http.log.warn({ directory }, 'The widget is not built: its addresses answer 404');
      return;
    }
    const { version } = Release.parse(JSON.parse(await readFile(join(directory, 'vip-gate.json'), 'utf8')));

    const answer = (cacheControl: string) => (request: FastifyRequest, reply: FastifyReply) => {
      reply
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('timing-allow-origin', '*');
      return sendBuiltFile({ request, reply }, script, { contentType: 'text/javascript; charset=utf-8', cacheControl });
    };
    http.get(`/widget/v1/${SCRIPT}`, answer(CURRENT));
    http.get(`/widget/${version}/${SCRIPT}`, answer(PINNED));
  };
}
