const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text from outside can be a row's id at all: PostgreSQL refuses to compare a uuid with anything else. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** A UUID made from the first 16 of some random-looking bytes, such as a digest's: the same bytes, the same id. */
export function uuidFrom(bytes: Uint8Array): string {
  const id = Buffer.from(bytes.subarray(0, 16));
  // RFC 9562, version 8: what is in it is our own affair.
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x80;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
