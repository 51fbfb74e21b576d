import { html, nothing, type TemplateResult } from 'lit';
import type { GateCampaign } from './gate-api.ts';
import type { Way } from './gate-step.ts';
import { slotted } from './gate-text.ts';
import type { Wording } from './wording.ts';

/** A way that has a form. */
export type FormWay = Exclude<Way, 'link' | 'resend'>;

/** Every form that there is; the page's children stand in this order. */
export const formWays: readonly FormWay[] = ['password', 'email', 'code', 'waiting'];

/** One form of the gate as it stands now. */
export interface EntryForm {
  way: FormWay;
  /** Unique on the page. */
  id: string;
  wording: Wording;
  campaign: GateCampaign;
  isPending: boolean;
  /** Why the last try of this form did not get on, as far as it can be said; null when there was none. */
  answer: string | null;
  /** Whether what was typed is to be mended. */
  isWrong: boolean;
  /** True when another form stands beside it: then each is a group with a name. */
  isOneOfTwo: boolean;
}

/** What browsers and password managers look for: `name`, `type`, `autocomplete`, `inputmode`. */
const emailTraits = ['email', 'email', 'email', 'email'] as const;
const traits = {
  password: ['password', 'password', 'current-password', 'text'],
  email: emailTraits,
  waiting: emailTraits,
  code: ['code', 'text', 'one-time-code', 'numeric'],
} as const;

/** A mark beside every answer, so that it is not told by words or colour alone. */
export const mark = html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1a7 7 0 1 0 .01 0M8 4v5M8 11v1"/></svg>`;

/** The forms that a campaign shows, from top to bottom. */
export function waysOf({ accessType, showsEmailFirst }: GateCampaign): FormWay[] {
  if (accessType === 'PASSWORD') return ['password'];
  if (accessType === 'EMAIL_SIGNUP') return ['email'];
  if (accessType !== 'PASSWORD_OR_EMAIL') return [];
  return showsEmailFirst ? ['email', 'password'] : ['password', 'email'];
}

/**
 * What the page itself holds of a form: fields, labels and answers lie in the light DOM, where password managers look
 * and where `for`, `form` and `aria-describedby` reach. Each is a child of the element, so that its slot can style it.
 */
export function fieldsOf(form: EntryForm, submit: (form: HTMLFormElement) => void): TemplateResult {
  const { way, id, wording, answer, isWrong } = form;
  const [name, type, autocomplete, inputmode] = traits[way];
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) submit(event.target);
  };
  return html`<form id=${id} novalidate @submit=${onSubmit}></form>
    <label slot="${way}-label" for="${id}-field">${wording.text(`${way}Label`)}</label>
    <input slot="${way}-field" id="${id}-field" form=${id} name=${name} type=${type} required
    autocomplete=${autocomplete} inputmode=${inputmode} autocapitalize="none" spellcheck="false" enterkeyhint="go"
    aria-describedby="${id}-answer" aria-invalid=${isWrong} />
    <p slot="${way}-answer" id="${id}-answer">${answer ?? nothing}</p>
    ${name === 'email' ? trap(form) : nothing}
    ${way === 'email' ? consentField(form) : nothing}`;
}

/**
 * Machines fill every field that they find; people neither see, hear nor reach this one. A second `input` would stop the
 * Enter key from sending the form.
 */
function trap({ id, way }: EntryForm): TemplateResult {
  return html`<textarea slot="${way}-trap" form=${id} name="website" tabindex="-1" autocomplete="off" aria-hidden="true"></textarea>`;
}

function consentField({ id, wording, campaign }: EntryForm): TemplateResult {
  return html`<input slot="consent-field" id="${id}-consent" form=${id} name="acceptsMarketing" type="checkbox" />
    <label slot="consent-label" for="${id}-consent">${wording.consent(campaign)}</label>`;
}

/** Where a form's fields stand, with its sentence and its button. */
export function frameOf(
  { way, id, wording, isPending, answer, isOneOfTwo }: EntryForm,
  press: () => void,
): TemplateResult {
  const consent = html`<div class="consent">
    <slot class="own" name="consent-field"></slot><slot class="own" name="consent-label"></slot>
  </div>`;
  return html`<div class="form ${way}" part="form" role=${isOneOfTwo ? 'group' : nothing}
    aria-labelledby=${isOneOfTwo ? `${id}-sentence` : nothing}>
    <p part="sentence" id="${id}-sentence">${slotted(wording, `${way}Intro`)}</p>
    <slot class="own" name="${way}-label"></slot>
    <slot class="own" name="${way}-field"></slot>
    <div class="answer" part="answer">${answer === null ? nothing : mark}<slot class="own" name="${way}-answer"></slot></div>
    <div class="unseen"><slot class="own" name="${way}-trap"></slot></div>
    ${way === 'email' ? consent : nothing}
    <button part="button" type="button" aria-disabled=${isPending} @click=${press}>
      <span class="ink">${slotted(wording, `${way}Button`)}</span>${isPending ? html`<span class="ink spinner"></span>` : nothing}
    </button>
  </div>`;
}
