import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { type Html, html, trustedHtml } from './html.ts';

/** A page of ours, whole: what its head says, how it looks, and what stands in it. */
export interface Page {
  title: string;
  /** BCP 47; English where it is not said. */
  lang?: string;
  /** Right to left where the language is written so. */
  direction?: 'ltr' | 'rtl';
  /** Further elements of the head, such as Open Graph's. */
  head?: Html;
  /** CSS of our own; it is allowed by its hash, so no other style in the page takes effect. */
  style: string;
  /** The page's content, from `<body>` to `</body>`. */
  body: Html;
}

/** What a page may load beside its own style: everything not named here is refused by the browser. */
export interface PageAllowances {
  /** Pictures of the merchant's, wherever they are hosted. */
  pictures?: boolean;
  /** Forms may be sent to this server. */
  forms?: boolean;
  /** The origin that an answer to a form may lead on to: browsers hold redirects against the policy, too. */
  formsLeadTo?: string;
}

/** Styles differ by a merchant's colour at most; the hashes of so many are kept. */
const MOST_HASHES = 500;

const hashes = new Map<string, string>();

/** Answers with an HTML page under a strict Content-Security-Policy; the caller has set the status and the caching. */
export function sendPage(reply: FastifyReply, page: Page, allow: PageAllowances = {}): FastifyReply {
  return reply
    .header('content-security-policy', pagePolicy(page.style, allow))
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(renderPage(page).text);
}

function renderPage(page: Page): Html {
  return html`<!doctype html>
<html lang="${page.lang ?? 'en'}" dir="${page.direction ?? 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
${page.head}
<link rel="icon" href="data:,">
<style>${trustedHtml(page.style)}</style>
</head>
${page.body}
</html>
`;
}

function pagePolicy(style: string, allow: PageAllowances): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src '${styleHash(style)}'`,
    `img-src 'self' data:${allow.pictures ? ' https: http:' : ''}`,
    "connect-src 'self'",
    `form-action ${formTargets(allow)}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function formTargets({ forms, formsLeadTo }: PageAllowances): string {
  if (!forms) return "'none'";
  return formsLeadTo === undefined ? "'self'" : `'self' ${formsLeadTo}`;
}

function styleHash(style: string): string {
  const known = hashes.get(style);
  if (known) return known;
  const hash = `sha256-${createHash('sha256').update(style).digest('base64')}`;
  if (hashes.size >= MOST_HASHES) hashes.clear();
  hashes.set(style, hash);
  return hash;
}
