const LONGEST = 300;

/** An address as a vendor may repeat it: plain, or encoded as in an URL. */
const ADDRESS = /[^\s"'<>()[\],;:=]+(?:@|%40)[^\s"'<>()[\],;:]+/gi;

/** A vendor's words as we keep and show them: one line, bounded, without the key and without an address. */
export function tidyWords(words: string, key: string): string {
  const withoutKey = key === '' ? words : words.replaceAll(key, '…');
  const line = withoutKey.replace(ADDRESS, '…').replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
