import { type Html, html } from '../platform/http/html.ts';
import type { Page } from '../platform/http/page.ts';
import type { KeptMail } from '../platform/mail/mailbox.ts';
import { mailboxStyle } from './mailbox.style.ts';

const REFRESH_SECONDS = 5;
const LINK = /(https?:\/\/\S+)/;

/** What the app "sent" without a mail server, newest first; null: there is one. It looks for new mails by itself, without a script. */
export function mailboxPage(mails: readonly KeptMail[] | null): Page {
  return {
    title: mails ? `Mailbox (${mails.length})` : 'Mailbox',
    head: html`<meta name="robots" content="noindex"><meta http-equiv="refresh" content="${REFRESH_SECONDS}">`,
    style: mailboxStyle,
    body: html`<body>
<main>
<h1>Mailbox</h1>
${mails ? letters(mails) : html`<p>A mail server is set, so mails go there. <a href="/">Back to the start</a></p>`}
</main>
</body>`,
  };
}

function letters(mails: readonly KeptMail[]): Html {
  return html`<p class="quiet">No mail server is set, so mails come here instead: the newest first, a hundred at most, until the
server stops. This page looks again every ${REFRESH_SECONDS} seconds. <a href="/">Back to the start</a></p>
${mails.length > 0 ? html`<ol>${mails.map(letter)}</ol>` : html`<p>Nothing has been sent yet.</p>`}`;
}

function letter({ subject, fromName, to, sentAt, language, text }: KeptMail): Html {
  return html`<li>
<h2 lang="${language}" dir="auto">${subject}</h2>
<p class="quiet">From ${fromName} to ${to}, <time datetime="${sentAt.toISOString()}">${sentAt.toISOString().slice(11, 19)} UTC</time></p>
<div class="words" lang="${language}" dir="auto">${text.trim().split(LINK).map(linked)}</div>
</li>`;
}

function linked(part: string): Html {
  return LINK.test(part) ? html`<a href="${part}">${part}</a>` : html`${part}`;
}
