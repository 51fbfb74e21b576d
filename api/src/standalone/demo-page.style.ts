/**
 * The demo storefront's own look. It is somebody else's page: a serif, warm colours, and the blunt resets that real
 * themes have, so that the widget shows that it fits in.
 */
export const demoPageStyle = `
*, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; }
button, input { font: inherit; color: inherit; border-radius: 0; }
:root { color-scheme: light; --clay: #a4512e; --vip-gate-accent: var(--clay); }
body { background: #f6efe4; color: #33271d; font: 1.125rem/1.6 "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", Georgia, "DejaVu Serif", serif; }
a { color: inherit; }
a:focus-visible { outline: 2px solid var(--clay); outline-offset: 3px; }
img { display: block; max-width: 100%; }
.bar { background: #33271d; color: #f6efe4; text-align: center; font-size: .875rem; padding: .5rem 1rem; }
.masthead { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .5rem 2rem; max-width: 72rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem); }
.masthead .name { font-size: 1.625rem; font-style: italic; text-decoration: none; }
.masthead nav { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: 1rem; }
.page { max-width: 72rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem) 5rem; }
.early { background: #fffaf1; border: 1px solid #e2d4bf; padding: clamp(1.5rem, 5vw, 3.5rem); }
.early .kicker { color: var(--clay); font-size: .9375rem; font-style: italic; }
h1 { font-size: clamp(2rem, 5.5vw, 3.25rem); line-height: 1.12; font-weight: 500; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 1.625rem; font-weight: 500; margin: 4rem 0 1.5rem; }
.early vip-gate { display: block; margin-top: 2rem; }
vip-gate:not(:defined) { min-height: 21em; }
vip-gate[access-type=PASSWORD]:not(:defined) { min-height: 18em; }
vip-gate[access-type=PASSWORD_OR_EMAIL]:not(:defined) { min-height: 36em; }
vip-gate[access-type=SECRET_LINK]:not(:defined) { min-height: 7em; }
.goods { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr)); gap: 2rem 1.5rem; list-style: none; }
.goods a { text-decoration: none; display: block; }
.goods img, .goods .blank, .product img { aspect-ratio: 1; width: 100%; height: auto; object-fit: cover; background: #ebdfcc; }
.goods .blank { display: block; }
.goods .title { display: block; margin-top: .75rem; }
.goods a:hover .title { text-decoration: underline; text-underline-offset: .2em; }
.price { color: #6d5a48; } .price s { margin-left: .5em; }
.product { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: clamp(1.5rem, 5vw, 4rem); margin-top: 1rem; }
.product .vendor { font-style: italic; color: #6d5a48; }
.product .text { margin-top: 1.25rem; white-space: pre-line; }
.variants { margin-top: 1.5rem; border-top: 1px solid #e2d4bf; list-style: none; }
.variants li { display: flex; justify-content: space-between; gap: 1rem; padding: .625rem 0; border-bottom: 1px solid #e2d4bf; }
.small { margin-top: 1.5rem; font-size: .9375rem; color: #6d5a48; }
.foot { border-top: 1px solid #e2d4bf; padding: 2rem clamp(1rem, 4vw, 2.5rem); text-align: center; font-size: .9375rem; color: #6d5a48; }
`;
