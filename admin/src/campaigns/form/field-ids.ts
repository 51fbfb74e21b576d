import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Names of fields and lists by which an address leads to them: `/campaigns/ID#field-capacity`. */
export const fieldIds = {
  accessType: 'field-access-type',
  startsAt: 'field-opens',
  endsAt: 'field-closes',
  capacity: 'field-capacity',
  trustLevel: 'field-trust',
  guestsOnly: 'field-guests-only',
  codes: 'access-codes',
  links: 'secret-links',
} as const;

/** Brings what the address names under the keys and before the eyes, once the page stands. */
export function useFieldInAddress(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    // After the page itself has taken the focus.
    const timer = setTimeout(() => {
      const field = document.getElementById(hash.slice(1));
      field?.focus({ preventScroll: true });
      field?.scrollIntoView({ block: 'center' });
    });
    return () => clearTimeout(timer);
  }, [hash]);
}
