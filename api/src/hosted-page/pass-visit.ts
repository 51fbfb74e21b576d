import type { FastifyReply } from 'fastify';
import { keepPrivate } from './hosted-parts.ts';
import { type CookiePass, passCookie, passPath } from './pass-cookie.ts';

/** A pass that was opened elsewhere, such as by a mailed link. */
export interface VisitingPass extends CookiePass {
  readonly campaignId: string;
}

/**
 * Leads a browser whose pass was just opened to the campaign's pass page, which needs neither secret link nor script.
 * `publicUrl` is this server's address.
 */
export function createPassVisit(publicUrl: string) {
  const secure = publicUrl.startsWith('https:');
  return (reply: FastifyReply, visiting: VisitingPass): FastifyReply => {
    const path = passPath(visiting.campaignId);
    return keepPrivate(reply).header('set-cookie', passCookie(visiting, { path, secure })).redirect(path, 303);
  };
}
