import { html } from '../platform/http/html.ts';
import type { Page } from '../platform/http/page.ts';
import { hostedPageStyle } from './hosted-page.style.ts';

/** What the hosted page shows of a campaign: nothing that the gate protects. */
export interface HostedCampaign {
  name: string;
  description?: string | null | undefined;
  shopName: string;
}

/** Above this many characters a name is set in the smaller size, so that it stays a title and no wall of letters. */
const LONG_NAME = 60;

/** Shared links are cut near this length by those who show them; whole words read better than half ones. */
const PREVIEW_LENGTH = 200;

/** The campaign's poster with its gate. `secret` opens only what the visitor asks for by script: the page spends nothing. */
export function hostedPage(campaign: HostedCampaign, secret: string): Page {
  const preview = shorten(campaign.description ?? `Early access at ${campaign.shopName}`);
  return {
    title: `${campaign.name} · ${campaign.shopName}`,
    head: html`<meta name="robots" content="noindex, nofollow">
<meta name="description" content="${preview}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${campaign.shopName}">
<meta property="og:title" content="${campaign.name}">
<meta property="og:description" content="${preview}">
<meta name="twitter:card" content="summary">
<script async src="/widget/v1/vip-gate.js"></script>`,
    style: hostedPageStyle,
    body: html`<body>
<header class="shop">${campaign.shopName}</header>
<main class="poster">
<h1${campaign.name.length > LONG_NAME && html` class="long"`}>${campaign.name}</h1>
${campaign.description && html`<p class="description">${campaign.description}</p>`}
<vip-gate secret-link="${secret}" without-heading></vip-gate>
<noscript><p class="notice">To get in, please allow JavaScript for this page and open the link again.</p></noscript>
</main>
<footer class="small-print">Early access at ${campaign.shopName}. This page is only for people who were given its link.</footer>
</body>`,
  };
}

/** The same for a link that never was, was replaced, or was taken back: it teaches a guesser nothing. */
export function unknownLinkPage(): Page {
  return notice(
    'This link leads nowhere',
    'It may be mistyped, or no longer in use. Ask whoever gave it to you for the new one.',
  );
}

/** What a visitor reads when we fail; the log has the rest. */
export function outOfReachPage(): Page {
  return notice("We couldn't reach the shop", 'Your link is fine. Please try again in a moment.');
}

function notice(title: string, sentence: string): Page {
  return {
    title,
    head: html`<meta name="robots" content="noindex, nofollow">`,
    style: hostedPageStyle,
    body: html`<body>
<main class="poster">
<h1>${title}</h1>
<p class="description">${sentence}</p>
</main>
</body>`,
  };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= PREVIEW_LENGTH) return line;
  return `${line.slice(0, line.lastIndexOf(' ', PREVIEW_LENGTH)).slice(0, PREVIEW_LENGTH)}…`;
}
