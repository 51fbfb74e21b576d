import { AccessType } from '../campaign/access-type.ts';
import type { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import { type Html, html } from '../platform/http/html.ts';
import type { Page } from '../platform/http/page.ts';
import type { Shop } from '../shop/shop.type.ts';
import { startPageStyle } from './start-page.style.ts';

/** A campaign as its own merchant may read it: this page is served on the loopback address only. */
export type StartPageCampaign = Pick<EarlyAccessCampaign, 'id' | 'name' | 'accessType' | 'password' | 'secretLink'>;

/** What a visitor needs to get into a campaign, in words; the password is told because this is a demo. */
function wayIn({ accessType, password }: StartPageCampaign): Html {
  const code = html`<code>${password}</code>`;
  switch (accessType) {
    case AccessType.PASSWORD:
      return html`Opens with the password ${code}`;
    case AccessType.SECRET_LINK:
      return html`Opens by its secret link alone`;
    case AccessType.EMAIL_SIGNUP:
      return html`Opens with an e-mail address`;
    case AccessType.PASSWORD_OR_EMAIL:
      return html`Opens with the password ${code} or an e-mail address`;
  }
}

/** Addresses for those who want to look behind the pages. */
const BEHIND: readonly (readonly [path: string, meaning: string])[] = [
  ['/demo/mailbox', 'The mails that were sent, while no mail server is set'],
  ['/demo/vendors', 'Stand-ins for Klaviyo and Omnisend, with keys to connect them'],
  ['/public/graphql', 'GraphiQL: what a visitor’s browser may ask'],
  ['/admin/graphql', 'GraphiQL: what the admin and third-party tools may ask'],
  ['/.well-known/jwks.json', 'The keys with which anybody verifies an access pass'],
  ['/widget/v1/vip-gate.js', 'The widget’s script'],
  ['/livez', 'Whether the process runs'],
  ['/readyz', 'Whether it can serve'],
];

/** The page at `/` of standalone mode: says what this is and leads to everything. */
export function startPage(shop: Shop, campaigns: readonly StartPageCampaign[]): Page {
  const first = campaigns[0];
  return {
    title: 'VIP Early Access Pass',
    head: html`<meta name="robots" content="noindex">`,
    style: startPageStyle,
    body: html`<body>
<main>
<h1>VIP Early Access Pass</h1>
<p class="lead">Open chosen products early to chosen people; everybody else waits. This is the app on its own, without
Shopify, serving the demo shop ${shop.name}, so that you can try all of it.</p>
<nav class="doors" aria-label="Start here">
<a class="door first" href="/admin/">Open the admin</a>
<a class="door" href="/demo/">See the demo page</a>
</nav>
<h2>Demo campaigns</h2>
${campaigns.length > 0 ? html`<ul class="cards">${campaigns.map(campaignCard)}</ul>` : html`<p>There are none. Create one in the admin.</p>`}
<p class="note">A browser keeps its pass once it is in. To meet a gate again, use a private window.</p>
<h2>On any page</h2>
<p>The gate is one script tag and one element, wherever a page’s author pastes them:</p>
${first && embedSnippet(first.id)}
<h2>Behind the pages</h2>
<dl>${BEHIND.map(([path, meaning]) => html`<dt><a href="${path}">${path}</a></dt><dd>${meaning}</dd>`)}</dl>
</main>
</body>`,
  };
}

function campaignCard(campaign: StartPageCampaign): Html {
  const demoPage = `/demo/?campaign=${encodeURIComponent(campaign.id)}`;
  return html`<li>
<h3>${campaign.name}</h3>
<p>${wayIn(campaign)}</p>
<p class="ways">
${campaign.secretLink && html`<a href="/c/${campaign.secretLink}">Hosted page<span hidden> of ${campaign.name}</span></a>`}
<a href="${demoPage}">On the demo page</a>
${
  campaign.accessType === AccessType.SECRET_LINK &&
  campaign.secretLink &&
  html`<a href="${demoPage}&vip=${campaign.secretLink}">On the demo page, by its link</a>`
}
<a href="/admin/campaigns/${campaign.id}">In the admin</a>
</p>
</li>`;
}

function embedSnippet(campaignId: string): Html {
  const script = '<script async src="/widget/v1/vip-gate.js"></script>';
  return html`<pre><code>${script}
${`<vip-gate campaign="${campaignId}"></vip-gate>`}</code></pre>`;
}
