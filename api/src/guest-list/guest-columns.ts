import { readEmail } from '../platform/email.ts';

/** What the column of addresses is called in exports of shops, mail tools and spreadsheets, folded. */
const NAMES = new Set([
  ...['email', 'emailaddress', 'emailid', 'mail', 'mailaddress', 'customeremail', 'subscriberemail', 'contactemail'],
  ...['emailadresse', 'mailadresse', 'adresseemail', 'adressemail', 'adressedemessagerie', 'courriel'],
  ...['correo', 'correoelectronico', 'direcciondecorreo', 'direcciondecorreoelectronico', 'emailaddresses'],
  ...['indirizzoemail', 'indirizzomail', 'postaelettronica', 'enderecodeemail', 'emailadres', 'epost', 'email1value'],
  ...['メールアドレス', 'メール', 'البريدالإلكتروني', 'بريدإلكتروني'].map(fold),
]);

/** The file is a CSV, but not of guests. The message is a sentence for the merchant. */
export class NotAGuestList extends Error {}

/** Where the addresses stand in one particular file. */
export interface GuestColumns {
  /** Place of the column, from 0. */
  readonly place: number;
  /** Its name as the file writes it; null where the file begins with a guest. */
  readonly name: string | null;
  /** The name of the column at a place, from 0; null where there is none. */
  readonly nameAt: (place: number) => string | null;
}

/**
 * Finds the addresses by the first line: by a name for them, or by an address that stands there already. Of a file of
 * one column anything without an @ is taken for the column's name. Throws `NotAGuestList` where neither is found.
 */
export function guestColumnsOf(firstLine: readonly string[]): GuestColumns {
  const named = firstLine.findIndex((cell) => NAMES.has(fold(cell)));
  if (named !== -1) return withHeader(firstLine, named);
  const address = firstLine.findIndex((cell) => readEmail(cell) !== null);
  if (address !== -1) return { place: address, name: null, nameAt: () => null };
  const [only = '', ...others] = firstLine;
  if (others.length === 0) {
    return only.includes('@') ? { place: 0, name: null, nameAt: () => null } : withHeader(firstLine, 0);
  }
  throw new NotAGuestList('Which column holds the addresses? Name it “Email” in the first line of the file.');
}

function withHeader(header: readonly string[], place: number): GuestColumns {
  const nameAt = (other: number) => header[other]?.trim() || null;
  return { place, name: header[place]?.trim() ?? '', nameAt };
}

/** Without case, accents, spaces and signs. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
