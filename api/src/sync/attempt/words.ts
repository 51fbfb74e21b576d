import { tidyWords } from '../../integrations/vendor-words.ts';

/** What must not stand in words that we keep. */
export interface Secrets {
  readonly key: string;
  readonly emails: readonly string[];
}

/**
 * A vendor's words as a receipt keeps them: one line of 300 characters at most, without the key and without an address, also one that
 * does not look like one. Null where nothing is left to say.
 */
export function keepableWords(words: string, { key, emails }: Secrets): string | null {
  let rest = words;
  for (const form of emails.flatMap((email) => [email, encodeURIComponent(email)])) {
    const isThere = form !== '' && rest.toLowerCase().includes(form.toLowerCase());
    if (isThere) rest = rest.replaceAll(new RegExp(escaped(form), 'gi'), '…');
  }
  return tidyWords(rest, key) || null;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
