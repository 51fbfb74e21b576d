import { gateTag, type HostPage, ordinaryPage, type Place, scriptTag } from './host-page.ts';

const styled = (name: string, css: string): HostPage => ({
  name,
  html: (place) => ordinaryPage(place, { head: `<style>${css}</style>${scriptTag(place)}` }),
});

const patched = (name: string, script: string): HostPage => ({
  name,
  html: (place) => ordinaryPage(place, { head: `<script>${script}</script>${scriptTag(place)}` }),
});

const quoted = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const framed = (name: string, attributes: string): HostPage => ({
  name,
  frame: 'iframe',
  html: (place) =>
    ordinaryPage(place, {
      head: '',
      body: `<iframe title="Gate" ${attributes} width="600" height="900" srcdoc="${quoted(ordinaryPage(place))}"></iframe>`,
    }),
});

const inShadow = (place: Place) => `<div id="section"></div><script>
  document.getElementById('section').attachShadow({ mode: 'open' }).innerHTML = '${gateTag(place)}'</script>`;

/** What stands around a gate: styles, scripts and structures of pages that were not made with it in mind. */
export const surroundings: readonly HostPage[] = [
  styled('a reset of everything', '*, *::before, *::after { all: unset }'),
  styled('a reset of everything, marked important', '* { margin: 0 !important; padding: 0 !important }'),
  styled(
    'forms of a blunt theme',
    `input, label, form { float: left; width: 1px; height: 1px; opacity: 0; position: absolute; text-indent: -9999px;
    appearance: none; transform: scale(.1); visibility: hidden; pointer-events: none; user-select: none; color: #fff }
    svg, p, h2, button { display: none }`,
  ),
  styled('a root of 10 pixels and small type', 'html { font-size: 62.5% } body { font: .8rem/1 fantasy }'),
  styled('a narrow column of a grid', 'main { display: grid; grid-template-columns: 180px 1fr; text-align: justify }'),
  styled('scaled and filtered', 'main { zoom: 2; transform: translateZ(0); filter: grayscale(1); contain: layout }'),
  patched(
    'natives extended as old libraries do',
    `Array.prototype.toJSON = function () { return this.slice() };
    String.prototype.strip = function () { return this.trim() };
    Object.prototype.forEachPair = function () {}; Array.prototype.last = function () { return this[this.length - 1] };
    Function.prototype.bind = function (to, ...held) { const f = this; return function (...more) { return f.apply(to, held.concat(more)) } };
    Array.from = (items) => { const all = []; for (let i = 0; i < items.length; i += 1) all.push(items[i]); return all };
    document.getElementsByClassName = (name) => Array.from(document.querySelectorAll('.' + name));
    Element.prototype.hide = function () { this.style.display = 'none' };`,
  ),
  patched(
    'natives wrapped as monitors do',
    `const send = window.fetch; window.fetch = function (...all) { return send.apply(this, all).then((answer) => answer) };
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (kind, told, how) { return listen.call(this, kind, told, how) };
    window.Promise = class Watched extends Promise {}; const set = window.setTimeout;
    window.setTimeout = (call, ...rest) => set(() => call(), ...rest); window.$ = window.jQuery = () => ({ ready() {} });`,
  ),
  patched(
    'natives frozen',
    'for (const kind of [Array, Map, Promise, Function, String, Element, HTMLElement, Node]) Object.freeze(kind.prototype)',
  ),
  patched(
    'storage and cookies refused',
    `for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError') } })`,
  ),
  patched(
    'names of ours taken',
    'window.VipGate = window.vipGate = window.lit = window.gate = 1; var e = 2, t = 3, html = 4',
  ),
  { name: 'quirks mode', html: (place) => ordinaryPage(place, { doctype: '' }) },
  {
    name: 'a base elsewhere',
    html: (place) => ordinaryPage(place, { head: `<base href="https://elsewhere.invalid/shop/">${scriptTag(place)}` }),
  },
  {
    name: 'right to left, in a language nobody knows',
    html: (place) => ordinaryPage(place, { root: 'lang="x_!" dir="rtl"' }),
  },
  { name: 'without any language', html: (place) => ordinaryPage(place, { root: '' }) },
  { name: 'in the shadow of another element', html: (place) => ordinaryPage(place, { body: inShadow(place) }) },
  framed('in a frame', ''),
  framed('in a sandboxed frame', 'sandbox="allow-scripts allow-forms"'),
  {
    name: "inside the page's own form",
    html: (place) =>
      ordinaryPage(place, {
        body: `<form action="/lost" id="cart">${gateTag(place)}<input name="note"><button>Cart</button></form>`,
      }),
  },
  {
    name: 'inside a dialog that is open',
    html: (place) =>
      ordinaryPage(place, { body: `<dialog id="d">${gateTag(place)}</dialog><script>d.showModal()</script>` }),
  },
  { name: 'twenty gates', html: (place) => ordinaryPage(place, { body: gateTag(place).repeat(20) }) },
];
