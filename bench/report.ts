import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Findings, Measurement, Row } from './measurement.ts';
import { describeSettings } from './settings.ts';

/**
 * Builds what is not fresh, runs the measurements that are named in the words, or all of them, and prints what they found: as tables, or as JSON with `--json`; with
 * `--help` it says what can be measured and set instead. The process exits with 1 where something does not hold, or a name is unknown.
 */
export async function measureAndReport(measurements: readonly Measurement[], words: readonly string[]): Promise<void> {
  if (words.includes('--help')) return describe(measurements);
  const names = words.filter((word) => !word.startsWith('-'));
  const chosen = measurements.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.length < names.length) {
    process.stderr.write(`The measurements are: ${measurements.map(({ name }) => name).join(', ')}.\n`);
    process.exit(1);
  }
  build();
  const found: Record<string, Findings> = {};
  for (const { name, about, measure } of chosen) {
    process.stderr.write(`${name}: ${about}\n`);
    found[name] = await measure();
    if (!words.includes('--json')) process.stdout.write(`${asText(name, found[name])}\n`);
  }
  if (words.includes('--json')) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  if (Object.values(found).some(({ problems }) => problems.length > 0)) process.exitCode = 1;
}

function describe(measurements: readonly Measurement[]): void {
  const lines = measurements.map(({ name, about }) => `  ${name}`.padEnd(36) + about);
  process.stdout.write(`What can be measured:\n${lines.join('\n')}\n\n`);
  process.stdout.write(`What can be set, as variables of the environment:\n${describeSettings()}\n`);
}

function build(): void {
  const script = join(import.meta.dirname, '..', 'api', 'build.ts');
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}

function asText(name: string, { settings, rows, problems }: Findings): string {
  const setup = Object.entries(settings).map(([what, value]) => `${what}: ${value}`);
  const verdict = problems.length === 0 ? ['✓ holds'] : problems.map((problem) => `✗ ${problem}`);
  return ['', `${name} (${setup.join(', ')})`, ...tableOf(rows), ...verdict].join('\n');
}

function tableOf(rows: readonly Row[]): string[] {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map((row) => columns.map((column) => String(row[column] ?? '')))];
  const widths = columns.map((_, place) => Math.max(...lines.map((cells) => (cells[place] ?? '').length)));
  return lines.map((cells) =>
    cells
      .map((cell, place) => (place === 0 ? cell.padEnd(widths[place] ?? 0) : cell.padStart(widths[place] ?? 0)))
      .join('  '),
  );
}
