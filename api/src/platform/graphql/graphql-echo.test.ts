import { beforeEach, expect, test } from 'vitest';
import { post, startToy, type Toy } from './toy-endpoint.fixture.ts';

let toy: Toy;
beforeEach(async () => {
  toy = await startToy();
});

const unlock = 'mutation Unlock($input: UnlockInput!) { unlock(input: $input) { __typename } }';
const secret = 'marker-hunter2';

test.each([
  ['a field too many', { campaignId: '1', password: 'x', extra: secret }, 'Field "extra" is not defined'],
  ['a field too few', { password: secret }, 'Field "campaignId" of required type "ID!" was not provided.'],
  ['a value of another type', { campaignId: '1', password: [secret] }, 'at "input.password": Not a valid String.'],
  ['no value of an enum', { campaignId: '1', password: 'x', kind: secret }, 'at "input.kind"'],
  ['no number', { campaignId: '1', password: 'x', guesses: secret }, 'at "input.guesses": Not a valid Int.'],
])('a variable with %s', async (_name, input, reason) => {
  const { status, code, body, text } = await post(toy, unlock, { input });

  expect([status, code]).toEqual([400, 'BAD_USER_INPUT']);
  expect(body.errors[0].message).toContain(reason);
  expect(text).not.toContain(secret);
});

test.each([
  [
    'a literal of another type',
    `mutation { unlock(input: { campaignId: "1", password: [["${secret}"]] }) { __typename } }`,
  ],
  [
    'a literal number',
    `mutation { unlock(input: { campaignId: "1", password: "x", guesses: "${secret}" }) { __typename } }`,
  ],
  ['a literal where an object stands', `mutation { unlock(input: "${secret}") { __typename } }`],
  [
    'a literal that is no value of the enum',
    `mutation { unlock(input: { campaignId: "1", password: "x", kind: "${secret}" }) { __typename } }`,
  ],
  ['a string out of place', `mutation { unlock(input: { campaignId: "1" "${secret}" }) { __typename } }`],
  ['a string at the end', `{ hello } "${secret}"`],
  ['a list of variables', `query ($a: String = 3) { refused(reason: $a, other: "${secret}") }`],
])('%s', async (_name, query) => {
  const { status, text } = await post(toy, query);

  expect(status).toBe(400);
  expect(text).not.toContain(secret);
  expect(toy.logText()).not.toContain(secret);
});

test('a missing variable is named', async () => {
  const { body, code } = await post(toy, unlock);

  expect(code).toBe('BAD_USER_INPUT');
  expect(body.errors[0].message).toBe('Variable "$input" of required type "UnlockInput!" was not provided.');
});

test('an error that quotes a visitor’s password is logged without it', async () => {
  const { text } = await post(toy, unlock, { input: { campaignId: '1', password: 'crash me gently' } });

  expect(toy.logText()).toContain('unexpected [value] here');
  expect(toy.logText() + text).not.toContain('crash me gently');
});
