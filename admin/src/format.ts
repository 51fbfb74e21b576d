/** The first language that Intl can read: a browser on a bare Linux machine calls its language `en-US@posix`. */
export function readableLocale(languages: readonly string[]): string {
  return languages.find(isReadable) ?? 'en';
}

function isReadable(language: string): boolean {
  try {
    return Intl.getCanonicalLocales(language).length > 0;
  } catch {
    return false;
  }
}

/** The merchant's own language decides how numbers, money and dates look; the shop's zone decides the hour. */
const locale = readableLocale(navigator.languages);

/** A count, with the merchant's separators. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** A share from 0 to 1 as a percentage with at most one decimal. */
export function formatShare(share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** An amount of the API, a decimal text, in its currency. */
export function formatMoney(money: { amount: string; currencyCode: string }): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency: money.currencyCode }).format(
    Number(money.amount),
  );
}

/** A day in the shop's zone. */
export function formatDay(instant: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone }).format(new Date(instant));
}

/** An hour of a day in the shop's zone. */
export function formatHour(instant: string, zone: string): string {
  const options = { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }).format(new Date(instant));
}

/** A day and a second in the shop's zone: for what happened in one minute, one thing after the other. */
export function formatMoment(instant: string, zone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: zone }).format(
    new Date(instant),
  );
}

/** A day and an hour in the shop's zone, with the zone's name. */
export function formatInstant(instant: string, zone: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, timeZoneName: 'short' }).format(
    new Date(instant),
  );
}

/** The time of day in a zone, such as `10:42`. */
export function formatClock(instantMs: number, zone: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone }).format(instantMs);
}

/** A currency by its code and name, such as `EUR – Euro`. */
export function nameOfCurrency(code: string): string {
  const name = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'none' }).of(code);
  return name === undefined ? code : `${code} – ${name}`;
}
