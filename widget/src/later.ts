import { html, nothing, type TemplateResult } from 'lit';
import { calendarButton } from './calendar-entry.ts';
import { countdown, untilStart } from './countdown.ts';
import { frame, heading, said } from './gate-face.ts';
import type { GateStep } from './gate-step.ts';
import { slotted } from './gate-text.ts';
import { triesOver } from './gate-tries.ts';
import { laterStyles } from './later.styles.ts';
import { laterEnglish } from './later-english.ts';
import type { Face, LaterScreens } from './later-screens.ts';
import { productGrid } from './product-grid.ts';

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
    const isWaiting = 'isWaiting' in face.step && face.step.isWaiting;
    return isWaiting ? said(slotted(face.wording, 'waitingDone')) : html`${frame(face, 'waiting')}`;
  },
  spoken(face) {
    const { step, wording } = face;
    if ('isWaiting' in step && step.isWaiting) return wording.text('waitingDone');
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

export default screens;

function whyNotOpen({ wording }: Face, { campaign: { status, startsAt } }: Step<'not-open'>): string {
  if (status === 'ENDED') return wording.text('ended');
  if (status !== 'SCHEDULED') return wording.text('paused');
  return startsAt === null ? wording.text('earlyUnknown') : wording.text('early', wording.time(startsAt, true));
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
    ${campaign.hasWaitingList ? screens.waiting(face) : nothing}
    ${isWaiting || campaign.accessType === 'SECRET_LINK' ? nothing : havePlace}`;
}

/** The code's form, and a way to have another one sent. */
function codeForm(face: Face, resendAt: string | null): TemplateResult {
  const { wording, step } = face;
  const isEarly = resendAt !== null && Date.parse(resendAt) > Date.now();
  const isSending = 'pending' in step && step.pending === 'resend';
  const again = html`<button class="plain" part="button" type="button" aria-disabled=${isSending} @click=${face.resend}>
    ${slotted(wording, 'resend')}
  </button>`;
  const wait = html`<p part="sentence">${wording.text('resendAt', resendAt ? wording.time(resendAt) : '')}</p>`;
  return html`${frame(face, 'code')}${isEarly ? wait : again}`;
}

function openFace(face: Face, { access, confirmBy, confirmation }: Step<'open'>): TemplateResult {
  const { wording, base } = face;
  const until = confirmBy ? 'confirmBy' : 'openUntil';
  const time = wording.time(confirmBy ?? access.expiresAt);
  return html`<div class="fade">
      <h2 part="heading" tabindex="-1">${slotted(wording, 'opened')}</h2>
      <p part="sentence">${slotted(wording, until, time)}</p>
    </div>
    ${confirmBy && confirmation ? codeForm(face, null) : nothing}
    <div class="fade">${productGrid(access.products, { wording, base })}</div>
    <slot name="unlocked"></slot>`;
}
