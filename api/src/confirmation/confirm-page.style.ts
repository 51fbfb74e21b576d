/** The page behind a mailed link: one question, one button, in the looks of the hosted page. */
export const confirmPageStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf8, #14130f); --ink: light-dark(#1b1a17, #f3f0e8); --quiet: light-dark(#67625a, #a8a295);
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100svh; display: grid; align-content: safe center; justify-content: center;
  padding: clamp(1.5rem, 6svh, 4rem) clamp(1.25rem, 5vw, 3rem); background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main { width: 100%; max-width: 34rem; }
h1 { margin: 0; font-size: clamp(1.75rem, 6vw, 2.75rem); line-height: 1.1; letter-spacing: -.02em; text-wrap: balance; }
:lang(ja) h1, :lang(ar) h1 { letter-spacing: 0; line-height: 1.3; }
p { margin: 1.25rem 0 0; text-wrap: pretty; }
.quiet { font-size: .9375rem; color: var(--quiet); }
form { margin: 2rem 0 0; }
button {
  min-height: 3rem; padding: .75rem 1.5rem; border: 2px solid var(--ink); border-radius: .5rem; background: var(--ink);
  color: var(--paper); font: inherit; font-weight: 600; cursor: pointer;
}
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
`;
