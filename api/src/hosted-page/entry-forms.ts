import { type Html, html } from '../platform/http/html.ts';
import type { GateFace } from './gate-face.ts';
import type { Way } from './hosted-form.ts';

/** A form with its hidden fields; the page's own style knows nothing of the element's. */
export function formOf(face: GateFace, way: Way, content: Html): Html {
  return html`<form class="entry" method="post" action="${face.action}">
<input type="hidden" name="way" value="${way}"><input type="hidden" name="token" value="${face.token}">
${content}
</form>`;
}

export function passwordForm(face: GateFace): Html {
  const { wording } = face;
  return formOf(
    face,
    'password',
    html`<p class="intro">${wording.say('passwordIntro')}</p>
<label for="hosted-password">${wording.say('passwordLabel')}</label>
<input id="hosted-password" name="password" type="password" required maxlength="200" autocomplete="current-password" autocapitalize="none" spellcheck="false" enterkeyhint="go"${face.password !== '' && html` value="${face.password}"`}${described(face, 'password')}>
${answerUnder(face, 'password')}
<button>${wording.say('passwordButton')}</button>`,
  );
}

export function emailForm(face: GateFace): Html {
  const { wording, campaign } = face;
  const consent = campaign.consentText ?? wording.say('consent');
  return formOf(
    face,
    'email',
    html`<p class="intro">${wording.say('emailIntro')}</p>
<label for="hosted-email">${wording.say('emailLabel')}</label>
${emailField(face, 'email')}
${answerUnder(face, 'email')}
<p class="consent"><input id="hosted-consent" name="acceptsMarketing" type="checkbox" value="yes"${face.acceptsMarketing && html` checked`}> <label for="hosted-consent">${consent}</label></p>
<input type="hidden" name="consentText" value="${consent}">
${trap()}
<button>${wording.say('emailButton')}</button>`,
  );
}

export function linkForm(face: GateFace): Html {
  return formOf(
    face,
    'link',
    html`<p class="intro">${face.wording.say('linkIntro')}</p>
${answerUnder(face, 'link')}
<button>${face.wording.say('linkButton')}</button>`,
  );
}

export function waitingForm(face: GateFace): Html {
  const { wording } = face;
  return formOf(
    face,
    'waiting',
    html`<p class="intro">${wording.say('waitingIntro')}</p>
<label for="hosted-waiting">${wording.say('emailLabel')}</label>
${emailField(face, 'waiting')}
${answerUnder(face, 'waiting')}
${trap()}
<button class="quiet">${wording.say('waitingButton')}</button>`,
  );
}

/** After the e-mail form, where the address has to be proved: the code, and below it the mail once more. */
export function codeForms(face: GateFace): Html {
  const { wording, answer } = face;
  if (answer?.kind !== 'confirm') return html``;
  const handle = html`<input type="hidden" name="confirmation" value="${answer.confirmation}"><input type="hidden" name="email" value="${face.email}">`;
  const code = html`<p class="intro">${wording.say('codeIntro')}</p>
<label for="hosted-code">${wording.say('codeLabel')}</label>
<input id="hosted-code" name="code" type="text" required autofocus maxlength="20" autocomplete="one-time-code" inputmode="numeric" enterkeyhint="go"${face.code !== '' && html` value="${face.code}"`}${answer.sentence !== '' && html` aria-describedby="hosted-code-answer"`}${answer.isWrong && html` aria-invalid="true"`}>
${answer.sentence !== '' && answered('code', answer.sentence)}
${handle}
<button>${wording.say('codeButton')}</button>`;
  return html`${formOf(face, 'code', code)}
${formOf(face, 'resend', html`${handle}<button class="quiet">${wording.say('resendButton')}</button>`)}`;
}

/** What stands in the circle before an answer: a tick where all is well, else an exclamation mark. */
const MARKS = { well: 'm5 8 2.2 2.2L11 6', attention: 'M8 4v5M8 11v1' };

/** An answer with its mark, so that it is not told by colour alone. */
export function answered(way: Way | 'gate', sentence: string, mark: keyof typeof MARKS = 'attention'): Html {
  return html`<p class="answer" id="hosted-${way}-answer" role="alert"><svg class="mark" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1a7 7 0 1 0 .01 0${MARKS[mark]}"/></svg><span>${sentence}</span></p>`;
}

function emailField(face: GateFace, way: 'email' | 'waiting'): Html {
  return html`<input id="hosted-${way}" name="email" type="email" required maxlength="254" value="${face.email}" autocomplete="email" inputmode="email" autocapitalize="none" spellcheck="false" enterkeyhint="go"${described(face, way)}>`;
}

/** Where the answer stands, the focus goes. */
function described({ answer }: GateFace, way: Way): Html | false {
  if (answer?.kind !== 'refused' || answer.way !== way) return false;
  return html` autofocus aria-describedby="hosted-${way}-answer"${answer.reason !== 'LATER' && html` aria-invalid="true"`}`;
}

function answerUnder({ answer }: GateFace, way: Way): Html | false {
  return answer?.kind === 'refused' && answer.way === way && answered(way, answer.sentence);
}

/** People neither see nor reach it; robots fill every field. */
function trap(): Html {
  return html`<div class="trap" aria-hidden="true"><input name="website" type="text" tabindex="-1" autocomplete="off"></div>`;
}
