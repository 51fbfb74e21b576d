/** Where a visitor's page was, as their browser tells; each is an address, or nothing. */
export interface Visit {
  /** The page with the gate on it, with its query. */
  readonly page?: string | null | undefined;
  /** The page from which they came there. */
  readonly referrer?: string | null | undefined;
}

/** Nobody said from where. */
export const DIRECT = 'direct';

/** The sources beyond the most that one campaign tells apart in a day. */
export const OTHER_SOURCES = 'other';

const UTM = ['utm_source', 'utm_medium', 'utm_campaign'] as const;
const LONGEST_PART = 40;
const LONGEST_ADDRESS = 4_000;

/**
 * From where a visitor came: the UTM parameters of the page's address, as `newsletter / email / winter`, else the host of the page
 * before, unless that is the same one, else `direct`. In lower case, each part cut to 40 characters. What could name a
 * person stands as `hidden`: a part with an @, and one with seven digits in a row.
 */
export function trafficSource({ page, referrer }: Visit): string {
  const address = addressOf(page);
  const utm = UTM.map((name) => partOf(address?.searchParams.get(name)));
  if (utm[0] !== '') return utm.filter((part) => part !== '').join(' / ');
  const before = addressOf(referrer)?.hostname.replace(/^www\./, '') ?? '';
  return before === '' || before === address?.hostname.replace(/^www\./, '') ? DIRECT : partOf(before);
}

function addressOf(text: string | null | undefined): URL | null {
  if (!text || text.length > LONGEST_ADDRESS || !URL.canParse(text)) return null;
  const address = new URL(text);
  return /^https?:$/.test(address.protocol) ? address : null;
}

/** Control characters would be refused by the database, and the stroke is ours. */
function partOf(text: string | null | undefined): string {
  const part = (text ?? '')
    .replaceAll(/[\p{C}/\s]+/gu, ' ')
    .trim()
    .toLowerCase();
  return /@|\d{7}/.test(part) ? 'hidden' : [...part].slice(0, LONGEST_PART).join('');
}
