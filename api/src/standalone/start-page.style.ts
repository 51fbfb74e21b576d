/** The page at `/`: quiet, legible, one accent. */
export const startPageStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f6f3, #141310); --card: light-dark(#fff, #1d1b17); --ink: light-dark(#1d1b17, #f2efe8);
  --quiet: light-dark(#625d54, #aaa497); --line: light-dark(#e3dfd6, #343028); --accent: light-dark(#7a3b1d, #e9a77f);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main { max-width: 64rem; margin: 0 auto; padding: clamp(2rem, 7vw, 5rem) clamp(1rem, 4vw, 2rem) 4rem; }
h1 { margin: 0; font-size: clamp(2rem, 6vw, 3.5rem); line-height: 1.05; letter-spacing: -.025em; text-wrap: balance; }
h2 { margin: 3.5rem 0 1rem; font-size: 1.125rem; }
h3 { margin: 0 0 .25rem; font-size: 1.0625rem; overflow-wrap: anywhere; }
p { margin: 0; }
.lead { margin-top: 1.25rem; max-width: 42rem; font-size: 1.1875rem; color: var(--quiet); text-wrap: pretty; }
.note { margin-top: 1rem; max-width: 42rem; font-size: .875rem; color: var(--quiet); }
a { color: var(--accent); text-underline-offset: .2em; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; border-radius: 2px; }
.doors { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 2rem; }
.door {
  display: inline-block; padding: .75rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card); color: var(--ink); font-weight: 600; text-decoration: none;
}
.door.first { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.door:hover { border-color: currentColor; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; margin: 0; padding: 0; list-style: none; }
.cards li { padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); }
.cards p { font-size: .9375rem; color: var(--quiet); }
.ways { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .875rem; font-size: .9375rem; }
.ways a { padding: .25rem 0; }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; color: var(--ink); overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(10rem, max-content) 1fr; gap: .625rem 2rem; margin: 0; }
dd { margin: 0; color: var(--quiet); }
pre { margin: 1rem 0 0; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .875rem; } }
`;
