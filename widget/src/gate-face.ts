import { html, nothing, type TemplateResult } from 'lit';
import { type EntryForm, type FormWay, frameOf, mark, waysOf } from './entry-form.ts';
import { campaignOf, type GateStep, isTrying, type Refusal } from './gate-step.ts';
import { slotted } from './gate-text.ts';
import type { Face } from './later-screens.ts';
import type { Wording } from './wording.ts';

type Locked = Extract<GateStep, { name: 'locked' }>;

/** The forms of the present step. */
export function formsOf(face: Face): EntryForm[] {
  const { step, wording, id, later } = face;
  const campaign = campaignOf(step);
  if (!isTrying(step) || !campaign) return [];
  const { pending, refusal } = step;
  const ways = [...(step.name === 'locked' ? waysOf(campaign) : []), ...(later?.ways(step) ?? [])];
  return ways.map((way) => {
    const own = refusal && (refusal.way === way || (refusal.way === 'resend' && way === 'code')) ? refusal : null;
    return {
      way,
      id: `${id}-${way}`,
      wording,
      campaign,
      isPending: pending === way,
      answer: own && whyRefused(face, own),
      isWrong: own !== null && own.reason !== 'unreachable',
      isOneOfTwo: ways.length > 1,
    };
  });
}

/** What a screen reader hears of a step. */
export function spokenOf(face: Face): string {
  const { step, wording, later } = face;
  if (isTrying(step) && step.refusal) return whyRefused(face, step.refusal);
  if (isTrying(step) && step.pending) return wording.text('working');
  switch (step.name) {
    case 'loading':
      return wording.text('loading');
    case 'missing':
    case 'unreachable':
      return wording.text(step.name);
    default:
      return later?.spoken(face) ?? '';
  }
}

/** Why the last try did not get on; what was wrong with it is said once the later screens have come. */
function whyRefused({ wording, later }: Face, refusal: Refusal): string {
  if (refusal.reason === 'unreachable') return wording.text(refusal.way === 'link' ? 'unreachable' : 'entryKept');
  return later?.refusal(wording, refusal) ?? '';
}

/** What stands in the shadow root, for each step. */
export function faceOf(face: Face): TemplateResult {
  const { step, wording } = face;
  switch (step.name) {
    case 'loading':
      return skeleton(face);
    case 'unreachable':
      return html`${said(wording.text('unreachable'))}${retryButton(face)}`;
    case 'missing':
      return said(wording.text('missing'));
    case 'locked':
      return lockedFace(face, step);
    default:
      return face.later?.face(face) ?? skeleton(face);
  }
}

/** The form's place in the shadow root; nothing where the step has no such form. */
export function frame(face: Face, way: FormWay): TemplateResult | typeof nothing {
  const form = formsOf(face).find((candidate) => candidate.way === way);
  return form ? frameOf(form, () => face.press(way)) : nothing;
}

function lockedFace(face: Face, step: Locked): TemplateResult {
  const { campaign } = step;
  const ways = waysOf(campaign);
  const or = html`<p class="or">${slotted(face.wording, 'or')}</p>`;
  const description = html`<p class="told" part="sentence">${campaign.description}</p>`;
  return html`${heading(face.wording, campaign.name)}
    ${campaign.description ? description : nothing}
    ${ways.length > 0 ? ways.map((way, at) => [at > 0 ? or : nothing, frame(face, way)]) : linkFace(face, step)}
    ${face.later?.waiting(face)}`;
}

function linkFace(face: Face, { pending, refusal }: Locked): TemplateResult {
  const { wording } = face;
  if (refusal) return said(whyRefused(face, refusal));
  return html`<p part="sentence">${slotted(wording, pending ? 'opening' : 'linkNeeded')}</p>`;
}

/** The campaign's name, or what stands instead of it. */
export function heading(wording: Wording, name: string): TemplateResult {
  return html`<h2 class="told" part="heading" tabindex="-1"><slot name="heading">${wording.text('heading', name)}</slot></h2>`;
}

/** An answer with its mark. */
export function said(content: TemplateResult | string): TemplateResult {
  return html`<p class="said" part="answer">${mark}<span>${content}</span></p>`;
}

function retryButton({ wording, retry }: Face): TemplateResult {
  return html`<button part="button" type="button" @click=${retry}><span class="ink">${wording.text('retry')}</span></button>`;
}

/** The measure of the forms that will come, so that nothing jumps when they do; of one for an e-mail where nobody knows. */
function skeleton({ accessType }: Face): TemplateResult {
  const line = html`<p class="bone line"></p>`;
  const bones = (isEmail: boolean) => html`<div class="form">
      ${line}${line}
      <div class="bone field"></div>
      <div class="answer"></div>
      ${isEmail ? html`<p class="bone consent"></p>` : nothing}
      <div class="bone field short"></div>
    </div>`;
  return html`<h2 aria-hidden="true" class="bone told line"></h2>
    <p class="bone told line"></p>
    ${accessType === 'PASSWORD_OR_EMAIL' ? [bones(false), line] : nothing}
    ${accessType === 'SECRET_LINK' ? nothing : bones(accessType !== 'PASSWORD')}`;
}
