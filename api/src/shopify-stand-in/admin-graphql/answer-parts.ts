/** The two dates that everything has. */
export function datesOf() {
  return {
    createdAt: ({ createdAt }: { readonly createdAt: number }) => dateTime(createdAt),
    updatedAt: ({ updatedAt }: { readonly updatedAt: number }) => dateTime(updatedAt),
  };
}

/** An instant as the Admin API writes it. */
export function dateTime(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z');
}

/** A `Count` that is exact. */
export function exactly(count: number) {
  return { count, precision: 'EXACT' };
}
