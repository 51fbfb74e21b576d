import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import packedChromium, { inflate } from '@sparticuz/chromium';

type Environment = Readonly<Record<string, string | undefined>>;

/** A Chromium that starts on this machine. */
export interface UnpackedChromium {
  readonly executablePath: string;
  /** What it must be started with: libraries and fonts that the machine itself may not have. */
  readonly env: Record<string, string | undefined>;
}

/** Not by `import.meta.resolve`, which vitest does not have. */
const PACKAGE = createRequire(import.meta.url).resolve('@sparticuz/chromium');
/** Libraries that desktops have and slim containers have not, such as NSS; they come in the browser's package. */
const LIBRARIES = join(PACKAGE, '..', '..', 'bin', 'al2023.tar.br');
const SYSTEM_FONTS = '/etc/fonts/fonts.conf';

/**
 * Unpacks the Chromium of the npm package, once a machine. The machine's own libraries are preferred; where Chromium does
 * not start with them, it gets those of the package. Throws what the system's loader said where neither will do.
 */
export async function unpackChromium(given: Environment = process.env): Promise<UnpackedChromium> {
  const executablePath = await packedChromium.executablePath();
  const env = { ...given, ...(existsSync(SYSTEM_FONTS) ? {} : { FONTCONFIG_PATH: join(tmpdir(), 'fonts') }) };
  if (refusalOf(executablePath, env) === null) return { executablePath, env };
  const own = join(await inflate(LIBRARIES), 'lib');
  const withOwn = { ...env, LD_LIBRARY_PATH: [own, given.LD_LIBRARY_PATH].filter(Boolean).join(delimiter) };
  const refusal = refusalOf(executablePath, withOwn);
  if (refusal !== null) throw new Error(`Chromium does not start on this machine: ${refusal}`);
  return { executablePath, env: withOwn };
}

/** Why a program does not even tell its version; null when it does. */
function refusalOf(program: string, env: Environment): string | null {
  const { status, stderr, error } = spawnSync(program, ['--version'], { env, encoding: 'utf8' });
  return status === 0 ? null : (error?.message ?? stderr.trim());
}
