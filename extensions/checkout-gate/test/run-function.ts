import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WASI } from 'node:wasi';

/** The function as it is deployed. */
export const FUNCTION_FILE = join(import.meta.dirname, '../dist/checkout-gate.wasm');

/** What came of a run. */
export interface Run {
  /** `CartValidationsGenerateRunResult`. */
  readonly result: { readonly operations: readonly Operation[] };
  readonly exports: WebAssembly.Exports;
}

interface Operation {
  readonly validationAdd: { readonly errors: readonly { readonly message: string; readonly target: string }[] };
}

/** Runs the export of the function as Shopify does: a new instance, the input on stdin, the answer on stdout. */
export function runFunction(module: WebAssembly.Module, input: object | string): Run {
  const folder = mkdtempSync(join(tmpdir(), 'vip-function-'));
  const [inFile, outFile] = [join(folder, 'in'), join(folder, 'out')];
  writeFileSync(inFile, typeof input === 'string' ? input : JSON.stringify(input));
  const [stdin, stdout] = [openSync(inFile, 'r'), openSync(outFile, 'w')];
  try {
    const exports = start(module, { stdin, stdout });
    return { result: JSON.parse(readFileSync(outFile, 'utf8')), exports };
  } finally {
    for (const file of [stdin, stdout]) closeSync(file);
    rmSync(folder, { recursive: true });
  }
}

/** The messages that the shopper would see. */
export function messagesOf({ result }: Run): string[] {
  return result.operations.flatMap(({ validationAdd }) => validationAdd.errors.map(({ message }) => message));
}

function start(module: WebAssembly.Module, files: { stdin: number; stdout: number }): WebAssembly.Exports {
  const wasi = new WASI({ version: 'preview1', ...files });
  const imports = wasi.getImportObject() as WebAssembly.Imports;
  const instance = new WebAssembly.Instance(module, imports);
  wasi.finalizeBindings(instance);
  const { run } = instance.exports;
  if (typeof run !== 'function') throw new Error('The function does not export `run`.');
  run();
  return instance.exports;
}
