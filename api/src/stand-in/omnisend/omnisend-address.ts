import { badAddress } from '../bad-address.ts';
import { type RequestIssue, VendorRefusal } from '../desk/vendor-answer.ts';
import type { ContactInput } from './omnisend-schemas.ts';

/** What is wrong with a contact's addresses. */
export function addressIssues({ identifiers = [] }: ContactInput): RequestIssue[] {
  return identifiers.flatMap(({ type, id }, index): RequestIssue[] => {
    if (type !== 'email' || badAddress(id) === null) return [];
    return [{ in: 'BODY', path: ['identifiers', index, 'id'], message: `Must be a valid email address: ${id}` }];
  });
}

/** Refuses a contact for its addresses: the request is as it should be, the person is not. */
export function refuseBadContact(input: ContactInput): void {
  const issues = addressIssues(input);
  if (issues.length > 0)
    throw new VendorRefusal(400, 'Request contains invalid fields.', { code: 'invalid_format', issues });
}
