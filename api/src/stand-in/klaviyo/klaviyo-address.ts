import { badAddress } from '../bad-address.ts';
import { VendorRefusal } from '../desk/vendor-answer.ts';

/** An address of a request, and where it stands in there. */
export interface PlacedAddress {
  readonly email: string | null | undefined;
  readonly path: readonly (string | number)[];
}

/** Refuses the whole request for its bad addresses, as Klaviyo does; for some without saying which. */
export function refuseBadAddresses(addresses: readonly PlacedAddress[]): void {
  const bad = addresses.filter(({ email }) => email && badAddress(email) !== null);
  if (bad.length === 0) return;
  const said = bad.filter(({ email }) => email && badAddress(email) === 'SAID_WHERE');
  const issues = said.map(({ email, path }) => {
    return { in: 'BODY' as const, path, message: `Invalid email address: ${email}` };
  });
  throw new VendorRefusal(400, 'Invalid email address.', { issues });
}
