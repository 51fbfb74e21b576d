const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/**
 * Whether a vendor refuses an address: one that is none, any at `refused.example` (and says where in the request it
 * stands), and any at `blind.example` (and does not say). No rule of a vendor's is known; these let people and tests see it.
 */
export function badAddress(email: string): 'SAID_WHERE' | 'NOT_SAID_WHERE' | null {
  if (email.toLowerCase().endsWith('@blind.example')) return 'NOT_SAID_WHERE';
  return !ADDRESS.test(email) || email.toLowerCase().endsWith('@refused.example') ? 'SAID_WHERE' : null;
}
