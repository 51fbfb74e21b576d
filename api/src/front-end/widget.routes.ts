import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type BuiltFile, type BuiltFileHeaders, readBuiltFile, sendBuiltFile } from '../platform/http/built-file.ts';

const SCRIPT = 'vip-gate.js';
const CARD = 'vip-gate.json';
const RELEASES = 'releases';

/** What a build says about itself beside its script: its version, and the files that the script fetches later. */
const Card = z.object({
  version: z.string().regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/),
  parts: z.record(z.string().regex(/^[a-z]+\.js$/), z.unknown()).default({}),
});

/** Long enough to spare us a crowd's requests, short enough that a mended widget is everywhere within minutes. */
const CURRENT = 'public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800';
const PINNED = 'public, max-age=31536000, immutable';

/**
 * The widget's script for pages of everybody, and beside it what it fetches later (screens, languages).
 *
 * `/widget/v1/…` follows the newest build. `/widget/<version>/…` never changes and can be pinned by the hash that
 * `vip-gate.json` tells there: a release stays at its address for good, and a build that was not released has one that is
 * named by its content. `directory` is where the widget's build lies; without one, everything answers 404.
 */
export function widgetRoutes({ directory }: { directory: string }): FastifyPluginAsync {
  return async (http) => {
    const current = await readBuild(directory);
    if (!current) {
      http.log.warn({ directory }, 'The widget is not built: its addresses answer 404');
      return;
    }
    // A release comes first: whatever else calls itself by its version does not get its address.
    const kept = new Map([[current.version, current], ...(await readReleases(join(directory, RELEASES)))]);
    serve(http, '/widget/v1', { ...current, cacheControl: CURRENT });
    for (const [version, build] of kept) serve(http, `/widget/${version}`, { ...build, cacheControl: PINNED });
  };
}

interface Build {
  version: string;
  files: ReadonlyMap<string, BuiltFile>;
}

async function readReleases(folder: string): Promise<[string, Build][]> {
  const names = await readdir(folder).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return [];
    throw fault;
  });
  const builds = await Promise.all(names.map((name) => readBuild(join(folder, name))));
  return builds.flatMap((build) => (build ? [[build.version, build]] : []));
}

async function readBuild(directory: string): Promise<Build | null> {
  const [script, card] = await Promise.all([SCRIPT, CARD].map((name) => readBuiltFile(join(directory, name))));
  if (!script || !card) return null;
  const { version, parts } = Card.parse(JSON.parse(card.body.toString()));
  const files = new Map([
    [SCRIPT, script],
    [CARD, card],
  ]);
  for (const name of Object.keys(parts)) {
    const file = await readBuiltFile(join(directory, name));
    if (!file) throw new Error(`The widget's build says that it has ${name}, but it is not there`);
    files.set(name, file);
  }
  return { version, files };
}

function serve(
  http: FastifyInstance,
  place: string,
  { files, cacheControl }: Pick<Build, 'files'> & { cacheControl: string },
): void {
  for (const [name, file] of files) {
    const contentType = name === CARD ? 'application/json; charset=utf-8' : 'text/javascript; charset=utf-8';
    http.get(`${place}/${name}`, answer(file, { contentType, cacheControl }));
  }
}

/** Every page may load it, whatever its own origin. */
function answer(file: BuiltFile, headers: BuiltFileHeaders) {
  return (request: FastifyRequest, reply: FastifyReply) => {
    reply
      .header('access-control-allow-origin', '*')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('timing-allow-origin', '*');
    return sendBuiltFile({ request, reply }, file, headers);
  };
}
