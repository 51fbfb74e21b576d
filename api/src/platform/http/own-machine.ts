import type { FastifyRequest } from 'fastify';

/** Whether a request called this machine by a name that can only mean itself. */
export function isLoopbackName(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Whether a page of another origin asks. Browsers tell by `Sec-Fetch-Site`, also where a page without referrer makes `Origin` say
 * `null`; older ones by `Origin` alone.
 */
export function isFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin';
  return headers.origin !== undefined && headers.origin !== `http://${host}` && headers.origin !== `https://${host}`;
}
