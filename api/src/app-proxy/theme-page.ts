import type { GateCampaign } from '../gate/gate-campaign.type.ts';
import type { HostedWording } from '../hosted-page/hosted-wording.ts';
import type { VisitorLanguage } from '../hosted-page/visitor-language.ts';
import { type Html, html, webAddress } from '../platform/http/html.ts';
import { inertLiquid } from './liquid.ts';
import { themePageStyle } from './theme-page.style.ts';

/** What a campaign's page inside the theme is made from. */
export interface ThemePageParts {
  readonly campaign: GateCampaign;
  readonly wording: HostedWording;
  /** The secret of the link. It opens only what the visitor asks for: the page spends nothing. */
  readonly secret: string;
  /** This server's address, without a slash at its end: from a shop's theme everything of ours is loaded absolutely. */
  readonly publicUrl: string;
}

/**
 * A campaign's page as a Liquid template that Shopify draws inside the shop's theme. The gate is the element, which asks this server
 * itself; who has no scripts is led to the hosted page, because Shopify's proxy forwards neither cookies nor, provably, what is posted.
 * It names no language: the element takes the theme's.
 */
export function themePage({ campaign, wording, secret, publicUrl }: ThemePageParts): string {
  const picture = webAddress(campaign.pictureUrl);
  const { tag: lang, direction } = wording.language;
  return inTheme(html`${picture && html`<img class="vip-page-picture" src="${URL.parse(picture, publicUrl)?.href ?? picture}" alt="">`}
<h1 dir="auto">${wording.replaced('heading') ?? campaign.name}</h1>
${campaign.description && html`<p class="vip-page-description" dir="auto">${campaign.description}</p>`}
<vip-gate secret-link="${secret}" api="${publicUrl}" without-heading><p class="plain" lang="${lang}" dir="${direction}"><a href="${publicUrl}/c/${secret}" rel="nofollow noreferrer">${wording.say('linkButton')}</a></p></vip-gate>
<script async src="${publicUrl}/widget/v1/vip-gate.js"></script>`);
}

/** The same for a link that never was, that was taken back, and that is another shop's. */
export function unknownThemePage({ tag: lang, direction, words }: VisitorLanguage): string {
  return inTheme(html`<div lang="${lang}" dir="${direction}">
<h1>${words.unknownTitle}</h1>
<p class="vip-page-description">${words.unknownSentence}</p>
</div>`);
}

/** What a visitor reads when we fail. */
export function unreachableThemePage({ tag: lang, direction, words }: VisitorLanguage): string {
  return inTheme(html`<div lang="${lang}" dir="${direction}">
<h1>${words.unreachableTitle}</h1>
<p class="vip-page-description">${words.unreachableSentence}</p>
</div>`);
}

function inTheme(content: Html): string {
  return `<meta name="robots" content="noindex, nofollow">
<style>${themePageStyle}</style>
<div class="vip-page">
${inertLiquid(content)}
</div>
`;
}
