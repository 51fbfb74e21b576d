import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { minify } from 'terser';
import { documentIds, leaveNoGlobals, modernStyles, noSecondLit, shortMarkup, shortStyles } from './build-plugins.ts';
import { languages } from './src/later-screens.ts';

/** The script that a page loads. */
export const SCRIPT = 'vip-gate.js';

/** The script, and the files that it fetches when they are wanted (later screens, languages), by their names. */
export type Bundle = ReadonlyMap<string, Buffer>;

/**
 * Names that no page, browser or API reads: they may be short. Not those that Lit also looks up as texts
 * (`properties`, `elementProperties`, `finalized`), nor `_$litType$`, by which files that come later name a template.
 */
const ownNames = [
  '_\\$[\\w$]+|render(Options|Root|Before)|creationScope|elementStyles|finalize(Styles)?|createRenderRoot|createProperty',
  'isUpdatePending|hasUpdated|enableUpdating|(perform|schedule|should|will)Update|firstUpdated|updated|getUpdateComplete',
  '(add|remove)Controller|getProperty(Options|Descriptor)|noAccessor|hasChanged|useDefault|addInitializer|shadowRootOptions',
  '(from|to)Attribute|host(Connected|Disconnected|Update|Updated)|wrapped|styles',
  // And ours that never leave the script.
  'passes|announce|recall|remember|forget|recordView|wantScreens|submit(Password|Email|Code|Waiting)|isOneOfTwo|isPending|shelves',
];

/** The whole widget as it calls itself by this version: its later files are looked for at the version's own address. */
export async function bundleWidget(version: string): Promise<Bundle> {
  const files = new Map([[SCRIPT, await bundleScript(version)]]);
  for (const name of ['later', ...languages]) {
    const part = await bundleFile(name === 'later' ? 'later.ts' : `languages/${name}.ts`, {
      format: 'esm',
      charset: 'utf8',
      plugins: [noSecondLit, documentIds, shortStyles, shortMarkup],
    });
    files.set(`${name}.js`, part);
  }
  return files;
}

/** What a page pins the script with: subresource integrity. */
export function integrityOf(script: Buffer): string {
  return `sha384-${createHash('sha384').update(script).digest('base64')}`;
}

function bundleScript(version: string): Promise<Buffer> {
  return bundleFile('embed.ts', {
    format: 'iife',
    define: { VERSION: JSON.stringify(version) },
    mangleProps: new RegExp(`^(${ownNames.join('|')})$`),
    reserveProps: /^_\$litType\$$/,
    // A second copy of the script does not even begin: its Trusted Types policy would be refused as a duplicate.
    banner: {
      js: '/*! vip-gate: MIT. With Lit, (c) Google LLC: BSD-3-Clause, https://lit.dev */if(!customElements.get("vip-gate")){',
    },
    footer: { js: '}' },
    plugins: [leaveNoGlobals, modernStyles, documentIds, shortStyles, shortMarkup],
  });
}

async function bundleFile(entry: string, options: BuildOptions): Promise<Buffer> {
  const { outputFiles } = await build({
    bundle: true,
    minify: true,
    target: ['es2022'],
    legalComments: 'none',
    ...options,
    entryPoints: [join(import.meta.dirname, 'src', entry)],
    write: false,
  });
  // terser finds another three in a hundred after esbuild.
  const { code } = await minify(outputFiles?.map(({ text }) => text).join('') ?? '', {
    ecma: 2020,
    module: options.format === 'esm',
    compress: { passes: 3, unsafe_arrows: true },
    format: { comments: 'some' },
  });
  return Buffer.from(code ?? '');
}
