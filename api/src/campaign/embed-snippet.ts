/** Where the widget's script is served: `publicUrl` without a slash at its end, and the build that is served there. */
export interface WidgetSource {
  readonly publicUrl: string;
  /** Null where the widget is not built. */
  readonly release: { readonly version: string; readonly integrity: string } | null;
}

/** The HTML that places a campaign's gate on a page and follows every new widget of the same major version. */
export function embedSnippet({ publicUrl }: WidgetSource, campaignId: string): string {
  return snippet(`src="${publicUrl}/widget/v1/vip-gate.js"`, campaignId);
}

/** The same with one version of the script, which the browser runs only if it is exactly this one. */
export function pinnedSnippet({ publicUrl, release }: WidgetSource, campaignId: string): string | null {
  if (release === null) return null;
  const src = `src="${publicUrl}/widget/${release.version}/vip-gate.js"`;
  return snippet(`${src} integrity="${release.integrity}" crossorigin="anonymous"`, campaignId);
}

/**
 * What a page with a strict Content-Security-Policy must allow for the gate, a directive on each line: its script and what that fetches
 * later, the API, and the products' pictures, which lie here or at Shopify. Styles need nothing.
 */
export function contentSecurityPolicy({ publicUrl }: WidgetSource): string {
  return [
    `script-src ${publicUrl}/widget/`,
    `connect-src ${publicUrl}`,
    `img-src ${publicUrl} https://cdn.shopify.com data:`,
  ].join(';\n');
}

function snippet(attributes: string, campaignId: string): string {
  return `<script async ${attributes}></script>\n<vip-gate campaign="${campaignId}"></vip-gate>`;
}
