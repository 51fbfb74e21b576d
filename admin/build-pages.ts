import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Metafile } from 'esbuild';
import { texts } from './src/texts.ts';

/** A document of the build: what it shows before any script runs, and which scripts it has fetched at once. */
interface Document {
  /** By which the server finds it: the first part of the address below `/admin/`, and `-one` where an id follows. */
  readonly name: string;
  /** The heading; a campaign's is known to the API alone. */
  readonly title: string;
  /** The file in which the section begins. */
  readonly section: string;
}

/** One for each section that people enter by; every other address has the document that belongs to none. */
const documents: readonly Document[] = [
  { name: 'campaigns', title: texts.campaigns.title, section: 'src/campaigns/CampaignsPage.tsx' },
  { name: 'campaigns-one', title: '', section: 'src/campaigns/details/CampaignPage.tsx' },
  { name: 'analytics', title: texts.analytics.title, section: 'src/analytics/ShopAnalyticsPage.tsx' },
  { name: 'catalog', title: texts.catalog.title, section: 'src/catalog/CatalogPage.tsx' },
  { name: 'settings', title: texts.settings.title, section: 'src/settings/SettingsPage.tsx' },
];

/** Where everything lies that a document names. */
export interface Built {
  /** The folder of `admin`. */
  readonly home: string;
  /** Of the scripts, and of all the rest. */
  readonly scripts: Metafile;
  readonly others: Metafile;
}

/** The address under which the API serves `dist/assets`; every file name there carries a hash, so it never changes. */
export const publicPath = '/admin/assets/';

/** The outputs that the browser must have before this one runs: itself and, transitively, its static imports. */
export function scriptsOf(metafile: Metafile, entryPoint: string): string[] {
  const found = new Set<string>([outputOf(metafile, entryPoint)]);
  for (const output of found) {
    const imports = metafile.outputs[output]?.imports ?? [];
    for (const { kind, path } of imports) if (kind === 'import-statement') found.add(path);
  }
  return [...found];
}

/** Writes every document; gives their paths. */
export async function writeDocuments(built: Built): Promise<string[]> {
  const template = await readFile(join(built.home, 'index.html'), 'utf8');
  const folder = join(built.home, 'dist', 'pages');
  await mkdir(folder, { recursive: true });
  const write = async (path: string, document: Document | null): Promise<string> => {
    await writeFile(path, documentOf(template, built, document));
    return path;
  };
  return Promise.all([
    write(join(built.home, 'dist', 'index.html'), null),
    ...documents.map((document) => write(join(folder, `${document.name}.html`), document)),
  ]);
}

function documentOf(template: string, { scripts, others }: Built, document: Document | null): string {
  const [script = '', ...parts] = scriptsOf(scripts, 'src/main.tsx');
  const section = document === null ? [] : scriptsOf(scripts, document.section);
  const needed = new Set([...parts, ...section.filter((part) => part !== script)]);
  const places: Readonly<Record<string, string>> = {
    icon: addressOf(fileOf(others, 'src/assets/icon.svg')),
    logo: addressOf(fileOf(scripts, 'src/assets/logo.svg')),
    style: addressOf(outputOf(others, 'src/style.css')),
    signIn: addressOf(outputOf(others, 'src/early.ts')),
    script: addressOf(script),
    preloads: [...needed].map((part) => `<link rel="modulepreload" href="${addressOf(part)}" />`).join('\n    '),
    title: document?.title ?? '',
    name: texts.app.name,
    noScript: texts.problem.noScript,
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_whole, place: string) => places[place] ?? missing(place));
}

function missing(place: string): never {
  throw new Error(`Nothing goes into {{${place}}} of index.html`);
}

function outputOf(metafile: Metafile, entryPoint: string): string {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entryPoint);
  if (found === undefined) throw new Error(`The build made nothing of ${entryPoint}`);
  return found[0];
}

/** A picture that a script imports is an output with its own suffix; the script only has its address. */
function fileOf(metafile: Metafile, source: string): string {
  const found = Object.entries(metafile.outputs).find(
    ([path, output]) => path.endsWith('.svg') && source in output.inputs,
  );
  if (found === undefined) throw new Error(`The build made nothing of ${source}`);
  return found[0];
}

const addressOf = (output: string): string => publicPath + relative('dist/assets', output);
