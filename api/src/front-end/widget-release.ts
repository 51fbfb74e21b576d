import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf } from '../platform/error-code.ts';

/** The widget's build that is served: its version stands in the address that never changes, its hash pins the script. */
const Release = z.object({ version: z.string(), integrity: z.string().regex(/^sha384-[A-Za-z0-9+/=]+$/) });
export type WidgetRelease = z.infer<typeof Release>;

/** What the widget's build says about its script; null where it is not built. Read once, when the process starts. */
export function readWidgetRelease(directory: string): WidgetRelease | null {
  try {
    return Release.parse(JSON.parse(readFileSync(join(directory, 'vip-gate.json'), 'utf8')));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
