import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Metafile } from 'esbuild';
import type { Snapshot } from './src/snapshot.tsx';
import { texts } from './src/texts/texts.ts';

/** A document of the build, which shows its section before any script runs and has the scripts fetched at once that it needs. */
interface Document {
  /** By which the server finds it: the first part of the address below `/admin/`, and `-one` where an id follows. */
  readonly name: string;
  /** An address of the section, as its snapshot is made at. */
  readonly address: string;
  /** The file in which the section begins. */
  readonly section: string;
}

/** Stands for the id that an address has; the admin's first script puts that in its place. */
const anyId = '00000000-0000-0000-0000-000000000000';

/** One for each section that people enter by; every other address has the document that belongs to none. */
const documents: readonly Document[] = [
  { name: 'home', address: '/', section: 'src/home/HomePage.tsx' },
  { name: 'campaigns', address: '/campaigns', section: 'src/campaigns/CampaignsPage.tsx' },
  { name: 'campaigns-one', address: `/campaigns/${anyId}`, section: 'src/campaigns/details/CampaignPage.tsx' },
  { name: 'signups', address: '/signups', section: 'src/signups/SignupsPage.tsx' },
  { name: 'signups-one', address: `/signups/${anyId}`, section: 'src/signups/SignupPage.tsx' },
  { name: 'analytics', address: '/analytics', section: 'src/analytics/ShopAnalyticsPage.tsx' },
  { name: 'catalog', address: '/catalog', section: 'src/catalog/CatalogPage.tsx' },
  { name: 'settings', address: '/settings', section: 'src/settings/SettingsPage.tsx' },
];

/** What documents are made of. */
export interface Built {
  /** The folder of `admin`. */
  readonly home: string;
  /** Of the scripts, and of all the rest. */
  readonly scripts: Metafile;
  readonly others: Metafile;
  /** What the admin shows and asks at an address while no answer has come yet. */
  readonly snapshotAt: (address: string) => Promise<Snapshot>;
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
    await writeFile(path, await documentOf(template, built, document));
    return path;
  };
  return Promise.all([
    write(join(built.home, 'dist', 'index.html'), null),
    ...documents.map((document) => write(join(folder, `${document.name}.html`), document)),
  ]);
}

const nothing: Snapshot = { html: '', questions: [] };

async function documentOf(template: string, built: Built, document: Document | null): Promise<string> {
  const { scripts, others } = built;
  const [script = '', ...parts] = scriptsOf(scripts, 'src/main.tsx');
  const section = document === null ? [] : scriptsOf(scripts, document.section);
  const needed = new Set([...parts, ...section.filter((part) => part !== script)]);
  const { html, questions } = document === null ? nothing : await built.snapshotAt(document.address);
  const places: Readonly<Record<string, string>> = {
    icon: addressOf(fileOf(others, 'src/assets/icon.svg')),
    style: addressOf(outputOf(others, 'src/style.css')),
    signIn: addressOf(outputOf(others, 'src/early.ts')),
    script: addressOf(script),
    preloads: [...needed].map((part) => `<link rel="modulepreload" href="${addressOf(part)}" />`).join('\n    '),
    snapshot: withoutFileFields(html),
    questions: `<script type="application/json" id="questions">${inScript(questions)}</script>`,
    name: texts.app.name,
    noScript: texts.problem.noScript,
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_whole, place: string) => places[place] ?? missing(place));
}

/** A file that was given to the first look would be lost with it. */
function withoutFileFields(html: string): string {
  return html.replace(/<input[^>]*type="file"[^>]*>/g, '');
}

/** As JSON in which no text can end the element that it stands in. */
function inScript(questions: readonly string[]): string {
  return JSON.stringify(questions).replaceAll('<', '\\u003c');
}

function missing(place: string): never {
  throw new Error(`Nothing goes into {{${place}}} of index.html`);
}

function outputOf(metafile: Metafile, entryPoint: string): string {
  const found = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entryPoint);
  if (found === undefined) throw new Error(`The build made nothing of ${entryPoint}`);
  return found[0];
}

/** A file entry yields a stub script that only exports its address; the picture itself is the neighbour with its suffix. */
function fileOf(metafile: Metafile, source: string): string {
  const found = Object.entries(metafile.outputs).find(
    ([path, output]) => path.endsWith('.svg') && source in output.inputs,
  );
  if (found === undefined) throw new Error(`The build made nothing of ${source}`);
  return found[0];
}

const addressOf = (output: string): string => publicPath + relative('dist/assets', output);
