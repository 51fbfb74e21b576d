import { describe, expect, test } from 'vitest';
import { judge } from './admin-answer.ts';

const answered = (status: number, body: unknown = null) => judge({ status, retryAfterMs: null, body });
const refused = (message: string, code?: string, more: object = {}) =>
  answered(200, { data: null, errors: [{ message, extensions: { code, ...more } }] });

describe('an answer of the Admin API', () => {
  test.each([
    [401, { kind: 'TOKEN_REFUSED' }],
    [429, { kind: 'AGAIN', isUnknown: false }],
    [408, { kind: 'AGAIN', isUnknown: true }],
    [500, { kind: 'AGAIN', isUnknown: true }],
    [402, { kind: 'PROBLEM', problem: { kind: 'REFUSED' } }],
    [423, { kind: 'PROBLEM', problem: { kind: 'REFUSED' } }],
  ])('with the status %i', (status, outcome) => {
    expect(answered(status)).toMatchObject(outcome);
  });

  test('that is a page of some proxy’s is no answer', () => {
    expect(answered(200, null)).toMatchObject({ kind: 'AGAIN', isUnknown: true });
  });

  test('names the scope that is missing, however Shopify says it', () => {
    const byField = refused('Access denied for orders field.', 'ACCESS_DENIED', {
      requiredAccess: '`read_orders` access scope.',
    });
    const byStatus = answered(403, {
      errors: '[API] This action requires merchant approval for write_products scope.',
    });

    expect(byField).toMatchObject({
      problem: { kind: 'SCOPE_MISSING', message: expect.stringContaining('read_orders') },
    });
    expect(byStatus).toMatchObject({
      problem: { kind: 'SCOPE_MISSING', message: expect.stringContaining('write_products') },
    });
  });

  test('that is an error of Shopify’s own may pass, and a used-up budget is one', () => {
    expect(refused('Internal error', 'INTERNAL_SERVER_ERROR')).toMatchObject({ kind: 'AGAIN' });
    expect(refused('Throttled', 'THROTTLED')).toEqual({ kind: 'THROTTLED' });
  });

  test('is passed on without what it quotes', () => {
    const outcome = refused('Customer "ada@example.com" (shpat_0123456789abcdef0123456789abcdef) is taken', 'BAD');

    expect(JSON.stringify(outcome)).not.toMatch(/ada@|shpat_/);
    expect(outcome).toMatchObject({ problem: { kind: 'REFUSED', message: expect.stringContaining('BAD: Customer') } });
  });
});
