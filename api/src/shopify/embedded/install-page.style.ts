/** The install page: quiet, legible, one accent. */
export const installPageStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f6f3, #141310); --card: light-dark(#fff, #1d1b17); --ink: light-dark(#1d1b17, #f2efe8);
  --quiet: light-dark(#625d54, #aaa497); --line: light-dark(#8b857a, #7a7468); --fault: light-dark(#9b1c1c, #f0a3a3);
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
}
main { max-width: 44rem; margin: 0 auto; padding: clamp(2rem, 7vw, 5rem) clamp(1rem, 4vw, 2rem) 4rem; }
h1 { margin: 0; font-size: clamp(2rem, 6vw, 3.25rem); line-height: 1.05; letter-spacing: -.025em; text-wrap: balance; }
h2 { margin: 3rem 0 .5rem; font-size: 1.125rem; }
p { margin: 0 0 .75rem; text-wrap: pretty; }
.lead { margin-top: 1.25rem; font-size: 1.1875rem; color: var(--quiet); }
form { margin-top: 1.25rem; }
label { display: block; margin-bottom: .375rem; font-weight: 600; }
.row { display: flex; flex-wrap: wrap; gap: .75rem; }
input {
  flex: 1 1 16rem; min-width: 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card); color: var(--ink); font: inherit;
}
button {
  padding: .75rem 1.25rem; border: 1px solid var(--ink); border-radius: .5rem; background: var(--ink); color: var(--paper);
  font: inherit; font-weight: 600; cursor: pointer;
}
input:focus-visible, button:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; }
.hint { margin-top: .5rem; font-size: .875rem; color: var(--quiet); }
.fault { margin: .5rem 0 0; color: var(--fault); font-weight: 600; }
ol { margin: 0; padding-left: 1.25rem; }
li { margin-bottom: .375rem; }
`;
