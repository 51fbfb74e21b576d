/** The code that an error of Node.js or PostgreSQL carries, such as `ENOENT` or `23505`; empty when it has none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
