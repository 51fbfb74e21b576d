import 'reflect-metadata';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { createSeal } from '../platform/seal.ts';
import { WaitingRoom } from '../platform/waiting-room.ts';
import { hostedPageRoutes } from './hosted-page.routes.ts';

const refused = () => Promise.reject(new Error('connect ECONNREFUSED db.internal'));

test.each(['GET', 'POST'] as const)(
  'when the shop is out of reach a %s is answered by a sentence, not a stack',
  async (method) => {
    const http = Fastify();
    const gate = {
      ...{ unlockWithPassword: refused, unlockWithEmail: refused, unlockWithSecretLink: refused },
      ...{ confirmWithCode: refused, resendConfirmation: refused },
    };
    await http.register(
      hostedPageRoutes(
        {
          ...{ gate, findBySecretLink: refused, joinWaitingList: refused, access: { byPass: refused } },
          ...{ productsOf: refused, timeZoneOf: refused, visitorAddressOf: (ip) => ip, recordView: refused },
          ...{ seal: createSeal(new Uint8Array(32)), publicUrl: 'https://vip.example' },
        },
        new WaitingRoom({ atOnce: 1, seats: 0, patienceMs: 60_000 }),
      ),
    );

    const page = await http.inject({ method, path: `/c/${'u'.repeat(24)}` });

    expect(page.statusCode).toBe(503);
    expect(page.headers['retry-after']).toMatch(/^([5-9]|10)$/);
    expect(page.body).toContain('t reach the shop');
    expect(page.body).not.toContain('ECONNREFUSED');
  },
);
