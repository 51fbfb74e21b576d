import { html } from '../../platform/http/html.ts';
import type { Mail } from '../../platform/mail/mail.ts';

const SUBJECT = 'Your mails arrive';
const ABOUT =
  'This is the test mail that was asked for in the settings of VIP Early Access Pass. The codes that confirm e-mail addresses come from the same address.';
const UNASKED =
  'You didn’t ask for it? Then somebody mistyped an address: nothing was done with yours, and no more will follow.';

/** A mail in which nothing is anybody's words but the shop's name, so that it is of no use to who would like to write to strangers. */
export function testMail({ to, shopName }: { readonly to: string; readonly shopName: string }): Mail {
  return {
    ...{ fromName: shopName, to, subject: SUBJECT, language: 'en' },
    text: `${[SUBJECT, ABOUT, UNASKED].join('\n\n')}\n`,
    html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
<div style="max-width:520px;margin:0 auto">
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.25">${SUBJECT}</h1>
<p style="margin:0 0 16px">${ABOUT}</p>
<p style="margin:0;font-size:14px">${UNASKED}</p>
</div>
</body>
</html>
`.text,
  };
}
