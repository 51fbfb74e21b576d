import { expect, test } from 'vitest';
import { BadSettingsError, describeSettings, readSettings } from './settings.ts';

function complaintsAbout(environment: Record<string, string>): string {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof BadSettingsError) return error.message;
    throw error;
  }
  return '';
}

test('what is not set is as usual, and one variable may have another usual value for each measurement', () => {
  expect(readSettings({})).toMatchObject({ processes: 1, widgetRounds: 9, dropRounds: 5, kills: 100, crashes: 10 });
  expect(readSettings({ BENCH_ROUNDS: '2' })).toMatchObject({ widgetRounds: 2, dropRounds: 2 });
  expect(readSettings({ BENCH_LOADS: 'L-02, L-04' }).loads).toEqual(['L-02', 'L-04']);
});

test.each([
  [{ BENCH_SECONDS: 'ten' }, 'BENCH_SECONDS must be a whole number from 1 to 3600, not “ten”.'],
  [{ BENCH_SECONDS: '' }, 'BENCH_SECONDS must be'],
  [{ BENCH_VISITORS: '1e9' }, 'BENCH_VISITORS must be'],
  [{ API_PROCESSES: '0' }, 'API_PROCESSES must be'],
  [{ BENCH_LOADS: 'L-02,L-99' }, 'BENCH_LOADS names L-99'],
  [{ BENCH_SECOND: '3' }, 'There is no setting BENCH_SECOND;'],
])('nonsense is refused by its name: %j', (environment, complaint) => {
  expect(complaintsAbout(environment as Record<string, string>)).toContain(complaint);
});

test('all that is wrong is said at once, and each thing once', () => {
  const complaints = complaintsAbout({ BENCH_ROUNDS: '-1', BENCH_RATE: 'fast' }).split('\n').slice(1);

  expect(complaints.map((complaint) => complaint.trim().split(' ')[0])).toEqual(['BENCH_ROUNDS', 'BENCH_RATE']);
});

test('the help names every setting with its usual value', () => {
  for (const line of ['API_PROCESSES=1', 'BENCH_ROWS=10000000', 'BENCH_LOADS=L-01,L-02']) {
    expect(describeSettings()).toContain(line);
  }
});
