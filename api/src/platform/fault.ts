/** What a log may say about an error: enough to find the line at fault, nothing of the values it was about. */
export interface FaultDescription {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack: readonly string[];
  readonly cause?: FaultDescription;
}

const LONGEST_MESSAGE = 500;
const DEEPEST_CAUSE = 3;
const SHORTEST_SECRET = 3;

const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [/[^\s"'`<>@]+@[^\s"'`<>@]+/g, '[address]'],
  [/\b(Bearer|Basic)\s+\S+/gi, '$1 [credentials]'],
  [/[?&][^\s"'`]*/g, '[query]'],
  [/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '[value]'],
  [/\b(?=[\w-]*\d)[\w-]{20,}(?:\.[\w-]+)*/g, '[token]'],
];

/**
 * An error without what it may have quoted: addresses, quoted values, credentials, long tokens, and each of `secrets`
 * (values of the request that met the error) wherever it stands.
 */
export function describeFault(fault: unknown, secrets: readonly string[] = [], depth = 0): FaultDescription {
  if (isDescription(fault)) return fault;
  if (!(fault instanceof Error))
    return { type: typeof fault, message: 'Something that is no error was thrown.', stack: [] };
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
  const hasCause = fault.cause instanceof Error && depth < DEEPEST_CAUSE;
  return {
    type: fault.name,
    ...(code === undefined ? {} : { code: withoutSecrets(code, secrets) }),
    message: withoutValues(lastLine(fault.message), secrets),
    stack: framesOf(fault),
    ...(hasCause ? { cause: describeFault(fault.cause, secrets, depth + 1) } : {}),
  };
}

/** Prisma's messages begin with the call and its arguments; what went wrong stands at the end. */
function lastLine(message: string): string {
  return message.trim().split('\n').at(-1) ?? '';
}

function withoutValues(message: string, secrets: readonly string[]): string {
  const known = withoutSecrets(message, secrets);
  return PERSONAL.reduce((text, [pattern, word]) => text.replace(pattern, word), known).slice(0, LONGEST_MESSAGE);
}

function withoutSecrets(text: string, secrets: readonly string[]): string {
  const telling = secrets.filter((secret) => secret.length >= SHORTEST_SECRET);
  return telling.reduce((rest, secret) => rest.replaceAll(secret, '[value]'), text);
}

/** The frames alone: V8 puts the message, and so what it quotes, before them. */
function framesOf(fault: Error): string[] {
  const lines = (fault.stack ?? '').split('\n');
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
}

function isDescription(fault: unknown): fault is FaultDescription {
  return (
    typeof fault === 'object' && fault !== null && !(fault instanceof Error) && 'stack' in fault && 'type' in fault
  );
}
