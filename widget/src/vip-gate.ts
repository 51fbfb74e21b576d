import { html, LitElement, type PropertyValues, render, type TemplateResult } from 'lit';
import { type FormWay, fieldsOf } from './entry-form.ts';
import { GateController } from './gate.controller.ts';
import { HttpGateApi } from './gate-api.ts';
import type { GateEventDetails } from './gate-event.ts';
import { faceOf, formsOf, spokenOf } from './gate-face.ts';
import type { GateStep, Refusal } from './gate-step.ts';
import { english } from './messages.ts';
import { clearSecretFromAddress, endpointFrom, secretInAddress } from './page-address.ts';
import { PassStore } from './pass-store.ts';
import { styles } from './vip-gate.styles.ts';
import { languageAround, Wording } from './wording.ts';

/** Tells the gates of one page apart. */
let gates = 0;

/**
 * The gate of one campaign: asks the visitor for what the campaign wants, and shows its products once it is open.
 *
 * What lies in the element without a slot shows only until this script has come. A script on a page is a curtain, not a
 * wall: what must stay secret belongs behind the API, where only an access pass opens it.
 *
 * @tag vip-gate
 *
 * @attr {string} campaign - The campaign's id. May be left out where `secret-link` says which campaign it is.
 * @attr {string} secret-link - The secret of a secret link. Without it, `?vip=SECRET` in the page's address is taken.
 * @attr {string} api - The address of the app, such as `https://vip.example`. Default: where this script came from.
 * @attr {boolean} without-heading - The page itself says the campaign's name and description; the gate does not repeat them.
 *
 * @fires {CustomEvent<GateOpenDetail>} vip-gate-open - The gate has opened. Detail: `campaignId`, `pass`, `expiresAt`, `remembered`.
 * @fires {CustomEvent<GateDeniedDetail>} vip-gate-denied - A try did not open it. Detail: `campaignId`, `way`, `reason`.
 * @fires {CustomEvent<GateSignupDetail>} vip-gate-signup - A visitor got in by e-mail. Detail: `campaignId`, `acceptsMarketing`; never the address.
 * @fires {CustomEvent<GateErrorDetail>} vip-gate-error - The API gave no answer. Detail: `campaignId`, `during`, `message`.
 *
 * @slot heading - Instead of the campaign's name.
 * @slot unlocked - Shown once the gate is open, under the products.
 *
 * @cssproperty [--vip-gate-accent=currentColor] - Colour of buttons and focus rings.
 * @cssproperty [--vip-gate-accent-text] - Colour of the text on buttons. Default: black or white, whichever reads better.
 * @cssproperty [--vip-gate-space=4px] - The unit of all spacing.
 * @cssproperty [--vip-gate-corner=6px] - Radius of fields, buttons and pictures.
 *
 * @csspart gate - Everything.
 * @csspart heading - The heading.
 * @csspart sentence - A sentence of explanation.
 * @csspart form - One form with its label, field, answer and button.
 * @csspart answer - The answer under a field.
 * @csspart button - A button.
 * @csspart products - The list of products.
 * @csspart product - One product.
 * @csspart picture - A product's picture, or the room for it.
 * @csspart product-title - A product's title.
 * @csspart price - A product's price.
 * @csspart sold-out - The mark of a product that is sold out.
 * @csspart buy - The link to a product.
 */
export class VipGate extends LitElement {
  static override styles = styles;
  static override properties = { campaign: {}, secretLink: { attribute: 'secret-link' }, api: {} };
  /** Where the script came from; `embed.ts` says it. */
  static scriptAddress = '';

  declare campaign: string;
  declare secretLink: string;
  declare api: string;
  readonly #id = `vip-gate-${++gates}`;
  #controller: GateController | null = null;
  #endpoint = '';
  #isStopped = true;
  #wording = new Wording(english, '');
  #shownRefusal: Refusal | null = null;
  #hadFocus = false;

  constructor() {
    super();
    this.campaign = this.secretLink = this.api = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#isStopped) this.requestUpdate('campaign', null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A page that only moves the element puts it back at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#controller?.stop();
      this.#isStopped = true;
    });
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#wording = new Wording(english, languageAround(this));
    this.#hadFocus = this.matches(':focus-within');
    if (changed.has('campaign') || changed.has('secretLink') || changed.has('api')) this.#begin();
  }

  override render(): TemplateResult {
    const face = { step: this.#step, wording: this.#wording, id: this.#id, base: this.#endpoint };
    const press = (way: FormWay) => this.querySelector<HTMLFormElement>(`#${this.#id}-${way}`)?.requestSubmit();
    const retry = () => void this.#controller?.retry();
    return html`<div class="gate" part="gate" aria-busy=${this.#step.name === 'loading'}>
      <p class="unseen" role="status">${spokenOf(this.#step, this.#wording)}</p>
      ${faceOf({ ...face, press, retry })}
    </div>`;
  }

  override updated(): void {
    const forms = formsOf({ step: this.#step, wording: this.#wording, id: this.#id });
    render(
      forms.map((form) => fieldsOf(form, (entered) => this.#submit(form.way, new FormData(entered)))),
      this,
      { host: this },
    );
    if (this.#hadFocus) this.#keepFocus();
  }

  get #step(): GateStep {
    return this.#controller?.step ?? { name: 'loading' };
  }

  #begin(): void {
    const endpoint = endpointFrom(this.api, VipGate.scriptAddress);
    if (!this.#controller || endpoint !== this.#endpoint) {
      this.#controller?.stop();
      this.#endpoint = endpoint;
      const host = { requestUpdate: () => this.requestUpdate(), announce: this.#announce, later };
      this.#controller = new GateController({ api: new HttpGateApi(endpoint), passes: new PassStore(), host });
    }
    this.#isStopped = false;
    void this.#controller.start({ campaign: this.campaign, secretLink: this.secretLink || secretInAddress() });
  }

  #submit(way: FormWay, entered: FormData): void {
    const text = (name: string) => String(entered.get(name) ?? '');
    if (way === 'password') void this.#controller?.submitPassword(text('password'));
    else
      void this.#controller?.submitEmail({ email: text('email'), acceptsMarketing: entered.has('acceptsMarketing') });
  }

  /** The focus goes to the field that was refused, or to the heading of what has opened. */
  #keepFocus(): void {
    const step = this.#step;
    if (step.name === 'open') this.renderRoot.querySelector('h2')?.focus();
    const refusal = step.name === 'locked' ? step.refusal : null;
    const isNew = refusal !== null && refusal !== this.#shownRefusal;
    if (isNew) this.querySelector<HTMLInputElement>(`#${this.#id}-${refusal.way}-field`)?.focus();
    this.#shownRefusal = refusal;
  }

  readonly #announce = <Name extends keyof GateEventDetails>(name: Name, detail: GateEventDetails[Name]): void => {
    if (name === 'vip-gate-open') clearSecretFromAddress();
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  };
}

function later(callback: () => void, milliseconds: number): () => void {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
}

declare global {
  interface HTMLElementTagNameMap {
    'vip-gate': VipGate;
  }
}
