/** Makes `api/dist`: the server and the commands, and the pages of GraphiQL. */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const outdir = join(here, 'dist');

const entries = ['server', 'token-create', 'catalog-import', 'keys-rotate', 'sync-resume', 'emit-schema'];

await removeOldFiles();
await build({
  absWorkingDir: here,
  entryPoints: [
    ...entries.map((name) => ({ in: `src/${name}.ts`, out: name })),
    { in: 'src/stand-in/stand-in.process.ts', out: 'stand-in' },
  ],
  outdir,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  packages: 'external',
  // The shared parts run before the entry's own imports, and TypeGraphQL's decorators need it there already.
  banner: { js: "import 'reflect-metadata';" },
  sourcemap: true,
  tsconfig: join(here, 'tsconfig.json'),
  logLevel: 'warning',
});
await buildGraphiql();

/** Files of an earlier build, except the folder that GraphiQL's own build cares for. */
async function removeOldFiles(): Promise<void> {
  if (!existsSync(outdir)) return;
  const names = (await readdir(outdir)).filter((name) => /\.js(\.map)?$/.test(name));
  await Promise.all(names.map((name) => rm(join(outdir, name))));
}

async function buildGraphiql(): Promise<void> {
  const builder = await import('./build-graphiql.ts');
  await builder.buildGraphiql(join(outdir, 'graphiql'));
}
