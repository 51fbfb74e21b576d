import type { FastifyRequest } from 'fastify';
import { looksLikeMachine } from './suspicion.ts';
import { DIRECT, trafficSource, type Visit } from './traffic-source.ts';

/** What a visitor's device looks like. */
export type DeviceClass = 'phone' | 'tablet' | 'desktop' | 'bot';

/** What is counted of a visitor: nothing that tells one from another. */
export interface VisitorTraits {
  readonly source: string;
  readonly device: DeviceClass;
  /** ISO 3166-1 alpha-2, as a trusted proxy tells; null: none does. */
  readonly country: string | null;
  /** Whether it looks like a machine's doing: counted apart. */
  readonly isSuspected: boolean;
}

/** Of whom nothing is known. */
export const UNKNOWN_VISITOR: VisitorTraits = { source: DIRECT, device: 'desktop', country: null, isSuspected: false };

/** Reads a visitor's traits from a request. `countryHeader` is what a trusted proxy writes the country in; null: nobody does. */
export function visitorTraits(request: TraitsRequest, countryHeader: string | null): VisitorTraits {
  const isSuspected = looksLikeMachine(request.headers);
  const device = isSuspected ? 'bot' : deviceClass(request.headers);
  return { source: DIRECT, device, isSuspected, country: countryOf(request, countryHeader) };
}

/** The same visitor, with where they came from. */
export function cameFrom(traits: VisitorTraits, visit: Visit): VisitorTraits {
  return { ...traits, source: trafficSource(visit) };
}

/** What traits are read from. */
export type TraitsRequest = Pick<FastifyRequest, 'headers' | 'ips'>;

function deviceClass(headers: TraitsRequest['headers']): DeviceClass {
  const agent = headers['user-agent'] ?? '';
  if (/ipad|tablet|kindle|silk|playbook/i.test(agent) || /android(?!.*mobile)/i.test(agent)) return 'tablet';
  return headers['sec-ch-ua-mobile'] === '?1' || /mobi|iphone|ipod/i.test(agent) ? 'phone' : 'desktop';
}

/** Only a proxy that is believed may say: it spoke for somebody where there is more than one address. */
function countryOf({ headers, ips = [] }: TraitsRequest, countryHeader: string | null): string | null {
  if (countryHeader === null || ips.length < 2) return null;
  const country = String(headers[countryHeader] ?? '').toUpperCase();
  return /^[A-Z]{2}$/.test(country) && country !== 'XX' ? country : null;
}
