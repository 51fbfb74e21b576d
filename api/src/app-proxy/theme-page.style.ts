/**
 * The page inside a theme: the theme's own font, colours and width hold; ours are only the spaces, and the room that the gate will take. The
 * link for those without scripts waits unseen for the element, as the hosted page's forms do. It is sent as part of a Liquid
 * template, so that no two braces may open side by side.
 */
export const themePageStyle = `
.vip-page { max-width: 68rem; margin: 0 auto; padding: clamp(1.5rem, 6vw, 4rem) clamp(1.25rem, 5vw, 3rem); overflow-wrap: anywhere; }
.vip-page-picture { display: block; width: 100%; aspect-ratio: 16 / 9; max-height: 60vh; object-fit: cover; margin: 0 0 2rem; }
.vip-page-description { max-width: 38rem; white-space: pre-line; }
.vip-page vip-gate { display: block; margin-top: 2rem; }
.vip-page vip-gate:not(:defined) { min-height: 21em; }
.vip-page vip-gate:not(:defined) > .plain { visibility: hidden; animation: vip-page-come 0s 6s forwards; }
@keyframes vip-page-come { to { visibility: visible; } }
@media (scripting: none) { .vip-page vip-gate:not(:defined) > .plain { visibility: visible; animation: none; } }
`;
