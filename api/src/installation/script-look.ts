import { type Found, good, note, problem } from './finding.ts';
import { InstallationForm } from './installation.type.ts';
import type { Tag } from './page-tags.ts';
import type { WidgetPlaces } from './sought.ts';

/** The widget's script as a page asks for it. */
export interface PageScript {
  readonly url: URL;
  readonly form: InstallationForm;
  /** Findings about the tag itself. */
  readonly found: readonly Found[];
  readonly nonce: string;
  readonly integrity: string;
}

const SCRIPT = '/vip-gate.js';
/** What browsers run: no type, a module, or one of JavaScript's old names. */
const RUNS = /^(?:|module|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

/** The widget's scripts on a page, in its order: in the theme's embed the script comes when somebody opens it. */
export function scriptsOf(tags: readonly Tag[], page: URL, widget: WidgetPlaces): PageScript[] {
  const base = tags.find(({ name, attributes }) => name === 'base' && attributes.has('href'));
  const from = absolute(base?.attributes.get('href') ?? '', page) ?? page;
  return tags.flatMap((tag) => {
    const later = tag.attributes.get('data-vip-gate-script');
    const src = later ?? (tag.name === 'script' && !tag.isInTemplate ? tag.attributes.get('src') : undefined);
    const url = src === undefined ? null : absolute(src, from);
    if (url === null || !url.pathname.endsWith(SCRIPT)) return [];
    return [read(tag, url, { page, widget })];
  });
}

/** What is said of the script that counts. */
export function scriptFindings(script: PageScript | undefined, page: URL): Found[] {
  if (script === undefined) return [problem('SCRIPT_MISSING')];
  if (page.protocol === 'https:' && script.url.protocol === 'http:') return [problem('SCRIPT_INSECURE')];
  return [...script.found];
}

interface Around {
  readonly page: URL;
  readonly widget: WidgetPlaces;
}

function read({ attributes }: Tag, url: URL, around: Around): PageScript {
  const nonce = attributes.get('nonce') ?? '';
  const integrity = attributes.get('integrity')?.trim() ?? '';
  const type = attributes.get('type')?.trim() ?? '';
  const form = formOf(url, around.widget);
  const script = { url, form: form ?? InstallationForm.PLAIN, nonce, integrity };
  if (form === null) return { ...script, found: [problem('SCRIPT_ELSEWHERE', url.origin)] };
  const held = RUNS.test(type) ? [] : [problem('SCRIPT_HELD_BACK', type)];
  const pinned = form === InstallationForm.THEME ? [] : integrityFindings(script, attributes, around);
  const found = [...held, ...pinned];
  return { ...script, found: held.length > 0 ? found : [good('SCRIPT_FOUND'), ...found] };
}

/** Shopify serves what a theme's app block brings from its own network. */
function formOf(url: URL, { publicUrl }: WidgetPlaces): InstallationForm | null {
  if (url.pathname.includes('/extensions/') && url.pathname.endsWith(`/assets${SCRIPT}`)) return InstallationForm.THEME;
  const path = pathBelow(`${publicUrl}/widget/`, url);
  if (path === null) return null;
  return path === `v1${SCRIPT}` ? InstallationForm.PLAIN : InstallationForm.PINNED;
}

function pathBelow(place: string, url: URL): string | null {
  const address = url.origin + url.pathname;
  return address.startsWith(place) ? address.slice(place.length) : null;
}

function integrityFindings(
  { url, form, integrity }: Pick<PageScript, 'url' | 'form' | 'integrity'>,
  attributes: Tag['attributes'],
  { page, widget }: Around,
): Found[] {
  const lacksCors = integrity !== '' && url.origin !== page.origin && !attributes.has('crossorigin');
  const cors = lacksCors ? [problem('CROSSORIGIN_MISSING')] : [];
  if (form === InstallationForm.PLAIN) return integrity === '' ? [] : [problem('INTEGRITY_UNPINNED'), ...cors];
  const version = url.pathname.split('/').at(-2) ?? '';
  const right = widget.releases.get(version);
  if (right === undefined) return [problem('RELEASE_UNKNOWN', version)];
  if (integrity === '') return [note('INTEGRITY_MISSING')];
  const isRight = integrity.split(/\s+/).includes(right);
  return [isRight ? good('INTEGRITY_RIGHT') : problem('INTEGRITY_WRONG'), ...cors];
}

function absolute(address: string, base: URL): URL | null {
  const text = address.trim();
  return text !== '' && URL.canParse(text, base.href) ? new URL(text, base) : null;
}
