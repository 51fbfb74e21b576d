/**
 * Runs before all other scripts, while they are on their way: signs the merchant in, and asks what the page will ask first, as the builder
 * has written it into the document. Within Shopify's admin it is Shopify that signs in, which takes its own script.
 */
const isInShopify = document.querySelector('meta[name="shopify-api-key"]') !== null;
const anyId = '00000000-0000-0000-0000-000000000000';

if (!isInShopify) {
  const answer = fetch('/admin/session', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json' },
  });
  window.earlySignIn = quietly(answer);
  window.earlyAnswers = new Map(questionsOfPage().map((question) => [question, quietly(ask(question, answer))]));
}

/** None where the address says more than the section: then the page asks something else. */
function questionsOfPage(): string[] {
  const { pathname, search } = window.location;
  const questions: string[] = JSON.parse(document.getElementById('questions')?.textContent ?? '[]');
  const id = /\/([\w-]+)$/.exec(pathname)?.[1] ?? '';
  return search === '' ? questions.map((question) => question.replaceAll(anyId, id)) : [];
}

async function ask(question: string, signIn: Promise<Response>): Promise<Response> {
  const { token }: { token: string } = await (await signIn).clone().json();
  return fetch('/admin/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/graphql-response+json,application/json;q=0.9',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body: question,
  });
}

/** Whoever waits for it is told of a failure; where nobody does yet, it is no news. */
function quietly<Answer>(answer: Promise<Answer>): Promise<Answer> {
  answer.catch(() => undefined);
  return answer;
}

declare global {
  interface Window {
    /** The answer to the sign-in that was asked for before the scripts were there. */
    earlySignIn?: Promise<Response>;
    /** Answers to what the page asks first, by the bodies of its requests. */
    earlyAnswers?: Map<string, Promise<Response>>;
  }
}

export {};
