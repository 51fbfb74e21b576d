import { html, LitElement, nothing, type PropertyValues, render, type TemplateResult } from 'lit';
import { type FormWay, fieldsOf, formWays } from './entry-form.ts';
import type { GateController } from './gate.controller.ts';
import { submitEntry } from './gate-entry.ts';
import { faceOf, formsOf, spokenOf } from './gate-face.ts';
import { GateFocus } from './gate-focus.ts';
import { campaignOf, type GateStep, isTrying } from './gate-step.ts';
import { wireGate } from './gate-wiring.ts';
import type { Face, Shelves } from './later-screens.ts';
import { english } from './messages.ts';
import { OnDemand } from './on-demand.ts';
import { endpointFrom, takeSecretFromAddress } from './page-address.ts';
import { enterPage } from './page-gates.ts';
import { replacedText } from './replaced-text.ts';
import { styles } from './vip-gate.styles.ts';
import { languageAround, Wording } from './wording.ts';

/** Tells the gates of one page apart. */
let gates = 0;
const tickMs = 1_000;

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
 * @attr {string} access-type - What the gate will ask for (`PASSWORD`, `EMAIL_SIGNUP`, `PASSWORD_OR_EMAIL`, `SECRET_LINK`), where it is
 *   known: then it has its final height from the beginning. Before the script has come, a page reserves it by itself:
 *   `vip-gate:not(:defined) { display: block; min-height: 21em }`, with 36em where it asks for either of two.
 * @attr {string} text-* - Any text, replaced: `text-password-intro="Psst. The word?"`. Names: those of `Messages`, with hyphens.
 * @attr {boolean} without-heading - The page itself says the campaign's name and description; the gate does not repeat them.
 *
 * @fires {CustomEvent<GateOpenDetail>} vip-gate-open - The gate has opened. Detail: `campaignId`, `pass`, `expiresAt`, `remembered`.
 * @fires {CustomEvent<GateDeniedDetail>} vip-gate-denied - A try did not open it. Detail: `campaignId`, `way`, `reason`.
 * @fires {CustomEvent<GateSignupDetail>} vip-gate-signup - A visitor has signed up by e-mail. Detail: `campaignId`, `acceptsMarketing`; never the address.
 * @fires {CustomEvent<GateErrorDetail>} vip-gate-error - The API gave no answer. Detail: `campaignId`, `during`, `message`.
 *
 * @slot heading - Instead of the campaign's name.
 * @slot text-* - Any text inside the gate, replaced by markup; names as of the attributes.
 * @slot unlocked - Shown once the gate is open, under the products.
 *
 * @cssproperty [--vip-gate-accent=currentColor] - Colour of buttons and focus rings. Default: the campaign's own, else the text's.
 * @cssproperty --vip-gate-campaign-accent - The campaign's own colour. The element sets it, and it holds where `--vip-gate-accent` is not set.
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
 * @csspart countdown - How long until the gate opens.
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
  static override properties = {
    campaign: {},
    secretLink: { attribute: 'secret-link' },
    api: {},
    accessType: { attribute: 'access-type' },
  };
  /** Where the script came from; `embed.ts` says it. */
  static scriptAddress = '';
  /** The files beside the script; `embed.ts` says how they are fetched. */
  static shelves: Shelves;

  declare campaign: string;
  declare secretLink: string;
  declare api: string;
  declare accessType: string;
  readonly #id = `vip-gate-${++gates}`;
  readonly #onDemand = new OnDemand(VipGate.shelves, () => {
    this.#dress();
    this.requestUpdate();
  });
  #controller: GateController | null = null;
  #endpoint = '';
  #isStopped = true;
  #isReady = false;
  #isDressed = false;
  /** Not all of the step is there yet. So it begins where the element stood on the page before the script. */
  #isDrawing = this.isConnected;
  #isLoading = true;
  #wording = new Wording({ language: 'en', texts: english, replaced: () => null });
  readonly #focus = new GateFocus(this);
  #nextTick = 0;
  #leavePage: () => void = () => undefined;
  /** What the page keeps free for an element that is not defined yet, in pixels. */
  readonly #reserved = this.offsetHeight;

  constructor() {
    super();
    this.campaign = this.secretLink = this.api = this.accessType = '';
    this.addEventListener('focusin', () => this.#onDemand.wantScreens());
    this.addEventListener('input', () => this.#controller?.touch());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What the page reserves for an element that is not defined ends here; the first drawing comes in a later task.
    if (!this.hasUpdated) this.style.minBlockSize = `${this.#reserved}px`;
    if (this.#isStopped) this.requestUpdate('campaign', null);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A page that only moves the element puts it back at once.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stop();
      this.#isStopped = true;
    });
  }

  #stop(): void {
    this.#controller?.stop();
    this.#leavePage();
    clearTimeout(this.#nextTick);
  }

  /**
   * What goes on after the script itself, or after a part of a drawing, does so in a task of its own: a slow phone stays at its visitor's hand between
   * them. An element that comes after the script is drawn at once, before what follows it shows and would have to move.
   */
  override async scheduleUpdate(): Promise<void> {
    if (this.#isDrawing) await new Promise((resolve) => setTimeout(resolve));
    super.scheduleUpdate();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // The hosted page's forms for visitors without scripts: password managers must not find two of each field. Each time,
    // since the page may still be on its way when the element begins.
    this.querySelector('.plain')?.remove();
    if (changed.has('campaign') || changed.has('secretLink') || changed.has('api')) setTimeout(() => this.#begin());
    const step = this.#controller?.step;
    if (
      step &&
      (!['loading', 'unreachable', 'missing', 'locked'].includes(step.name) || (isTrying(step) && step.refusal))
    )
      this.#onDemand.wantScreens();
    this.#speak();
    if (this.#isDrawing) return;
    this.#keepHeight();
    this.#focus.before();
  }

  override render(): TemplateResult {
    const { direction, language } = this.#wording;
    return html`<div class="gate" part="gate" lang=${language} dir=${this.#isReady ? direction : nothing} aria-busy=${this.#step.name === 'loading'}>
      <p class="unseen" role="status">${this.#isReady ? spokenOf(this.#face) : ''}</p>
      ${faceOf(this.#face)}
    </div>`;
  }

  override updated(): void {
    const forms = formsOf(this.#face);
    const fields = formWays.map((way) => {
      const form = forms.find((candidate) => candidate.way === way);
      return form ? fieldsOf(form, (entered) => this.#submit(way, entered)) : nothing;
    });
    render(fields, this, { host: this });
    // What is not all there yet is hidden, and goes on to be drawn.
    this.#isDrawing = this.renderRoot.querySelector('[hidden]') !== null;
    if (this.#isDrawing) this.requestUpdate();
    // To move the focus lays the page out: after what has opened, that is a task of its own.
    else if (this.#step.name === 'open') setTimeout(() => this.#arrive());
    else this.#arrive();
    const accent = campaignOf(this.#step)?.accentColor;
    if (accent && /^#[0-9a-f]{6}$/i.test(accent)) this.style.setProperty('--vip-gate-campaign-accent', accent);
  }

  /** What is drawn: nothing is, before it can be said in the page's language. */
  get #step(): GateStep {
    return (this.#isReady && this.#controller?.step) || { name: 'loading' };
  }

  get #face(): Face {
    return {
      step: this.#step,
      wording: this.#wording,
      id: this.#id,
      base: this.#endpoint,
      accessType: this.accessType,
      remaining: this.#controller?.remaining ?? null,
      later: this.#onDemand.later,
      press: (way) => this.querySelector<HTMLFormElement>(`#${this.#id}-${way}`)?.requestSubmit(),
      retry: () => void this.#controller?.retry(),
      resend: () => void this.#controller?.resend(),
      insist: () => this.#controller?.insist(),
    };
  }

  /** The rules of the later screens come with them. */
  #dress(): void {
    const { later } = this.#onDemand;
    const root = this.shadowRoot;
    if (!later || !root || this.#isDressed) return;
    this.#isDressed = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(later.rules);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  #speak(): void {
    const language = languageAround(this);
    const translated = this.#onDemand.texts(language);
    const texts = translated ?? { ...english, ...this.#onDemand.later?.english };
    this.#isReady = translated !== undefined;
    this.#wording = new Wording({ language, texts, replaced: (name) => replacedText(this, this.#step, name) });
  }

  /** In a task of its own too: the page's memory is asked for the first time, which takes its while. */
  #begin(): void {
    if (!this.isConnected) return;
    const endpoint = endpointFrom(this.api, VipGate.scriptAddress);
    if (!this.#controller || endpoint !== this.#endpoint) {
      this.#stop();
      this.#endpoint = endpoint;
      this.#controller = wireGate(this, endpoint, this.#onDemand);
    }
    this.#leavePage = enterPage(this.#controller);
    this.#isStopped = false;
    const inAddress = takeSecretFromAddress();
    void this.#controller.start({ campaign: this.campaign, secretLink: this.secretLink || inAddress });
  }

  #submit(way: FormWay, form: HTMLFormElement): void {
    if (this.#controller) submitEntry(way, form, { controller: this.#controller, wording: this.#wording });
  }

  /**
   * What follows the gate on the page stays where it is when the form comes; it may move when the visitor gets on. The height is read when
   * something else is about to be drawn: the page has been laid out since, so that it costs nothing.
   */
  #keepHeight(): void {
    if (this.#isLoading) this.style.minBlockSize = `${Math.max(this.#reserved, this.offsetHeight)}px`;
    this.#isLoading = this.#step.name === 'loading';
  }

  /** All of the step is there. */
  #arrive(): void {
    if (this.#step.name === 'open') this.style.minBlockSize = '';
    this.#focus.after(this.#step);
    this.#tick();
  }

  /** A countdown is drawn anew every second, and so is the wait for another code. */
  #tick(): void {
    clearTimeout(this.#nextTick);
    const { name } = this.#step;
    const isCounting = name === 'confirming' || (name === 'not-open' && this.#face.remaining !== null);
    if (isCounting && this.isConnected) this.#nextTick = window.setTimeout(() => this.requestUpdate(), tickMs);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'vip-gate': VipGate;
  }
}
