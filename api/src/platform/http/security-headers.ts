import type { FastifyReply } from 'fastify';

/** The same for every answer, and so written once; a route that serves something else says so in its own. */
const FOR_EVERY_ANSWER: Readonly<Record<string, string>> = {
  // For answers that are data. A page says itself what it may load, instead of this policy.
  'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** What keeps a browser from doing more with an answer than was meant. `https`: whether people come by it, and shall keep to it. */
export function securityHeaders(https: boolean): Readonly<Record<string, string>> {
  return https ? { ...FOR_EVERY_ANSWER, 'strict-transport-security': 'max-age=31536000' } : FOR_EVERY_ANSWER;
}

/** For what stands in somebody else's page, whose own headers hold. */
export function withoutSecurityHeaders(reply: FastifyReply): void {
  for (const name of Object.keys(securityHeaders(true))) reply.removeHeader(name);
}
