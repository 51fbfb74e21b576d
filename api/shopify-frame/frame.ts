/** The script of the stand-in's admin frame: it embeds the app and answers what the app's App Bridge asks. */

import { drawNavigation, drawSaveBar, showLoading, showLocation } from './frame-chrome.ts';
import { askForScopes, askToLeave } from './frame-questions.ts';
import { hideToast, showToast } from './frame-toasts.ts';
import type { Message, Notice, PickerWish, Questions, ScopeDetail, Sign } from './messages.ts';
import { openPicker } from './picker.ts';

const { shop = '', appOrigin = '' } = document.body.dataset;
const iframe = document.querySelector('iframe');
if (iframe === null) throw new Error('There is no app in this frame.');

window.addEventListener('message', ({ origin, source, data }: MessageEvent<Message>) => {
  if (origin !== appOrigin || source !== iframe.contentWindow || data?.from !== 'shopify-app') return;
  if (data.kind === 'notice') obey(data.notice);
  else if (data.kind === 'question') void reply(data.id, answerTo(data.name, data.ask));
});

// Only now: what the app tells before somebody listens is told to nobody.
iframe.src = iframe.dataset.src ?? '';

async function reply(id: number, answer: Promise<unknown>): Promise<void> {
  await answer.then(
    (value) => post({ from: 'shopify-frame', kind: 'answer', id, answer: value, problem: null }),
    (problem) => post({ from: 'shopify-frame', kind: 'answer', id, answer: null, problem: String(problem) }),
  );
}

function answerTo(name: keyof Questions, ask: unknown): Promise<unknown> {
  switch (name) {
    case 'idToken':
      return asked<{ token: string }>('id-token').then(({ token }) => token);
    case 'picker':
      return openPicker(ask as PickerWish, (query) => asked(`resources?${new URLSearchParams(query)}`));
    case 'leave':
      return askToLeave();
    case 'scopes':
      return asked<ScopeDetail>('granted-scopes');
    case 'requestScopes':
      return requestScopes(ask as readonly string[]);
  }
}

async function requestScopes(scopes: readonly string[]) {
  const isGranted = await askForScopes(scopes);
  const detail = await asked<ScopeDetail>('granted-scopes', isGranted ? { scopes } : null);
  return { isGranted, detail };
}

/** What is done at each notice. */
const DEEDS: { readonly [Name in Notice['name']]: (notice: Extract<Notice, { name: Name }>) => void } = {
  toast: (toast) => showToast(toast, tell),
  hideToast: ({ id }) => hideToast(id, tell),
  saveBar: ({ bar }) => drawSaveBar(bar, tell),
  navigation: ({ items }) => drawNavigation(items, tell),
  loading: ({ isOn }) => showLoading(isOn),
  location: (place) => showLocation(shop, place),
  reload: () => location.reload(),
};

function obey(notice: Notice): void {
  const deed = DEEDS[notice.name] as ((notice: Notice) => void) | undefined;
  deed?.(notice);
}

function tell(sign: Sign): void {
  post({ from: 'shopify-frame', kind: 'sign', sign });
}

function post(message: Message): void {
  iframe?.contentWindow?.postMessage(message, appOrigin);
}

/** Asks the stand-in itself about this shop; with a body, has it do something. */
async function asked<Answer>(what: string, body: object | null = null): Promise<Answer> {
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`/store/${shop}/${what}`, body === null ? {} : json);
  if (!answer.ok) throw new Error(`The stand-in answered ${answer.status}.`);
  return answer.json();
}
