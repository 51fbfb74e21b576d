import binaryen from 'binaryen';

/** The name under which the counter is exported. */
export const SPENT = 'spent';

/** Instructions at which a straight piece of code ends: what comes after them may run more often, less often or not at all. */
const ENDS_PIECE = /^(block|loop|if|else|end|br|br_if|br_table|return|unreachable)\b/;
const INSTRUCTION = /^[a-z]/;

/**
 * Rewrites a module so that it counts each instruction that it executes. Shopify counts them in the same way, except that it leaves
 * out those that cost nothing, such as `block` and `end`: what is counted here is never less than there.
 */
export function metered(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const module = binaryen.readBinary(wasm);
  module.setFeatures(binaryen.Features.All);
  const counting = binaryen.parseText(withCounter(module.emitStackIR()));
  counting.setFeatures(binaryen.Features.All);
  const binary = new Uint8Array(counting.emitBinary());
  module.dispose();
  counting.dispose();
  return binary;
}

/** In stack form the text has one instruction on each line. */
function withCounter(text: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trimStart().startsWith('(func'));
  const global = ` (global $${SPENT} (mut i64) (i64.const 0))\n (export "${SPENT}" (global $${SPENT}))`;
  return [...lines.slice(0, start), global, ...counted(lines.slice(start))].join('\n');
}

function counted(lines: readonly string[]): string[] {
  const written: string[] = [];
  let piece: string[] = [];
  const close = () => {
    if (piece.length > 0) written.push(counting(piece.length), ...piece);
    piece = [];
  };
  for (const line of lines) {
    const instruction = line.trimStart();
    if (INSTRUCTION.test(instruction)) piece.push(line);
    else close();
    if (!INSTRUCTION.test(instruction)) written.push(line);
    else if (ENDS_PIECE.test(instruction)) close();
  }
  return written;
}

function counting(instructions: number): string {
  return `global.get $${SPENT} i64.const ${instructions} i64.add global.set $${SPENT}`;
}
