import { html } from '../platform/http/html.ts';
import type { Page } from '../platform/http/page.ts';
import { hostedPageStyle } from './hosted-page.style.ts';
import type { VisitorLanguage } from './visitor-language.ts';

/** The same for a link that never was, was replaced, or was taken back: it teaches a guesser nothing. */
export function unknownLinkPage(language: VisitorLanguage): Page {
  return notice(language, language.words.unknownTitle, language.words.unknownSentence);
}

/** What a visitor reads when we fail; the log has the rest. */
export function outOfReachPage(language: VisitorLanguage): Page {
  return notice(language, language.words.unreachableTitle, language.words.unreachableSentence);
}

/** A post that is none of our forms. */
export function unreadablePage(language: VisitorLanguage): Page {
  return notice(language, language.words.unreadableTitle, language.words.unreadableSentence);
}

/** A pass page where this browser has no pass. */
export function notInPage(language: VisitorLanguage): Page {
  return notice(language, language.words.notInTitle, language.words.notInSentence);
}

function notice({ tag: lang, direction }: VisitorLanguage, title: string, sentence: string): Page {
  return {
    ...{ lang, direction, title },
    head: html`<meta name="robots" content="noindex, nofollow">`,
    style: hostedPageStyle,
    body: html`<body>
<main class="poster">
<h1>${title}</h1>
<p class="description">${sentence}</p>
</main>
</body>`,
  };
}
