import { html, nothing, type TemplateResult } from 'lit';
import { calendarButton } from './calendar-entry.ts';
import { countdown, untilStart } from './countdown.ts';
import type { GateAccess } from './gate-api.ts';
import { frame, heading, said } from './gate-face.ts';
import { type GateStep, offersWaiting } from './gate-step.ts';
import { slotted } from './gate-text.ts';
import { triesOver } from './gate-tries.ts';
import { laterStyles } from './later.styles.ts';
import { laterEnglish } from './later-english.ts';
import type { Face, LaterScreens } from './later-screens.ts';
import { timeIn } from './local-time.ts';
import { productGrid } from './product-grid.ts';
import { refusalWords } from './refusal-words.ts';
import type { Wording } from './wording.ts';

type Step<Name extends GateStep['name']> = Extract<GateStep, { name: Name }>;

const screens: LaterScreens = {
  rules: laterStyles,
  english: laterEnglish,
  tries: triesOver,
  face(face) {
    const { step } = face;
    switch (step.name) {
      case 'not-open':
        return notOpenFace(face, step);
      case 'full':
        return fullFace(face, step);
      case 'confirming':
        return html`${heading(face.wording, step.campaign.name)}${codeForm(face, step.sent.resendAt)}`;
      case 'open':
        return openFace(face, step);
      default:
        return html``;
    }
  },
  waiting(face) {
    const { step } = face;
    if (!offersWaiting(step)) return html``;
    return isOnWaitingList(step) ? done(slotted(face.wording, 'waitingDone')) : html`${frame(face, 'waiting')}`;
  },
  refusal: refusalWords,
  ways(step) {
    if (offersWaiting(step) && !isOnWaitingList(step)) return ['waiting'];
    return step.name === 'confirming' || (step.name === 'open' && step.confirmBy && step.confirmation) ? ['code'] : [];
  },
  spoken(face) {
    const { step, wording } = face;
    if (isOnWaitingList(step)) return wording.text('waitingDone');
    switch (step.name) {
      case 'not-open':
        return `${whyNotOpen(face, step)} ${countdown(face, 'minute')}`.trim();
      case 'full':
        return wording.text('full');
      case 'confirming':
        return wording.text('codeIntro');
      case 'open':
        return wording.text('opened');
      default:
        return '';
    }
  },
};

// Browsers load what they know of all languages when `Intl` is first asked for anything, which takes a slow phone 115 ms. So it is done while the visitor
// still types, and not when the gate opens; in two tasks, since to compare two texts loads the first third of it.
const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
whenIdle(() => {
  'a'.localeCompare('b');
  whenIdle(() => new Intl.NumberFormat());
});

export default screens;

function isOnWaitingList(step: GateStep): boolean {
  return 'isWaiting' in step && step.isWaiting;
}

function whyNotOpen({ wording }: Face, { campaign: { status, startsAt } }: Step<'not-open'>): string {
  if (status === 'ENDED') return wording.text('ended');
  if (status !== 'SCHEDULED') return wording.text('paused');
  return startsAt === null
    ? wording.text('earlyUnknown')
    : wording.text('early', timeIn(wording.language, startsAt, true));
}

function notOpenFace(face: Face, step: Step<'not-open'>): TemplateResult {
  const { wording } = face;
  const { campaign } = step;
  const { status, startsAt, name } = campaign;
  const why = whyNotOpen(face, step);
  if (status !== 'SCHEDULED' || startsAt === null) {
    const slot = status === 'ENDED' ? 'text-ended' : 'text-paused';
    return html`${heading(wording, name)}${said(html`<slot name=${slot}>${why}</slot>`)}`;
  }
  return html`${heading(wording, name)}
    <p part="sentence"><slot name="text-early">${why}</slot></p>
    ${untilStart(face)}
    ${calendarButton(campaign, startsAt, wording)}`;
}

function fullFace(face: Face, { campaign, isWaiting }: Step<'full'>): TemplateResult {
  const { wording } = face;
  const havePlace = html`<button class="plain" part="button" type="button" @click=${face.insist}>${slotted(wording, 'havePlace')}</button>`;
  return html`${heading(wording, campaign.name)}
    ${said(slotted(wording, 'full'))}
    ${screens.waiting(face)}
    ${isWaiting || campaign.accessType === 'SECRET_LINK' ? nothing : havePlace}`;
}

/** Good news: with a tick, where `said` has its exclamation mark. */
function done(content: TemplateResult): TemplateResult {
  return html`<p class="said" part="answer">
    <svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1a7 7 0 1 0 .01 0m-3 7 2.2 2.2 3.8-4.2"/></svg><span>${content}</span>
  </p>`;
}

/** The code's form, and a way to have another one sent. */
function codeForm(face: Face, resendAt: string | null): TemplateResult {
  const { wording, step } = face;
  const isEarly = resendAt !== null && Date.parse(resendAt) > Date.now();
  const isSending = 'pending' in step && step.pending === 'resend';
  const again = html`<button class="plain" part="button" type="button" aria-disabled=${isSending} @click=${face.resend}>
    ${slotted(wording, 'resend')}
  </button>`;
  const wait = html`<p part="sentence">${wording.text('resendAt', resendAt ? timeIn(wording.language, resendAt) : '')}</p>`;
  const other = html`<button class="plain" part="button" type="button" @click=${face.insist}>${slotted(wording, 'otherEmail')}</button>`;
  return html`${frame(face, 'code')}${isEarly ? wait : again}${step.name === 'confirming' ? other : nothing}`;
}

/** How much of what a pass opens was drawn. */
const drawn = new WeakMap<GateAccess, number>();

/**
 * Each drawing adds one part, a task each: the words, whose date takes a slow phone as long as several products, then product after product.
 * All of it shows at once, when the last one is there: nothing moves but once, and a screen reader hears of it once.
 */
function openFace(face: Face, { access, confirmBy, confirmation }: Step<'open'>): TemplateResult {
  const { wording, base } = face;
  const { products } = access;
  const count = drawn.get(access) ?? 0;
  drawn.set(access, count + 1);
  if (count === 0) return html`<div hidden></div>`;
  const until = confirmBy ? 'confirmBy' : 'openUntil';
  const time = timeIn(wording.language, confirmBy ?? access.expiresAt);
  return html`<div class="gate" ?hidden=${count <= products.length}>
    <div class="fade">
      <h2 part="heading" tabindex="-1">${slotted(wording, 'opened')}</h2>
      <p part="sentence">${slotted(wording, until, time)}</p>
    </div>
    ${confirmBy && confirmation ? codeForm(face, null) : nothing}
    <div class="fade">${products.length > 0 ? productGrid(products.slice(0, count - 1), { wording, base, campaignId: access.campaign.id }) : noProducts(wording)}</div>
    <slot name="unlocked"></slot>
  </div>`;
}

function noProducts(wording: Wording): TemplateResult {
  return html`<p part="sentence">${slotted(wording, 'noProducts')}</p>`;
}
