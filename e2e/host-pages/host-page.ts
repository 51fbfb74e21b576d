/** What a host page has to be told before it can be written. */
export interface Place {
  /** Address of the product, without a slash at its end. */
  readonly product: string;
  /** The campaign whose gate stands on the page. */
  readonly campaign: string;
  /** The script's hash, as `vip-gate.json` states it. */
  readonly integrity: string;
  /** The version that the pinned address names. */
  readonly version: string;
}

/** Somebody's page that has the gate in it. */
export interface HostPage {
  /** Says what is special about it; unique. */
  readonly name: string;
  /** The whole document. */
  html(place: Place): string;
  /** Its own response headers, such as a policy. */
  headers?(place: Place): Record<string, string>;
  /** Inside which frame of the page the gate stands; none: in the page itself. */
  readonly frame?: string;
}

/** What an ordinary page consists of; every part may be replaced. */
export interface PageParts {
  readonly doctype?: string;
  /** Attributes of the `html` tag. */
  readonly root?: string;
  readonly head?: string;
  readonly body?: string;
}

/** The address of the floating script. */
export const scriptOf = ({ product }: Place): string => `${product}/widget/v1/vip-gate.js`;

/** The tag that the admin offers, with more attributes where a page wants them. */
export const scriptTag = (place: Place, attributes = 'async'): string =>
  `<script ${attributes} src="${scriptOf(place)}"></script>`;

/** The element as a page's author writes it. */
export const gateTag = ({ campaign }: Place): string => `<vip-gate campaign="${campaign}"></vip-gate>`;

/** A page as most are: doctype, language, the script in the head, the gate in the body. */
export function ordinaryPage(place: Place, parts: PageParts = {}): string {
  const { doctype = '<!doctype html>', root = 'lang="en"', head = scriptTag(place), body = gateTag(place) } = parts;
  return `${doctype}
<html ${root}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Host</title>
<link rel="icon" href="data:,">${head}</head>
<body><main>${body}</main></body>
</html>`;
}
