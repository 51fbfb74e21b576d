import { type Html, html } from '../platform/http/html.ts';
import type { Page } from '../platform/http/page.ts';
import { confirmPageStyle } from './confirm-page.style.ts';
import { directionOf, type Language } from './confirmation-language.ts';
import { WORDS } from './confirmation-words.ts';
import type { Notice, PageWords } from './words/words.ts';

/** How an opened link went on, when there is only a sentence to say. */
export type ConfirmOutcome = 'confirmed' | 'notOpen' | 'over' | 'failed';

/** Asks for the one press that proves the address. It knows nothing of the link, so it is the same for every link. */
export function askPage(language: Language): Page {
  const words = WORDS[language].page;
  return confirmPage(language, words.ask, html`${button(words)}<p class="quiet">${words.notYou}</p>`);
}

/** Says how it went. After a failure of ours the button is there again. */
export function outcomePage(language: Language, outcome: ConfirmOutcome): Page {
  const words = WORDS[language].page;
  return confirmPage(language, words[outcome], outcome === 'failed' ? button(words) : null);
}

/** The form goes to the page's own address, which has the secret: it stands nowhere in the page. */
function button(words: PageWords): Html {
  return html`<form method="post"><button type="submit">${words.button}</button></form>`;
}

function confirmPage(language: Language, { title, text }: Notice, rest: Html | null): Page {
  return {
    title,
    lang: language,
    direction: directionOf(language),
    head: html`<meta name="robots" content="noindex, nofollow">`,
    style: confirmPageStyle,
    body: html`<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
${rest}
</main>
</body>`,
  };
}
