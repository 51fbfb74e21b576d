const SILENT = ['script', 'style', 'template'];
const BLOCK = /^(?:address|article|blockquote|br|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|section|table|td|th|tr|ul)$/;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', middot: '·', bull: '•',
  lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', times: '×', deg: '°', frac12: '½', frac14: '¼',
  copy: '©', reg: '®', trade: '™', euro: '€', pound: '£', yen: '¥', cent: '¢', eacute: 'é', egrave: 'è', agrave: 'à',
  ccedil: 'ç', auml: 'ä', ouml: 'ö', uuml: 'ü', Auml: 'Ä', Ouml: 'Ö', Uuml: 'Ü', szlig: 'ß', ntilde: 'ñ',
}; // biome-ignore format: a table reads better dense

/**
 * The words of an HTML fragment as plain text: one line per block, scripts and styles left out. The result is text, not
 * safe HTML: it must still be escaped where it is shown. Linear in the length of what it is given.
 */
export function htmlToText(html: string): string {
  const text = withoutTags(html).replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z0-9]{2,8});/gi, character);
  const lines = text.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim());
  return lines.filter((line) => line !== '').join('\n');
}

function withoutTags(html: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    parts.push(words(html.slice(at, open === -1 ? html.length : open)));
    if (open === -1) break;
    const tag = tagAt(html, open);
    parts.push(tag.text);
    at = tag.end;
  }
  return parts.join('');
}

function words(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** A `<` that begins no tag stands for itself, so that "3 < 4" stays a sentence. */
function tagAt(html: string, open: number): { text: string; end: number } {
  const name = /^<(?:[/!]?)([a-z][a-z0-9-]{0,30}|--)?/i.exec(html.slice(open, open + 40));
  const tag = name?.[1]?.toLowerCase();
  if (tag === undefined) return { text: '<', end: open + 1 };
  const close = html.indexOf(tag === '--' ? '-->' : '>', open);
  if (close === -1) return { text: '', end: html.length };
  if (SILENT.includes(tag) && html[open + 1] !== '/') return { text: '', end: endOfElement(html, tag, close) };
  return { text: BLOCK.test(tag) ? '\n' : '', end: html.indexOf('>', close) + 1 };
}

function endOfElement(html: string, tag: string, from: number): number {
  const closing = new RegExp(`</${tag}\\b[^<>]*>`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html) === null ? html.length : closing.lastIndex;
}

function character(entity: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? entity;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '';
}
