import { domainToASCII } from 'node:url';

/** An e-mail address as it was typed, and what makes two of them the same. */
export interface Email {
  /** Trimmed, in Unicode form NFC; capitals as they were typed. */
  readonly address: string;
  /** The local part in NFKC and lower case, the domain in IDNA: equal for the same mailbox however typed. */
  readonly key: string;
}

/** RFC 5321: 64 octets before the @, 254 in all. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

const LOCAL_PART = /^[^\s\p{Cc}\p{Cs}@"(),:;<>[\]\\]+$/u;
/**
 * What no domain holds, but a URL does: `domainToASCII` reads a host as browsers read one, ends it where a path begins, decodes `%`
 * and passes over what cannot be seen. The key would be of another mailbox than the one that was typed.
 */
const NO_DOMAIN = /[\s\p{Cc}\p{DI}#%/:<>?@[\\\]^|]/u;
const DOMAIN = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * Reads an address that a visitor typed; null when no mail could be sent to it. Dots and plus signs stay: they mean
 * something at most providers.
 */
export function readEmail(typed: string): Email | null {
  const address = withoutInvisible(typed).trim().normalize('NFC');
  const at = address.lastIndexOf('@');
  if (at < 1 || Buffer.byteLength(address) > LONGEST_ADDRESS) return null;
  const local = address.slice(0, at).normalize('NFKC').toLowerCase();
  const typedDomain = address.slice(at + 1).normalize('NFKC');
  const domain = NO_DOMAIN.test(typedDomain) ? '' : domainToASCII(typedDomain);
  if (!LOCAL_PART.test(local) || Buffer.byteLength(local) > LONGEST_LOCAL_PART || !hasWellPlacedDots(local))
    return null;
  return DOMAIN.test(domain) ? { address, key: `${local}@${domain}` } : null;
}

function hasWellPlacedDots(local: string): boolean {
  return !local.startsWith('.') && !local.endsWith('.') && !local.includes('..');
}

/** Zero-width characters and byte order marks come along when an address is pasted. Control characters never belong. */
function withoutInvisible(text: string): string {
  return text.replaceAll(/[\u200b-\u200d\u2060\ufeff]/gu, '');
}
