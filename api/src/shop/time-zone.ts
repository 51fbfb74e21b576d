/** Whether this is the name of an IANA zone that a shop's windows and days can be meant in; a bare offset such as `+02:00` is none. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // It throws for a zone that it does not know, and for nothing else.
    return false;
  }
}
