import { type Html, html } from '../platform/http/html.ts';
import type { Page } from '../platform/http/page.ts';
import { DEMO_KEYS } from '../stand-in/demo-accounts.ts';
import type { Exchange, Vendor } from '../stand-in/observations.ts';
import { FAULT_CHOICES } from './vendor-faults.ts';
import { vendorsStyle } from './vendors.style.ts';
import type { ShownPerson } from './vendors-view.ts';

/** A list or a tag, and how many are on it. */
export interface ShownAudience {
  readonly name: string;
  readonly details: string;
}

/** One vendor's account, as the page shows it. */
export interface ShownVendor {
  readonly vendor: Vendor;
  readonly accountId: string;
  readonly audiences: readonly ShownAudience[];
  readonly people: readonly ShownPerson[];
  /** All of them; `people` has the latest. */
  readonly peopleCount: number;
}

/** Everything that stands on the page. */
export interface VendorsPageParts {
  readonly vendors: readonly ShownVendor[];
  /** Faults that are switched on, in words. */
  readonly faults: readonly string[];
  /** The latest first. */
  readonly exchanges: readonly Exchange[];
  readonly violations: readonly string[];
}

const NAMES: Readonly<Record<Vendor, string>> = { klaviyo: 'Klaviyo', omnisend: 'Omnisend' };

/** What the vendors' stand-in knows, with buttons for what people and networks do. */
export function vendorsPage({ vendors, faults, exchanges, violations }: VendorsPageParts): Page {
  return {
    title: 'Klaviyo and Omnisend, stood in for',
    head: html`<meta name="robots" content="noindex">`,
    style: vendorsStyle,
    body: html`<body>
<main>
<h1>Klaviyo and Omnisend, stood in for</h1>
<p>In standalone mode sign-ups go to this stand-in and nowhere else: it behaves as the two do, keeps what it is told, and mails nobody.
Connect it in the <a href="/admin/settings">settings</a> with these keys, then sign up at the <a href="/demo/">demo page</a>.</p>
<ul>
<li>Klaviyo: <code>${DEMO_KEYS.klaviyo}</code></li>
<li>Klaviyo, a key that may only read lists: <code>${DEMO_KEYS.klaviyoReadOnly}</code></li>
<li>Omnisend: <code>${DEMO_KEYS.omnisend}</code></li>
</ul>
<p class="quiet"><a href="/demo/vendors">Look again</a> · <a href="/">Back to the start</a></p>
${violations.length > 0 && violationList(violations)}
${vendors.map(vendorSection)}
${faultSection(faults)}
<h2>What came in last</h2>
${exchanges.length > 0 ? html`<ul>${exchanges.map(arrival)}</ul>` : html`<p class="quiet">Nothing yet.</p>`}
</main>
</body>`,
  };
}

function violationList(violations: readonly string[]): Html {
  return html`<h2 class="bad">Requests that the vendors would not have taken</h2>
<ul>${violations.map((violation) => html`<li>${violation}</li>`)}</ul>`;
}

function vendorSection({ vendor, accountId, audiences, people, peopleCount }: ShownVendor): Html {
  const shown = people.length < peopleCount ? `, the latest ${people.length} of them here` : '';
  return html`<section aria-labelledby="${vendor}">
<h2 id="${vendor}">${NAMES[vendor]}</h2>
<h3>${vendor === 'klaviyo' ? 'Lists' : 'Tags'}</h3>
${audiences.length > 0 ? html`<ul>${audiences.map(audience)}</ul>` : html`<p class="quiet">None yet.</p>`}
<h3>People</h3>
<p class="quiet">${peopleCount === 1 ? '1 person' : `${peopleCount} people`}${shown}</p>
${people.length > 0 && html`<ul>${people.map((person) => personCard(person, { vendor, accountId }))}</ul>`}
</section>`;
}

function audience({ name, details }: ShownAudience): Html {
  return html`<li><strong>${name}</strong> <span class="quiet">${details}</span></li>`;
}

type Where = Pick<ShownVendor, 'vendor' | 'accountId'>;

function personCard(person: ShownPerson, where: Where): Html {
  const { email, name, standing, tone, audiences, waitsForList, mayLeave } = person;
  return html`<li class="person">
<div>${email}${name && html` <span class="quiet">${name}</span>`}<br>
<span class="${tone}">${standing}</span> <span class="quiet">${audiences.join(', ')}</span></div>
${waitsForList !== null && act({ ...where, email, act: 'CLICK', listId: waitsForList }, 'Click the confirmation')}
${mayLeave && act({ ...where, email, act: 'LEAVE', listId: '' }, 'Unsubscribe')}
</li>`;
}

function act(fields: Readonly<Record<string, string>>, label: string): Html {
  const hidden = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="/demo/vendors/people">${hidden}<button aria-label="${label}: ${fields.email}">${label}</button></form>`;
}

function faultSection(faults: readonly string[]): Html {
  return html`<h2>Faults</h2>
<p class="quiet">Switch one on and watch nothing get lost.</p>
${faults.length > 0 ? html`<ul>${faults.map((fault) => html`<li class="waiting">${fault}</li>`)}</ul>` : html`<p>All is well.</p>`}
<form class="fields" method="post" action="/demo/vendors/faults">
<label>What goes wrong<select name="fault">${FAULT_CHOICES.map(({ id, label }) => html`<option value="${id}">${label}</option>`)}</select></label>
<label>At<select name="vendor"><option value="">both</option><option value="klaviyo">Klaviyo</option><option value="omnisend">Omnisend</option></select></label>
<label>How often<select name="share"><option value="1">every call</option><option value="0.5">every second</option><option value="0.1">every tenth</option></select></label>
<button>Switch on</button>
</form>
${faults.length > 0 && html`<form class="fields" method="post" action="/demo/vendors/faults"><button name="fault" value="NONE">Switch all off</button></form>`}`;
}

function arrival({ vendor, at, method, path, status, fault }: Exchange): Html {
  const time = new Date(at).toISOString();
  return html`<li class="came"><time class="quiet" datetime="${time}">${time.slice(11, 19)} UTC</time> <span>${NAMES[vendor]}</span>
<code>${method} ${path}</code> <span class="${status < 400 && status > 0 ? 'good' : 'bad'}">${status === 0 ? 'no answer' : status}</span>
${fault && html`<span class="waiting">${fault}</span>`}</li>`;
}
