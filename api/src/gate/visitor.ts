import { isIPv6 } from 'node:net';
import type { VisitorTraits } from '../analytics/visitor-traits.ts';

/** What every resolver of the public API is given. */
export interface PublicContext {
  /** What a visitor's budget is counted by: the IPv4 address, or the /64 of an IPv6 address, which one customer has whole. */
  readonly visitorAddress: string;
  /** What is counted of the visitor. */
  readonly traits: VisitorTraits;
  /** The browser as it calls itself: with the address it tells visitors apart for a day. */
  readonly browser: string;
  readonly requestId: string;
}

/** The address by which a visitor's budget is counted. `ip` is the peer's, or a configured proxy's word for it. */
export function visitorAddressOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip);
  if (mapped?.[1]) return mapped[1];
  return isIPv6(ip) ? `${expand(ip).slice(0, 4).join(':')}::/64` : ip;
}

/** The eight groups of an IPv6 address, without leading zeros and zone. */
function expand(ip: string): string[] {
  const [address = ''] = ip.split('%');
  const [head = '', tail] = address.split('::');
  const left = groupsOf(head);
  const right = tail === undefined ? [] : groupsOf(tail);
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right];
}

function groupsOf(part: string): string[] {
  return part === '' ? [] : part.split(':').map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''));
}
