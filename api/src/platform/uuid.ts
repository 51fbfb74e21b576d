const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text from outside can be a row's id at all: PostgreSQL refuses to compare a uuid with anything else. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
