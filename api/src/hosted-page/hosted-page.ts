import type { GateCampaign } from '../gate/gate-campaign.type.ts';
import { type Html, html, webAddress } from '../platform/http/html.ts';
import type { Page } from '../platform/http/page.ts';
import { accentStyle } from './accent.ts';
import type { GateFace } from './gate-face.ts';
import { hostedPageStyle } from './hosted-page.style.ts';
import type { HostedWording } from './hosted-wording.ts';
import { plainGate } from './plain-gate.ts';

/** Above this many characters a name is set in the smaller size, so that it stays a title and no wall of letters. */
const LONG_NAME = 60;

/** Shared links are cut near this length by those who show them; whole words read better than half ones. */
const PREVIEW_LENGTH = 200;

const NO_INDEX = html`<meta name="robots" content="noindex, nofollow">`;

/** How a campaign's page is put together. */
export interface PosterParts {
  readonly campaign: GateCampaign;
  readonly wording: HostedWording;
  /** This server's address, for what others must load absolutely. */
  readonly publicUrl: string;
}

/**
 * The campaign's page as it is first seen. The element takes over where scripts run; the plain forms in it show where none do,
 * and also where the script never comes. `secret` opens only what the visitor asks for: the page spends nothing.
 */
export function hostedPage(face: GateFace, secret: string, publicUrl: string): Page {
  const gate = html`<vip-gate secret-link="${secret}" without-heading>${plainGate(face)}</vip-gate>`;
  const content = html`${gate}
${viewPicture(face.action)}`;
  return campaignPage({ ...face, publicUrl }, content, html`<script async src="/widget/v1/vip-gate.js"></script>`);
}

/** Counts the page's view where no script does: browsers with scripts, previews and mail scanners do not load it. */
function viewPicture(action: string): Html {
  return html`<noscript><img class="unseen" src="${action}/view.gif" alt="" width="1" height="1"></noscript>`;
}

/** The page after a post: plain, so that the answer stays where it is. */
export function answeredPage(face: GateFace, publicUrl: string): Page {
  return campaignPage({ ...face, publicUrl }, plainGate(face));
}

/** A campaign's poster with something in it. */
export function campaignPage(parts: PosterParts, content: Html, script?: Html): Page {
  const { campaign, wording } = parts;
  const { tag: lang, direction } = wording.language;
  const title = wording.replaced('heading') ?? campaign.name;
  const picture = webAddress(campaign.pictureUrl);
  return {
    ...{ lang, direction },
    title: `${campaign.name} · ${campaign.shopName}`,
    head: html`${sharedHead(parts)}${script}`,
    style: hostedPageStyle + accentStyle(campaign.accentColor),
    body: html`<body>
<header class="shop">${campaign.shopName}</header>
<main class="poster">
${picture && html`<p class="picture"><img src="${picture}" alt="" fetchpriority="high"></p>`}
<h1 dir="auto"${title.length > LONG_NAME && html` class="long"`}>${title}</h1>
${campaign.description && html`<p class="description" dir="auto">${campaign.description}</p>`}
${content}
</main>
<footer class="small-print">${wording.say('smallPrint')}</footer>
</body>`,
  };
}

/** What is shown of the campaign where its address is shared. Not the address itself: it is the secret. */
function sharedHead({ campaign, wording, publicUrl }: PosterParts): Html {
  const preview = shorten(campaign.description ?? wording.say('preview'));
  const picture = webAddress(campaign.pictureUrl);
  return html`${NO_INDEX}
<meta name="description" content="${preview}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${campaign.shopName}">
<meta property="og:title" content="${campaign.name}">
<meta property="og:description" content="${preview}">
${picture && html`<meta property="og:image" content="${URL.parse(picture, publicUrl)?.href ?? picture}">`}
<meta name="twitter:card" content="${picture ? 'summary_large_image' : 'summary'}">
`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= PREVIEW_LENGTH) return line;
  return `${line.slice(0, line.lastIndexOf(' ', PREVIEW_LENGTH)).slice(0, PREVIEW_LENGTH)}…`;
}
