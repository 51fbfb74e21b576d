import type { FastifyPluginAsync } from 'fastify';
import { isLoopbackName } from '../platform/http/own-machine.ts';
import { sendPage } from '../platform/http/page.ts';
import type { Mailbox } from '../platform/mail/mailbox.ts';
import { mailboxPage } from './mailbox.page.ts';

/**
 * `/demo/mailbox`, in standalone mode; null: a mail server is set. Its codes and links open gates, so it answers only who calls this
 * machine by a name of the loopback: a page elsewhere whose name resolves to it reads nothing.
 */
export function mailboxRoutes(mailbox: Pick<Mailbox, 'list'> | null): FastifyPluginAsync {
  return async (http) => {
    http.get('/demo/mailbox', async (request, reply) => {
      if (!isLoopbackName(request.hostname)) return reply.callNotFound();
      return sendPage(reply.header('cache-control', 'no-store'), mailboxPage(mailbox?.list() ?? null));
    });
  };
}
