import type { HappeningDimension, HappeningKind } from '../gql/graphql.ts';

/** One share of the numbers, such as one source's. */
export interface Share {
  readonly dimension: HappeningDimension;
  readonly value: string;
}

/** Which rows a number is the sum of. */
export interface RowsAsked {
  readonly kind: HappeningKind;
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
  readonly share?: Share | undefined;
  readonly isSuspected?: boolean | undefined;
}

/** The address of the rows below an analytics page; `range` is what that page had chosen, for the way back. */
export function rowsAddress(page: string, range: string, { kind, from, to, share, isSuspected }: RowsAsked): string {
  const params = new URLSearchParams({ range, kind });
  if (from) params.set('from', from);
  if (to) params.set('to', to);
  if (share) params.set('by', share.dimension);
  if (share) params.set('value', share.value);
  if (isSuspected) params.set('suspected', 'yes');
  return `${page}/rows?${params}`;
}

const kinds: Record<HappeningKind, true> = {
  ...{ VIEW: true, UNIQUE_VISITOR: true, GATE_SHOWN: true, ATTEMPT: true, DENIED: true },
  ...{ PASS: true, SIGNUP: true, PRODUCT_OPENED: true, SENT_TO_CART: true },
};
const dimensions: Record<HappeningDimension, true> = {
  ...{ SOURCE: true, CODE: true, LINK: true, DEVICE: true, COUNTRY: true, REASON: true },
};

/** What the address of a rows page asks for; null where it asks for nothing that there is. */
export function readRowsAddress(params: URLSearchParams): RowsAsked | null {
  const [kind, by] = [params.get('kind') ?? '', params.get('by') ?? ''];
  const [from, to] = [params.get('from'), params.get('to')];
  if (!isKind(kind) || !isInstant(from) || !isInstant(to)) return null;
  const share = isDimension(by) ? { dimension: by, value: params.get('value') ?? '' } : undefined;
  if (by !== '' && share === undefined) return null;
  return { kind, from, to, share, isSuspected: params.get('suspected') === 'yes' };
}

function isKind(text: string): text is HappeningKind {
  return Object.hasOwn(kinds, text);
}

function isDimension(text: string): text is HappeningDimension {
  return Object.hasOwn(dimensions, text);
}

function isInstant(text: string | null): boolean {
  return text === null || !Number.isNaN(Date.parse(text));
}
