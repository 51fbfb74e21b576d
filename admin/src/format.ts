/** The merchant's own language decides how numbers, money and dates look; the shop's zone decides the hour. */
const locale = typeof navigator === 'undefined' ? 'en' : navigator.language;

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

/** A day and an hour in the shop's zone, with the zone's name. */
export function formatInstant(instant: string, zone: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone, timeZoneName: 'short' }).format(
    new Date(instant),
  );
}
