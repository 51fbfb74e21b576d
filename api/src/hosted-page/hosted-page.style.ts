/**
 * The poster: one column of readable measure from the top, so that nothing moves when the gate changes its height; the small print
 * stands below the first screen for the same reason. Light, dark and print.
 */
const poster = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf8, #14130f);
  --ink: light-dark(#1b1a17, #f3f0e8);
  --quiet: light-dark(#67625a, #a8a295);
  --line: light-dark(#dedad2, #35322b);
  --edge: light-dark(#7d776d, #8d877a);
  --accent: light-dark(#1b1a17, #f3f0e8);
  --accent-text: light-dark(#fff, #000);
  --vip-gate-accent: var(--accent);
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100svh; display: flex; flex-direction: column;
  background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1.0625rem/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  -webkit-text-size-adjust: 100%;
}
.shop, .small-print { width: 100%; max-width: 68rem; margin: 0 auto; padding: 1.75rem clamp(1.25rem, 5vw, 3rem); }
.shop { font-size: .8125rem; letter-spacing: .14em; text-transform: uppercase; color: var(--quiet); }
:lang(ar) .shop { letter-spacing: 0; }
.poster {
  flex: 1 0 auto; width: 100%; max-width: 68rem; min-height: calc(100svh - 4.75rem); margin: 0 auto;
  padding: clamp(1.5rem, 8svh, 6rem) clamp(1.25rem, 5vw, 3rem);
}
.picture { margin: 0 0 clamp(1.5rem, 5svh, 3rem); }
.picture img { display: block; width: 100%; aspect-ratio: 16 / 9; max-height: 60svh; object-fit: cover; background: var(--line); border-radius: 6px; }
h1 {
  margin: 0; max-width: 18ch; font-size: clamp(min(2.25rem, 13vw), 8.5vw, 5rem); line-height: 1.04; letter-spacing: -.025em;
  font-weight: 650; text-wrap: balance;
}
h1, h3 { hyphens: auto; hyphenate-limit-chars: 14 5; }
h1.long { max-width: 26ch; font-size: clamp(min(1.75rem, 11vw), 5vw, 3rem); line-height: 1.12; }
h1:is(:lang(ar), :lang(ja)) { letter-spacing: 0; line-height: 1.3; }
.description { margin: 1.5rem 0 0; max-width: 38rem; white-space: pre-line; text-wrap: pretty; font-size: 1.1875rem; color: var(--quiet); }
[dir=rtl] :is(h1, .description) { text-align: end; }
[dir=rtl] :is(h1, .description):dir(rtl) { text-align: start; }
.small-print { font-size: .8125rem; color: var(--quiet); border-top: 1px solid var(--line); }
`;

/**
 * The plain gate. Inside the element it keeps its room and waits unseen for the script; it shows at once where
 * scripts are off, and after a while where the script never comes.
 */
const gate = `
vip-gate, .poster > .plain { display: block; margin-top: clamp(2rem, 5svh, 3rem); }
vip-gate:not(:defined) > .plain { visibility: hidden; animation: come 0s 6s forwards; }
@keyframes come { to { visibility: visible; } }
@media (scripting: none) { vip-gate:not(:defined) > .plain { visibility: visible; animation: none; } }
.plain { max-width: 32rem; }
.plain p { margin: 0; }
.entry { display: grid; gap: .5rem; margin: 0 0 1.25rem; }
.entry .intro { margin: 0 0 .25rem; }
.entry > input:not([type=hidden]) {
  width: 100%; min-height: max(46px, 2.75em); padding: 0 .75rem; font: inherit; font-size: max(1em, 16px); color: inherit;
  background: transparent; border: 1px solid var(--edge); border-radius: 6px;
}
.entry > input[aria-invalid=true] { border-width: 2px; }
:is(input, button, a, summary):focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
button, .action {
  display: inline-grid; place-items: center; justify-self: start; min-height: 46px; margin-top: .25rem; padding: .375rem 1.25rem;
  font: inherit; font-weight: 600; text-align: center; text-decoration: none; color: var(--accent-text); background: var(--accent);
  border: 1px solid color-mix(in srgb, var(--accent), var(--ink) 30%); border-radius: 6px; cursor: pointer;
}
button.quiet, .action.quiet { color: inherit; background: transparent; border-color: var(--edge); }
.answer { display: flex; gap: .5rem; }
.mark { flex: none; width: 1em; height: 1em; margin-top: calc((1lh - 1em) / 2); fill: none; stroke: currentColor; stroke-width: 1.75; }
.consent { display: grid; grid-template-columns: auto 1fr; gap: .625rem; font-size: .9375rem; }
.consent input { width: 24px; height: 24px; margin: 0; accent-color: var(--ink); }
.or { display: flex; align-items: center; gap: .75rem; margin: 0 0 1.25rem !important; color: var(--quiet); }
.or::before, .or::after { content: ''; flex: 1; border-top: 1px solid var(--line); }
.plain > .answer { margin-bottom: 1.25rem; font-size: 1.1875rem; }
summary { display: inline-block; min-height: 24px; cursor: pointer; text-decoration: underline; text-underline-offset: .2em; }
details[open] summary { margin-bottom: 1rem; }
.trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;

/** One to four products in a row. A picture that does not come leaves its calm room: only then does it have a `::before`. */
const pass = `
.opened { margin: clamp(2rem, 5svh, 3rem) 0; max-width: 38rem; }
.opened p { margin: .5rem 0 0; }
h2 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
h3 { margin: 0; font-size: 1.0625rem; text-align: left; }
[dir=rtl] h3 { text-align: right; }
.quiet-text { color: var(--quiet); }
.products {
  display: grid; gap: 2rem 1.25rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, max(9.5rem, (100% - 3.75rem) / 4)), 1fr)); list-style: none; margin: 0; padding: 0;
}
.products li { display: flex; flex-direction: column; gap: .25rem; min-width: 0; }
.products p { margin: 0; }
.products :is(.price, .sold-out) { margin-bottom: .375rem; }
.products .action { margin-top: auto; align-self: start; }
.frame { position: relative; aspect-ratio: 1; margin-bottom: .25rem; overflow: hidden; background: var(--line); border-radius: 6px; }
.frame img { display: block; width: 100%; height: 100%; object-fit: cover; }
.frame img::before { content: ''; position: absolute; inset: 0; background: var(--line); }
.price s { color: var(--quiet); }
.sold-out { align-self: start; padding: 0 .5rem; border: 1px solid; border-radius: 6px; font-size: .875rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) { .frame { border: 1px solid; } }
@media print {
  body { background: none; color: #000; min-height: 0; }
  .poster { min-height: 0; }
  .small-print { border: 0; }
  .action { display: none; }
}
`;

/** How every hosted page looks. */
export const hostedPageStyle = poster + gate + pass;
