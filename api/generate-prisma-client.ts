/** Makes `prisma/client` from `prisma/schema.prisma`. */
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from './freshness.ts';

const prisma = join(
  dirname(createRequire(join(ROOT, 'package.json')).resolve('prisma/package.json')),
  'build/index.js',
);
execFileSync(process.execPath, [prisma, 'generate', '--schema', 'prisma/schema.prisma', '--no-hints'], {
  cwd: ROOT,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    ...process.env,
    // The CLI downloads an engine that generating does not need, unless this names some file that exists.
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
  },
});
