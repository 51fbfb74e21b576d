/** The mailbox of standalone mode: a plain list of letters. */
export const mailboxStyle = `
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
main { max-width: 48rem; margin: 0 auto; padding: clamp(2rem, 7vw, 4rem) clamp(1rem, 4vw, 2rem) 4rem; }
h1 { margin: 0; font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.1; letter-spacing: -.02em; }
h2 { margin: 0; font-size: 1.0625rem; overflow-wrap: anywhere; }
p { margin: .75rem 0 0; }
.quiet { font-size: .875rem; color: var(--quiet); overflow-wrap: anywhere; }
a { color: var(--accent); text-underline-offset: .2em; overflow-wrap: anywhere; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; }
ol { display: grid; gap: 1rem; margin: 2rem 0 0; padding: 0; list-style: none; }
li { padding: 1.25rem 1.5rem; border: 1px solid var(--line); border-radius: .75rem; background: var(--card); }
.words { margin: 1rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
`;
