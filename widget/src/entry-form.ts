import { html, nothing, type TemplateResult } from 'lit';
import type { GateCampaign } from './gate-api.ts';
import type { Refusal, Way } from './gate-step.ts';
import type { Wording } from './wording.ts';

/** A way that has a form. */
export type FormWay = Exclude<Way, 'link'>;

/** One form of the gate as it stands now. */
export interface EntryForm {
  way: FormWay;
  /** Unique on the page. */
  id: string;
  wording: Wording;
  campaign: GateCampaign;
  isPending: boolean;
  refusal: Refusal | null;
  /** True when another form stands beside it: then each is a group with a name. */
  isOneOfTwo: boolean;
}

/** A mark beside every answer, so that it is not told by words or colour alone. */
export const mark = html`<svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1a7 7 0 1 0 .01 0M8 4v5M8 11v1"/></svg>`;

/** The forms that an access type shows, from top to bottom. */
export function waysOf({ accessType }: GateCampaign): FormWay[] {
  if (accessType === 'PASSWORD') return ['password'];
  if (accessType === 'EMAIL_SIGNUP') return ['email'];
  return accessType === 'PASSWORD_OR_EMAIL' ? ['password', 'email'] : [];
}

/**
 * What the page itself holds of a form: fields, labels and answers lie in the light DOM, where password managers look
 * and where `for`, `form` and `aria-describedby` reach. Each is a child of the element, so that its slot can style it.
 */
export function fieldsOf(form: EntryForm, submit: (form: HTMLFormElement) => void): TemplateResult {
  const { way, id, wording, refusal } = form;
  const { texts } = wording;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) submit(event.target);
  };
  const isWrong = refusal !== null && refusal.reason !== 'unreachable';
  return html`<form id=${id} novalidate @submit=${onSubmit}></form>
    <label slot="${way}-label" for="${id}-field">${way === 'email' ? texts.emailLabel : texts.passwordLabel}</label>
    ${way === 'email' ? emailField(id, isWrong) : passwordField(id, isWrong)}
    <p slot="${way}-answer" id="${id}-answer">${refusal ? wording.refusal(refusal) : nothing}</p>
    ${way === 'email' ? consentField(form) : nothing}`;
}

function passwordField(id: string, isWrong: boolean): TemplateResult {
  return html`<input slot="password-field" id="${id}-field" form=${id} name="password" type="password" required
    autocomplete="current-password" autocapitalize="none" spellcheck="false" enterkeyhint="go"
    aria-describedby="${id}-answer" aria-invalid=${isWrong} />`;
}

function emailField(id: string, isWrong: boolean): TemplateResult {
  return html`<input slot="email-field" id="${id}-field" form=${id} name="email" type="email" required
    autocomplete="email" inputmode="email" autocapitalize="none" spellcheck="false" enterkeyhint="go"
    aria-describedby="${id}-answer" aria-invalid=${isWrong} />`;
}

function consentField({ id, wording, campaign }: EntryForm): TemplateResult {
  return html`<input slot="consent-field" id="${id}-consent" form=${id} name="acceptsMarketing" type="checkbox" />
    <label slot="consent-label" for="${id}-consent">${wording.texts.consent(campaign.shopName)}</label>`;
}

/** Where a form's fields stand, with its sentence and its button. */
export function frameOf(
  { way, id, wording, isPending, refusal, isOneOfTwo }: EntryForm,
  press: () => void,
): TemplateResult {
  const { texts } = wording;
  const sentence = way === 'email' ? texts.emailSentence : texts.passwordSentence;
  const label = way === 'email' ? texts.emailButton : texts.passwordButton;
  const consent = html`<div class="consent">
    <slot class="own" name="consent-field"></slot><slot class="own" name="consent-label"></slot>
  </div>`;
  return html`<div class="form ${way}" part="form" role=${isOneOfTwo ? 'group' : nothing}
    aria-labelledby=${isOneOfTwo ? `${id}-sentence` : nothing}>
    <p part="sentence" id="${id}-sentence">${sentence}</p>
    <slot class="own" name="${way}-label"></slot>
    <slot class="own" name="${way}-field"></slot>
    <div class="answer" part="answer">${refusal ? mark : nothing}<slot class="own" name="${way}-answer"></slot></div>
    ${way === 'email' ? consent : nothing}
    <button part="button" type="button" aria-disabled=${isPending} @click=${press}>
      <span class="ink">${label}</span>${isPending ? html`<span class="ink spinner"></span>` : nothing}
    </button>
  </div>`;
}
