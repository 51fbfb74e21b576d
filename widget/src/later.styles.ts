/** Rules of the screens that come later, of a form that was tried, and of what moves; they are added to those of the first screen. */
export const laterStyles = /* css */ `
button.plain { padding-inline: 0; text-align: start; border: 0; background: none; text-decoration: underline; text-underline-offset: .2em; }
button[aria-disabled='true'] { cursor: progress; }
button[aria-disabled='true'] .ink:first-child { opacity: 0; }
.form .own::slotted(input[aria-invalid='true']) { border: 2px solid !important; padding: 0 calc(var(--space) * 3 - 1px) !important; }
[hidden] { display: none; }
.small { min-block-size: 36px; padding: var(--space) calc(var(--space) * 3); font-weight: 500; }
.gone { display: inline-grid; place-items: center; opacity: .75; }
.variants { display: flex; flex-wrap: wrap; gap: calc(var(--space) * 2); margin-block-start: auto; }
.variants :is(.ink, s) { unicode-bidi: plaintext; }
.countdown { text-wrap: balance; font-size: 1.25em; font-weight: 600; font-variant-numeric: tabular-nums; min-block-size: 2lh; }
.spinner { inline-size: 1.25em; block-size: 1.25em; border: 2px solid; border-inline-end-color: transparent; border-radius: 50%; animation: turn .8s linear infinite; }
ul {
  display: grid;
  gap: calc(var(--space) * 6) calc(var(--space) * 4);
  grid-template-columns: repeat(auto-fill, minmax(min(100%, max(9.5em, (100% - var(--space) * 12) / 4)), 1fr));
  list-style: none;
}
li { display: flex; flex-direction: column; gap: var(--space); min-inline-size: 0; }
a.name { color: inherit; text-decoration: none; display: inline-block; min-block-size: 24px; }
a.name:hover { text-decoration: underline; }
li .action { margin-block-start: auto; }
.picture { aspect-ratio: 1; margin-block-end: var(--space); overflow: hidden; background: var(--faint); border-radius: var(--corner); }
.picture img { display: block; inline-size: 100%; block-size: 100%; object-fit: cover; }
.price s { opacity: .75; }
.sold-out { align-self: start; margin-block-end: var(--space); padding: 0 calc(var(--space) * 2); border: 1px solid; border-radius: var(--corner); font-size: max(.8125em, 12px); }
.fade h2 + p { margin-block-start: var(--space); }
.fade { animation: appear .25s ease-out; }
@keyframes turn { to { rotate: 1turn; } }
@keyframes appear { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) {
  .fade { animation: none; }
  .spinner { animation-duration: 4s; }
}
@media (forced-colors: active) {
  .picture { border: 1px solid; }
}
`;
