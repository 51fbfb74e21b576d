/** The vendors' page of standalone mode: who is where, in cards that fit a phone. */
export const vendorsStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f6f3, #141310); --card: light-dark(#fff, #1d1b17); --ink: light-dark(#1d1b17, #f2efe8);
  --quiet: light-dark(#625d54, #aaa497); --line: light-dark(#e3dfd6, #343028); --accent: light-dark(#7a3b1d, #e9a77f);
  --good: light-dark(#1d6b3a, #8fd3a6); --waiting: light-dark(#7a5a00, #e6c669); --bad: light-dark(#a1261f, #f2a49d);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main { max-width: 64rem; margin: 0 auto; padding: clamp(2rem, 7vw, 4rem) clamp(1rem, 4vw, 2rem) 4rem; }
h1 { margin: 0; font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.1; letter-spacing: -.02em; text-wrap: balance; }
h2 { margin: 3rem 0 0; font-size: 1.25rem; }
h3 { margin: 1.5rem 0 0; font-size: 1rem; }
p { margin: .75rem 0 0; max-width: 44rem; }
.quiet { font-size: .875rem; color: var(--quiet); overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible, button:focus-visible, select:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
ul { display: grid; gap: .5rem; margin: 1rem 0 0; padding: 0; list-style: none; }
li { padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); }
.person { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem; }
.person > div { flex: 1 1 14rem; min-width: 0; overflow-wrap: anywhere; }
.person form { display: inline; }
.good { color: var(--good); } .waiting { color: var(--waiting); } .bad { color: var(--bad); } .plain { color: var(--quiet); }
button, select {
  min-height: 2.5rem; max-width: 100%; padding: .375rem .875rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card); color: var(--ink); font: inherit; font-size: .9375rem;
}
button { cursor: pointer; font-weight: 600; }
button:hover { border-color: currentColor; }
.fields { display: flex; flex-wrap: wrap; align-items: end; gap: .75rem; margin-top: 1rem; }
.fields label { display: grid; gap: .25rem; min-width: 0; font-size: .875rem; color: var(--quiet); }
.came { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .875rem; }
.came code { flex: 1 1 12rem; min-width: 0; }
`;
