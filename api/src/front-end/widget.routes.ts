import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type BuiltFile, readBuiltFile, sendBuiltFile } from '../platform/http/built-file.ts';

const SCRIPT = 'vip-gate.js';

/** What the widget's build says about itself beside its script: its version, and the files that the script fetches later. */
const Release = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/),
  parts: z.record(z.string().regex(/^[a-z]+\.js$/), z.unknown()).default({}),
});

/** Long enough to spare us a crowd's requests, short enough that a mended widget is everywhere within minutes. */
const CURRENT = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800';
const PINNED = 'public, max-age=31536000, immutable';

/**
 * The widget's script for pages of everybody, and beside it what it fetches later (screens, languages):
 * `/widget/v1/vip-gate.js` follows the newest build, `/widget/<version>/…` never changes and can be pinned with its SRI hash. `directory` is where the widget's build lies; both addresses answer
 * 404 when there is none.
 */
export function widgetRoutes({ directory }: { directory: string }): FastifyPluginAsync {
  return async (http) => {
    const script = await readBuiltFile(join(directory, SCRIPT));
    if (!script) {
      http.log.warn({ directory }, 'The widget is not built: its addresses answer 404');
      return;
    }
    const { version, parts } = Release.parse(JSON.parse(await readFile(join(directory, 'vip-gate.json'), 'utf8')));

    for (const name of [SCRIPT, ...Object.keys(parts)]) {
      const file = name === SCRIPT ? script : await readBuiltFile(join(directory, name));
      if (!file) throw new Error(`The widget's build says that it has ${name}, but it is not there`);
      http.get(`/widget/v1/${name}`, answer(file, CURRENT));
      http.get(`/widget/${version}/${name}`, answer(file, PINNED));
    }
  };
}

/** Every page may load it, whatever its own origin. */
function answer(file: BuiltFile, cacheControl: string) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('timing-allow-origin', '*');
    return sendBuiltFile({ request, reply }, file, { contentType: 'text/javascript; charset=utf-8', cacheControl });
  };
}
