/** The version of Shopify's APIs that the stand-in speaks. */
export const API_VERSION = '2026-10';
