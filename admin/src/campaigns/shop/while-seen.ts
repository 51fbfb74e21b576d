/**
 * For what follows from the catalog: Shopify tells of a changed product some seconds after it was changed, and nobody tells this page.
 * Asked every five seconds, and not at all while the tab is hidden.
 */
export const whileSeen = { pollInterval: 5_000, skipPollAttempt: () => document.hidden } as const;
