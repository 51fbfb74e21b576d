import { ADMIN_API_VERSION } from '../admin-operation.ts';
import type { ShopifyFetch } from '../shopify-fetch.ts';
import type { RawAnswer } from './admin-answer.ts';

/** One operation, as it goes over the wire. */
export interface AdminPost {
  readonly shop: string;
  readonly accessToken: string;
  readonly document: string;
  readonly variables: object;
}

/** A longer answer counts as broken: one query's answer is far below it. */
const MAX_BYTES = 20 * 1024 * 1024;

/** Sends an operation once. Null: no answer came, or it broke off, so it is unknown whether the operation was done. */
export async function postToAdmin(fetch: ShopifyFetch, { shop, ...post }: AdminPost): Promise<RawAnswer | null> {
  try {
    const response = await fetch(`https://${shop}/admin/api/${ADMIN_API_VERSION}/graphql.json`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'x-shopify-access-token': post.accessToken,
      },
      body: JSON.stringify({ query: post.document, variables: post.variables }),
    });
    const retryAfterMs = retryAfterOf(response.headers.get('retry-after'));
    return { status: response.status, retryAfterMs, body: parse(await read(response)) };
  } catch {
    // No name of host or fault of a socket says more than that it could not be reached; and some quote what was sent.
    return null;
  }
}

/** Shopify says seconds, sometimes with a fraction. */
function retryAfterOf(header: string | null): number | null {
  const seconds = Number.parseFloat(header ?? '');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

async function read(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new RangeError('The answer is too long.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // An error page of a proxy's; its status tells what to do.
    return null;
  }
}
