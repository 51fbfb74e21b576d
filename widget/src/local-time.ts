/** One for each language and manner: to make one takes a slow phone as long as to draw several products. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A date and time of the visitor's own zone: with its day unless that is today, with its year unless that is this one. */
export function timeIn(language: string, instant: string, withDay = false): string {
  const then = new Date(instant);
  const now = new Date();
  const options: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
  const isToday = then.toDateString() === now.toDateString();
  if (withDay || !isToday) Object.assign(options, { weekday: 'long', day: 'numeric', month: 'long' });
  if (then.getFullYear() !== now.getFullYear()) options.year = 'numeric';
  const key = `${language} ${Object.keys(options)}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(language, options);
  formats.set(key, format);
  return format.format(then);
}
