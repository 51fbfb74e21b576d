import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The file `.env` is damaged; the message names the line, never what stands in it. */
export class EnvFileError extends Error {}

const SETTING = /^\s*(?:export\s+)?[A-Za-z_][A-Za-z0-9_]*\s*=\s*(.*)$/;

/** The settings of the file at `path`; none when there is no such file. Throws `EnvFileError`. */
export function readEnvFile(path: string): Record<string, string | undefined> {
  if (!existsSync(path)) return {};
  const text = readFileSync(path, 'utf8');
  requireSettings(text, path);
  return parseEnv(text);
}

/** Node's parser skips what it does not understand; a setting that silently does not count is worse than a refusal. */
function requireSettings(text: string, path: string): void {
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (/^\s*(#.*)?$/.test(line)) continue;
    const value = SETTING.exec(line)?.[1];
    if (value === undefined) throw new EnvFileError(`${path} is damaged: line ${index + 1} is not NAME=value.`);
    index = endOfValue(lines, index, value, path);
  }
}

/** A quoted value may go on for several lines; the index of its last one. */
function endOfValue(lines: string[], index: number, value: string, path: string): number {
  const quote = /^["'`]/.exec(value)?.[0];
  if (!quote || value.indexOf(quote, 1) > 0) return index;
  const end = lines.findIndex((line, at) => at > index && line.includes(quote));
  if (end < 0) throw new EnvFileError(`${path} is damaged: the quote in line ${index + 1} is never closed.`);
  return end;
}
