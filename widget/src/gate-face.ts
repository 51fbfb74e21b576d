import { html, nothing, type TemplateResult } from 'lit';
import { type EntryForm, type FormWay, frameOf, mark, waysOf } from './entry-form.ts';
import type { GateStep } from './gate-step.ts';
import { productGrid } from './product-grid.ts';
import type { Wording } from './wording.ts';

type Locked = Extract<GateStep, { name: 'locked' }>;
type Open = Extract<GateStep, { name: 'open' }>;

/** Everything that one drawing of the gate needs. */
export interface Face {
  step: GateStep;
  wording: Wording;
  /** Unique on the page. */
  id: string;
  /** The API's own address, where relative addresses of products belong. */
  base: string;
  press(way: FormWay): void;
  retry(): void;
}

/** The forms of the present step, from top to bottom. */
export function formsOf({ step, wording, id }: Pick<Face, 'step' | 'wording' | 'id'>): EntryForm[] {
  if (step.name !== 'locked') return [];
  const { campaign, pending, refusal } = step;
  const ways = waysOf(campaign);
  return ways.map((way) => ({
    way,
    id: `${id}-${way}`,
    wording,
    campaign,
    isPending: pending === way,
    refusal: refusal?.way === way ? refusal : null,
    isOneOfTwo: ways.length > 1,
  }));
}

/** What a screen reader hears of a step. */
export function spokenOf(step: GateStep, wording: Wording): string {
  const { texts } = wording;
  switch (step.name) {
    case 'loading':
      return texts.loading;
    case 'locked':
      if (step.refusal) return wording.refusal(step.refusal);
      return step.pending ? texts.working : '';
    case 'open':
      return texts.open;
    case 'not-open':
      return wording.notOpen(step.campaign);
    case 'missing':
    case 'unreachable':
    case 'full':
      return texts[step.name];
  }
}

/** What stands in the shadow root, for each step. */
export function faceOf(face: Face): TemplateResult {
  const { step, wording } = face;
  const { texts } = wording;
  switch (step.name) {
    case 'loading':
      return skeleton(texts);
    case 'unreachable':
      return html`${said(texts.unreachable)}${retryButton(face)}`;
    case 'missing':
      return said(texts.missing);
    case 'not-open':
      return html`${heading(step.campaign.name)}${said(wording.notOpen(step.campaign))}`;
    case 'full':
      return html`${heading(step.campaign.name)}${said(texts.full)}`;
    case 'locked':
      return lockedFace(face, step);
    case 'open':
      return openFace(face, step);
  }
}

function lockedFace(face: Face, step: Locked): TemplateResult {
  const { campaign } = step;
  const frames = formsOf(face).map((form) => frameOf(form, () => face.press(form.way)));
  const or = html`<p class="or">${face.wording.texts.or}</p>`;
  return html`${heading(campaign.name)}
    ${campaign.description ? html`<p class="told" part="sentence">${campaign.description}</p>` : nothing}
    ${frames.length > 0 ? frames.map((frame, at) => (at > 0 ? [or, frame] : frame)) : linkFace(face, step)}`;
}

function linkFace(face: Face, { pending, refusal }: Locked): TemplateResult {
  const { wording } = face;
  if (pending) return html`<p part="sentence">${wording.texts.opening}</p>`;
  if (!refusal) return html`<p part="sentence">${wording.texts.linkNeeded}</p>`;
  return html`${said(wording.refusal(refusal))}${refusal.reason === 'unreachable' ? retryButton(face) : nothing}`;
}

function openFace({ wording, base }: Face, { access }: Open): TemplateResult {
  const { texts } = wording;
  return html`<div class="fade">
      <h2 part="heading" tabindex="-1">${texts.open}</h2>
      <p part="sentence">${texts.openUntil(wording.time(access.expiresAt))}</p>
    </div>
    <div class="fade">${productGrid(access.products, { wording, base })}</div>
    <slot name="unlocked"></slot>`;
}

function heading(name: string): TemplateResult {
  return html`<h2 class="told" part="heading"><slot name="heading">${name}</slot></h2>`;
}

function said(text: string): TemplateResult {
  return html`<p class="said" part="answer">${mark}<span>${text}</span></p>`;
}

function retryButton({ wording, retry }: Face): TemplateResult {
  return html`<button part="button" type="button" @click=${retry}><span class="ink">${wording.texts.retry}</span></button>`;
}

/** The measure of a form with one field, so that nothing jumps when it comes. */
function skeleton(texts: Wording['texts']): TemplateResult {
  return html`<h2 aria-hidden="true" class="bone told">${texts.emailButton}</h2>
    <div class="form" aria-hidden="true">
      <p class="bone">${texts.passwordSentence}</p>
      <p class="bone">${texts.passwordLabel}</p>
      <div class="bone field"></div>
      <div class="answer"></div>
      <div class="bone field short"></div>
    </div>`;
}
