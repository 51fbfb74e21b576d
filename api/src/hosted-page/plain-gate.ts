import { opensWithEmail, opensWithPassword } from '../campaign/access-type.ts';
import { CampaignStatus } from '../campaign/campaign-status.ts';
import { type Html, html } from '../platform/http/html.ts';
import { answered, codeForms, emailForm, linkForm, passwordForm, waitingForm } from './entry-forms.ts';
import type { GateFace } from './gate-face.ts';

/** A campaign's gate as plain forms: what the element shows, for whoever has no scripts. */
export function plainGate(face: GateFace): Html {
  return html`<div class="plain">${contentOf(face)}</div>`;
}

function contentOf(face: GateFace): Html {
  const { answer, wording } = face;
  if (face.isIn) {
    return html`<p class="said">${wording.say('opened')}</p>
<p><a class="action" href="${face.action}/pass">${wording.say('toProducts')}</a></p>`;
  }
  if (answer?.kind === 'waiting') return answered('gate', wording.say('waitingDone'), 'well');
  if (answer?.kind === 'confirm') return codeForms(face);
  if (face.status === CampaignStatus.LIVE) return openable(face);
  return closed(face);
}

function openable(face: GateFace): Html {
  const { accessType, showsEmailFirst } = face.campaign;
  const forms = [
    ...(opensWithPassword(accessType) ? [passwordForm(face)] : []),
    ...(opensWithEmail(accessType) ? [emailForm(face)] : []),
  ];
  if (showsEmailFirst) forms.reverse();
  if (forms.length === 0) forms.push(linkForm(face));
  const { answer } = face;
  // An address may be missing on a guest list; a wrong password is tried again.
  const wasDenied = isAtEmail(face) && answer?.kind === 'refused' && answer.reason === 'DENIED';
  if (face.campaign.hasWaitingList && (wasDenied || isAtWaiting(face))) forms.push(waitingForm(face));
  const or = html`<p class="or"><span>${face.wording.say('or')}</span></p>`;
  return html`${forms.map((form, at) => (at === 0 ? form : [or, form]))}`;
}

function closed(face: GateFace): Html {
  const { wording, campaign, status } = face;
  if (status !== CampaignStatus.FULL) return answered('gate', closedSentence(face));
  const returning = opensWithEmail(campaign.accessType);
  return html`${answered('gate', wording.say('full'))}
${campaign.hasWaitingList && waitingForm(face)}
${returning && html`<details${isAtEmail(face) && html` open`}><summary>${wording.say('havePlace')}</summary>${emailForm(face)}</details>`}`;
}

/** Why a campaign is not open. The merchant's own words for "too early" have the time where they say `{time}`, else behind them. */
function closedSentence({ wording, status, campaign }: GateFace): string {
  if (status === CampaignStatus.ENDED) return wording.say('ended');
  if (status !== CampaignStatus.SCHEDULED) return wording.say('paused');
  if (campaign.startsAt === null) return wording.say('notOpenYet');
  const time = wording.moment(campaign.startsAt);
  const own = wording.replaced('early');
  if (own === null) return wording.say('early', { time });
  return own.includes('{time}') ? own.replaceAll('{time}', () => time) : `${own} ${time}`;
}

function isAtWaiting({ answer }: GateFace): boolean {
  return answer?.kind === 'refused' && answer.way === 'waiting';
}

function isAtEmail({ answer }: GateFace): boolean {
  return answer?.kind === 'refused' && answer.way === 'email';
}
