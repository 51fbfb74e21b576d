import { html } from '../platform/http/html.ts';
import type { Mail } from '../platform/mail/mail.ts';

/** What the mail to somebody who was admitted is about. */
export interface AdmissionMail {
  readonly to: string;
  readonly shopName: string;
  readonly campaignName: string;
  /** Address of the campaign's page. */
  readonly link: string;
  /** When it opens, where it has not begun; null: it is open. */
  readonly opensAt: Date | null;
  /** The shop's, in which the time is told. */
  readonly timeZone: string;
}

/**
 * Tells somebody from the waiting list that they may come in: plain text, and the same as simple HTML without any picture. In English:
 * neither a campaign nor a waiting list says which language its people speak.
 */
export function admissionMail(given: AdmissionMail): Mail {
  const [shopName, campaignName] = [oneLine(given.shopName), oneLine(given.campaignName)];
  const subject = `There is a place for you: ${campaignName}`;
  const heading = `There is a place for you at ${campaignName}`;
  const when = given.opensAt ? `It opens ${momentOf(given.opensAt, given.timeZone)}. ` : '';
  const what = `${when}Open the page below and enter this e-mail address there. Places are given to who comes first.`;
  const why = `You get this mail because this address was left on the waiting list of ${campaignName} at ${shopName}. If that wasn’t you, ignore it.`;
  const { link } = given;
  return {
    ...{ fromName: shopName, to: given.to, subject, language: 'en' },
    text: `${[heading, what, link, why].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:520px;margin:0 auto">
<h1 style="margin:0 0 24px;font-size:22px;line-height:1.25">${heading}</h1>
<p style="margin:0 0 24px">${what}</p>
<p style="margin:0 0 24px"><a href="${link}" style="display:inline-block;padding:12px 20px;border:1px solid #8a8479;border-radius:6px;background:#1b1a17;color:#fff;font-weight:600;text-decoration:none">Come in</a></p>
<p style="margin:0;font-size:14px">${why}</p>
</div>
</body>
</html>
`.text,
  };
}

function momentOf(instant: Date, timeZone: string): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;
  return `on ${new Intl.DateTimeFormat('en', { ...day, ...time, timeZone }).format(instant)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
