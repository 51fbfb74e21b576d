/**
 * The page around a previewed gate: the widget that visitors get, on a page without origin, network and memory. The admin says what to
 * show; every question that the widget asks is answered here, so that nothing is counted, spent or written.
 */
import type { ShownGate, StageNews } from '../shown-gate.ts';
import { answerTo, type GateQuestion } from './answers.ts';
import { actAt } from './visitor.ts';

/** The gate as Lit makes it: it asks anew what stands there when its campaign is said to have changed. */
type GateElement = HTMLElement & { requestUpdate?(name: string, before: unknown): void };

let shown: ShownGate | null = null;
let run = 0;
let shownAt = 0;
const gate: GateElement = document.createElement('vip-gate');

const tell = (news: StageNews): void => window.parent.postMessage(news, '*');

// A visitor's clock shows the instant that is looked at, and goes on from there.
Date.now = () => (shown ? Date.parse(shown.gate.serverTime) + performance.now() - shownAt : performance.timeOrigin);

// What the gate does in tasks of their own, for slow phones, is done before the next picture here: nothing flickers while one types.
const later = window.setTimeout.bind(window);
window.setTimeout = ((work: () => void, ms = 0) => {
  if (ms > 0) return later(work, ms);
  queueMicrotask(work);
  return 0;
}) as typeof window.setTimeout;

// A gate that draws itself anew must not take the keyboard from the form beside the preview.
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (options) {
  if (document.hasFocus()) focus.call(this, options);
};

window.fetch = async (address, init) => {
  if (shown === null || shown.act === 'losesNetwork') throw new TypeError('Failed to fetch');
  const data = answerTo(questionIn(String(address), init), shown);
  const headers = new Headers({ 'x-server-time': shown.gate.serverTime });
  // Not a `Response`, whose body comes a picture later.
  return { ok: true, status: 200, headers, json: async () => ({ data }) } as Response;
};

function questionIn(address: string, init: RequestInit | undefined): GateQuestion {
  const variables = new URL(address).searchParams.get('variables');
  return variables === null ? JSON.parse(String(init?.body)).variables : JSON.parse(variables);
}

function show(next: ShownGate): void {
  run += 1;
  shown = next;
  shownAt = performance.now();
  const { documentElement, body } = document;
  documentElement.lang = next.language;
  documentElement.dir = next.language === 'ar' ? 'rtl' : 'ltr';
  documentElement.classList.toggle('dark', next.isDark);
  gate.setAttribute('access-type', next.gate.accessType);
  // What the gate was given by what was shown before.
  gate.removeAttribute('style');
  const followsLink = next.way === 'LINK' && next.act !== 'look';
  if (followsLink) gate.setAttribute('secret-link', 'preview');
  else gate.removeAttribute('secret-link');
  if (gate.isConnected) gate.requestUpdate?.('campaign', null);
  else {
    gate.setAttribute('campaign', next.gate.id);
    body.append(gate);
  }
  const own = run;
  void actAt(gate, next, () => own === run);
}

const style = new CSSStyleSheet();
style.replaceSync(`
  html { color-scheme: light; background: #fff; color: #202223; font: 16px/1.5 system-ui, sans-serif; }
  html.dark { color-scheme: dark; background: #17191c; color: #f1f2f3; }
  body { margin: 0 auto; padding: 24px; max-width: 960px; }
`);
document.adoptedStyleSheets = [style];

window.addEventListener('message', ({ source, data }) => {
  if (source === window.parent && window.parent !== window) show(data as ShownGate);
});

// Through the shadow roots: a product's link is inside the gate.
window.addEventListener(
  'click',
  (event) => {
    if (!event.composedPath().some((target) => target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    tell('gate-preview-link');
  },
  true,
);

document.addEventListener('DOMContentLoaded', () => tell('gate-preview-ready'));
