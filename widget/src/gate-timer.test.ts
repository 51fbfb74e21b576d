import { expect, onTestFinished, test, vi } from 'vitest';
import { GateApiError, HttpGateApi } from './gate-api.ts';
import { aGate } from './gate-stage.fixture.ts';
import { anEntry } from './gate-world.fixture.ts';

const here = { campaign: 'autumn', secretLink: '' };

const api = () => new HttpGateApi('https://vip.example/public/graphql');
const ways = {
  GET: () => api().look({ ...here, pass: '' }),
  POST: () => api().recordView('autumn'),
};

/** The fault of a server that answers with this status and these headers. */
async function faultOf(
  status: number,
  headers: Record<string, string>,
  way: 'GET' | 'POST' = 'POST',
): Promise<unknown> {
  vi.stubGlobal('fetch', async () => new Response('<h1>Sorry</h1>', { status, headers }));
  onTestFinished(() => void vi.unstubAllGlobals());
  return ways[way]().catch((fault: unknown) => fault);
}

test.each(['GET', 'POST'] as const)('whoever asks by %s leaves a server alone as long as it wants', async (way) => {
  expect(await faultOf(503, { 'retry-after': '7' }, way)).toMatchObject({ retryAfterMs: 7_000 });
});

test.each([
  [503, { 'retry-after': '20' }, 20_000],
  [429, { 'retry-after': '5' }, 5_000],
  [503, {}, 0],
  [503, { 'retry-after': 'Fri, 27 Nov 2026 10:00:00 GMT' }, 0],
  [503, { 'retry-after': '86400' }, 120_000],
])('a server that answers %i %j is left alone for %i ms', async (status, headers, milliseconds) => {
  const fault = await faultOf(status, headers as Record<string, string>);

  expect(fault).toBeInstanceOf(GateApiError);
  expect(fault).toMatchObject({ retryAfterMs: milliseconds, message: 'The public API gave no answer' });
});

test('what was typed is sent again by itself, not before the server wants it, and once', async () => {
  const fault = await faultOf(503, { 'retry-after': '20' });
  const { gate, api, alarms } = aGate((fake) => fake.outcomes.push(fault as Error));
  await gate.start(here);
  await gate.submitEmail(anEntry());

  const [alarm] = alarms.splice(0);
  expect(alarm?.milliseconds).toBeGreaterThanOrEqual(20_500);
  alarm?.ring();

  await vi.waitFor(() => expect(gate.step).toMatchObject({ refusal: { reason: 'denied' } }));
  expect(api.tried).toHaveLength(2);
  expect(api.tried[1]).toEqual(api.tried[0]);
});

test('pauses grow with every fault, differ between visitors, and end', async () => {
  const pauses = async () => {
    const { gate, alarms } = aGate((fake) =>
      fake.outcomes.push(...Array.from({ length: 8 }, () => new Error('offline'))),
    );
    await gate.start(here);
    const waited: number[] = [];
    for (let at = 0; at < 8; at += 1) {
      await gate.submitPassword('lantern');
      waited.push(...alarms.splice(0).map(({ milliseconds }) => milliseconds));
    }
    return waited;
  };

  const [one, other] = [await pauses(), await pauses()];

  expect(one).toHaveLength(8);
  expect(one.every((pause, at) => pause >= 500 * 2 ** Math.min(at, 4) && pause <= 45_000)).toBe(true);
  expect(one).not.toEqual(other);
});
