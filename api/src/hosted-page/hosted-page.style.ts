/** The poster: one column of readable measure, centred when short, growing downwards when long; light, dark and print. */
export const hostedPageStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf8, #14130f);
  --ink: light-dark(#1b1a17, #f3f0e8);
  --quiet: light-dark(#67625a, #a8a295);
  --line: light-dark(#dedad2, #35322b);
  --accent: light-dark(#1b1a17, #f3f0e8);
  --vip-gate-accent: var(--accent);
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100svh; display: flex; flex-direction: column;
  background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  -webkit-text-size-adjust: 100%;
}
.shop, .small-print { width: 100%; max-width: 68rem; margin: 0 auto; padding: 1.75rem clamp(1.25rem, 5vw, 3rem); }
.shop { font-size: .8125rem; letter-spacing: .14em; text-transform: uppercase; color: var(--quiet); overflow-wrap: anywhere; }
.poster {
  flex: 1; width: 100%; max-width: 68rem; margin: 0 auto; padding: clamp(1.5rem, 6svh, 4rem) clamp(1.25rem, 5vw, 3rem);
  display: flex; flex-direction: column; justify-content: safe center;
}
h1 {
  margin: 0; max-width: 18ch; font-size: clamp(2.25rem, 8.5vw, 5rem); line-height: 1.04; letter-spacing: -.025em;
  font-weight: 650; text-wrap: balance; overflow-wrap: anywhere;
}
h1.long { max-width: 26ch; font-size: clamp(1.75rem, 5vw, 3rem); line-height: 1.12; }
.description { margin: 1.5rem 0 0; max-width: 38rem; white-space: pre-line; overflow-wrap: anywhere; text-wrap: pretty; font-size: 1.1875rem; color: var(--quiet); }
vip-gate { display: block; margin-top: clamp(2rem, 5svh, 3rem); }
.notice { margin: 1.25rem 0 0; max-width: 34rem; color: var(--quiet); }
.small-print { font-size: .8125rem; color: var(--quiet); border-top: 1px solid var(--line); }
@media print {
  body { background: none; color: #000; min-height: 0; }
  .small-print { border: 0; }
}
`;
