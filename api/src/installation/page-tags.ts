/** A tag that opens an element of a page. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** By their names in lower case; of one that comes twice the first. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Whether it lies in a `<template>`, where nothing of it happens by itself. */
  readonly isInTemplate: boolean;
}

/** What stands in these is text, however much it looks like tags; `noscript` is for browsers without the script that we look for. */
const TEXT_ONLY = ['script', 'style', 'textarea', 'title', 'noscript', 'iframe', 'noembed', 'noframes', 'xmp'];

const TAG_NAME = /\/?[a-z][^\s/>]*/iy;
const GAP = /[\s/]*/y;
const ATTRIBUTE_NAME = /=?[^\s/>=]+|=/y;
const BARE_VALUE = /[^\s>]*/y;
const BEFORE_VALUE = /\s*=\s*/y;

/**
 * The tags of a page as a browser would find them, as far as our question goes: comments and text are left out, and a page that breaks
 * off ends there. Goes through the text once.
 */
export function readTags(html: string): Tag[] {
  const tags: Tag[] = [];
  let templates = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    if (html.startsWith('<!--', at)) {
      at = next(html, html.indexOf('-->', at + 4));
      continue;
    }
    const name = match(TAG_NAME, html, at + 1).toLowerCase();
    if (name === '') {
      at = next(html, at);
      continue;
    }
    const read = readAttributes(html, at + 1 + name.length);
    if (read === null) break;
    if (name === '/template') templates = Math.max(0, templates - 1);
    else if (!name.startsWith('/')) tags.push({ name, attributes: read.attributes, isInTemplate: templates > 0 });
    if (name === 'template') templates += 1;
    at = TEXT_ONLY.includes(name) ? endOfText(html, name, read.end) : html.indexOf('<', read.end);
  }
  return tags;
}

/** Where the next tag may begin behind a place; -1 behind the end. */
function next(html: string, at: number): number {
  return at === -1 ? -1 : html.indexOf('<', at + 1);
}

function endOfText(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? -1;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** The attributes of a tag, and where it ends; null where it never does. */
function readAttributes(html: string, start: number) {
  const attributes = new Map<string, string>();
  let at = start;
  for (;;) {
    at += match(GAP, html, at).length;
    if (at >= html.length) return null;
    if (html[at] === '>') return { attributes, end: at + 1 };
    const name = match(ATTRIBUTE_NAME, html, at);
    at += name.length;
    const equals = match(BEFORE_VALUE, html, at);
    at += equals.length;
    const value = equals === '' ? { text: '', end: at } : readValue(html, at);
    if (value === null) return null;
    at = value.end;
    if (!attributes.has(name.toLowerCase())) attributes.set(name.toLowerCase(), decoded(value.text));
  }
}

function readValue(html: string, at: number): { readonly text: string; readonly end: number } | null {
  const quote = html[at];
  if (quote !== '"' && quote !== "'") {
    const text = match(BARE_VALUE, html, at);
    return { text, end: at + text.length };
  }
  const end = html.indexOf(quote, at + 1);
  return end === -1 ? null : { text: html.slice(at + 1, end), end: end + 1 };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' };

/** Only what addresses and ids are written with. */
function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));?/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
