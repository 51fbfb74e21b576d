import { type Html, html } from '../platform/http/html.ts';
import type { Mail } from '../platform/mail/mail.ts';
import { directionOf, type Language } from './confirmation-language.ts';
import { WORDS } from './confirmation-words.ts';
import type { MailWords } from './words/words.ts';

/** What one confirmation's mail is about. */
export interface ConfirmationMail {
  readonly to: string;
  readonly language: Language;
  readonly shopName: string;
  readonly campaignName: string;
  /** Six digits. */
  readonly code: string;
  /** Address of the page with the button. */
  readonly link: string;
  /** How long code and link work. */
  readonly minutes: number;
}

const DAY = 1440;
const HOUR = 60;

/** The mail with which somebody proves an address: plain text, and the same as simple HTML without any picture. */
export function confirmationMail(given: ConfirmationMail): Mail {
  const words = WORDS[given.language].mail;
  const about = { ...given, shopName: oneLine(given.shopName), campaignName: oneLine(given.campaignName) };
  const lifetime = words.lifetime(spanOf(about.minutes, about.language));
  return {
    fromName: about.shopName,
    to: about.to,
    subject: words.subject(about.code, about.shopName),
    text: textOf(about, words, lifetime),
    html: htmlOf(about, words, lifetime).text,
    language: about.language,
  };
}

function textOf({ campaignName, shopName, code, link }: ConfirmationMail, words: MailWords, lifetime: string): string {
  const parts = [
    words.heading(campaignName, shopName),
    words.code,
    `    ${code}`,
    words.link,
    link,
    lifetime,
    words.notYou,
  ];
  return `${parts.join('\n\n')}\n`;
}

function htmlOf(about: ConfirmationMail, words: MailWords, lifetime: string): Html {
  const { language, link, code, campaignName, shopName } = about;
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:520px;margin:0 auto">
<h1 style="margin:0 0 24px;font-size:22px;line-height:1.25">${words.heading(campaignName, shopName)}</h1>
<p style="margin:0 0 8px">${words.code}</p>
<p style="margin:0 0 24px;font:700 32px/1.2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px"><bdi dir="ltr">${code}</bdi></p>
<p style="margin:0 0 12px">${words.link}</p>
<p style="margin:0 0 24px"><a href="${link}" style="display:inline-block;padding:12px 20px;border:1px solid #8a8479;border-radius:6px;background:#1b1a17;color:#fff;font-weight:600;text-decoration:none">${words.button}</a></p>
<p style="margin:0 0 8px;font-size:14px">${lifetime}</p>
<p style="margin:0;font-size:14px">${words.notYou}</p>
</div>
</body>
</html>
`;
}

/** Whole days or hours where it is some, else minutes, in the language's own words. */
function spanOf(minutes: number, language: Language): string {
  const units = [
    ['day', DAY],
    ['hour', HOUR],
  ] as const;
  const [unit, size] = units.find(([, length]) => minutes % length === 0) ?? (['minute', 1] as const);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / size);
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
