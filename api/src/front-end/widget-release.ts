import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../platform/error-code.ts';

/** A release of the widget: its version stands in the address that never changes, its hash pins the script. */
const Release = z.object({ version: z.string(), integrity: z.string().regex(/^sha384-[A-Za-z0-9+/=]+$/) });
export type WidgetRelease = z.infer<typeof Release>;

/**
 * The release of the widget that pages should pin: the newest in its build's folder, since only releases stay at their
 * addresses. Null where there is none. Read once, when the process starts.
 */
export function readWidgetRelease(directory: string): WidgetRelease | null {
  return readWidgetReleases(directory).at(-1) ?? null;
}

/** Every release that is served at an address of its own, oldest first. */
export function readWidgetReleases(directory: string): WidgetRelease[] {
  const folder = join(directory, 'releases');
  const inOrder = new Intl.Collator('en', { numeric: true });
  return versionsIn(folder)
    .sort(inOrder.compare)
    .map((version) => Release.parse(JSON.parse(readFileSync(join(folder, version, 'vip-gate.json'), 'utf8'))));
}

function versionsIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
