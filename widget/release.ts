/** `pnpm widget:release`: keeps the widget as it is now under its version, for good, and prints how a page pins it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleWidget } from './bundle.ts';
import { keepRelease } from './releases.ts';

const here = import.meta.dirname;
const { version }: { version: string } = JSON.parse(await readFile(join(here, 'package.json'), 'utf8'));
const { integrity } = await keepRelease(await bundleWidget(version), version, join(here, 'releases'));
process.stdout.write(
  `${version} lies in widget/releases/${version}: commit it. A page pins it so:
<script async src="https://HOST/widget/${version}/vip-gate.js" integrity="${integrity}" crossorigin="anonymous"></script>\n`,
);
