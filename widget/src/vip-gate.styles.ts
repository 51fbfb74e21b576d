import { css } from 'lit';

/**
 * The page's font and colour, and nothing that a page's own rules could break: fields lie in the page's DOM, where its
 * rules reach, so theirs are taken back (`all: revert`) and ours marked important, which wins from inside a shadow root.
 */
export const styles = css`
:host {
  display: block !important;
  --space: var(--vip-gate-space, 4px);
  --corner: var(--vip-gate-corner, 6px);
  --accent: var(--vip-gate-accent, var(--vip-gate-campaign-accent, currentColor));
  --line: color-mix(in srgb, currentColor 60%, transparent);
  --faint: color-mix(in srgb, currentColor 10%, transparent);
  --height: max(2.75em, 44px);
  overflow-wrap: anywhere;
}
:host([hidden]) { display: none !important; }
:host([without-heading]) .told { display: none; }
*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; }
.gate { display: grid; gap: calc(var(--space) * 4); }
.gate > * { min-inline-size: 0; }
h2, h3 { font: inherit; font-weight: 600; hyphens: auto; hyphenate-limit-chars: 14 5; }
h2 { font-size: 1.5em; line-height: 1.25; }
h2:focus { outline: none; }
.form { display: grid; gap: calc(var(--space) * 2); max-inline-size: 30em; }
.form .own::slotted(*) { all: revert !important; font: inherit !important; color: inherit !important; margin: 0 !important; box-sizing: border-box !important; }
.form .own::slotted(label) { display: block !important; }
.form .own::slotted(input:not([type='checkbox'])) {
  display: block !important;
  inline-size: 100% !important;
  block-size: var(--height) !important;
  padding: 0 calc(var(--space) * 3) !important;
  font-size: max(1em, 16px) !important;
  background: transparent !important;
  border: 1px solid !important;
  border-color: var(--line) !important;
  border-radius: var(--corner) !important;
}
.form .own::slotted(input:focus-visible), button:focus-visible, a:focus-visible {
  outline: 2px solid var(--accent) !important;
  outline-offset: 2px !important;
}
.answer { display: flex; gap: calc(var(--space) * 2); min-block-size: 1lh; }
.mark { flex: none; inline-size: 1em; block-size: 1em; margin-block-start: calc((1lh - 1em) / 2); fill: none; stroke: currentColor; stroke-width: 1.75; }
.consent { display: grid; grid-template-columns: auto 1fr; gap: calc(var(--space) * 2); font-size: max(.875em, 13px); }
.form .own::slotted([type='checkbox']) { inline-size: 24px !important; block-size: 24px !important; accent-color: var(--accent) !important; }
.consent .own::slotted(label) { padding-block: 2px !important; }
button, .action {
  display: inline-grid;
  place-items: center;
  justify-self: start;
  min-block-size: var(--height);
  padding: var(--space) calc(var(--space) * 5);
  font: inherit;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  color: inherit;
  background: transparent;
  border: 1px solid var(--accent);
  border-radius: var(--corner);
  cursor: pointer;
}
.ink { grid-area: 1 / 1; }
@supports (color: oklch(from red l c h)) {
  button, .action:not(.quiet) { background: var(--accent); }
  :is(button, .action:not(.quiet)) .ink { color: var(--vip-gate-accent-text, oklch(from var(--accent) clamp(0, (.57 - l) * 999, 1) 0 0)); }
}
.or { display: flex; align-items: center; gap: calc(var(--space) * 3); max-inline-size: 30em; }
.or::before, .or::after { content: ''; flex: 1; border-block-start: 1px solid var(--line); }
.said { display: flex; gap: calc(var(--space) * 2); }
.bone { border-radius: var(--corner); background: var(--faint); }
.bone.line { block-size: 1lh; inline-size: 60%; }
.bone.consent { block-size: max(2lh, 24px); inline-size: 100%; }
.bone.field { block-size: var(--height); inline-size: 100%; }
.bone.short { inline-size: 7em; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (forced-colors: active) {
  .bone { border: 1px solid; }
}
`;
