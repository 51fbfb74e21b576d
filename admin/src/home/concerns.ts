import { troubleOf } from '../connections/connection.ts';
import { formatCount, formatInstant } from '../format.ts';
import type { SyncRetryInput } from '../gql/graphql.ts';
import { homeTexts } from '../texts/home-texts.ts';
import type { Home } from './home.ts';

/** The one thing to do about a concern: go somewhere, or have something sent again. */
export type Remedy =
  | { readonly kind: 'go'; readonly label: string; readonly url: string }
  | { readonly kind: 'sendAgain'; readonly label: string; readonly input: SyncRetryInput };

/** Something that needs attention, in words. */
export interface Concern {
  readonly id: string;
  readonly tone: 'critical' | 'warning';
  readonly title: string;
  readonly body: string;
  readonly remedy: Remedy;
}

const words = homeTexts.attention;

/** A sign-up that waits for longer than this does not wait for its turn. */
const longWaitMs = 15 * 60_000;

/** Kinds that keep people out now or tomorrow, as opposed to what is only good to know. */
const critical: readonly string[] = ['NO_WAY_IN', 'NO_PRODUCTS', 'NOT_ACTIVATED'];

/** What needs attention in a shop, the most urgent first. */
export function concernsOf({ attention, connections, shop }: Home, now: number): readonly Concern[] {
  const campaigns = attention.map((item) => campaignConcern(item, { zone: shop.timeZone, now }));
  const sync = connections.flatMap((connection) => syncConcerns(connection, { zone: shop.timeZone, now }));
  return [...campaigns, ...sync].toSorted((one, other) => urgency(one) - urgency(other));
}

const urgency = ({ tone }: Concern): number => (tone === 'critical' ? 0 : 1);

interface Reading {
  zone: string;
  now: number;
}

function campaignConcern(item: Home['attention'][number], { zone, now }: Reading): Concern {
  const { kind, campaignId, campaignName, startsAt, totalUses, maxUses } = item;
  const about = {
    ...{ name: campaignName, accessType: item.accessType, count: item.count, names: item.names },
    opens: startsAt ? formatInstant(startsAt, zone) : undefined,
    hasBegun: startsAt ? Date.parse(startsAt) <= now : true,
    uses:
      typeof totalUses === 'number' && typeof maxUses === 'number'
        ? { done: formatCount(totalUses), most: formatCount(maxUses) }
        : undefined,
  };
  const { title, body, action } = words.kinds[kind];
  return {
    id: `${campaignId} ${kind}`,
    tone: critical.includes(kind) ? 'critical' : 'warning',
    title: title(about),
    body: body(about),
    remedy: { kind: 'go', label: action(about), url: `/campaigns/${campaignId}` },
  };
}

function syncConcerns(connection: Home['connections'][number], { zone, now }: Reading): Concern[] {
  const { id, destination, trouble } = connection;
  const { waiting, waitingSince, failed, parked } = trouble;
  const stopped = troubleOf(connection, zone);
  const toSettings = { kind: 'go', label: words.toSettings, url: '/settings' } as const;
  const sendAgain = (states: NonNullable<SyncRetryInput['states']>): Remedy => {
    return { kind: 'sendAgain', label: words.sendAgain, input: { destination, states } };
  };
  const waitsLong = typeof waitingSince === 'string' && now - Date.parse(waitingSince) > longWaitMs;
  const found: (Omit<Concern, 'id'> | false | undefined)[] = [
    stopped && { ...stopped, remedy: toSettings },
    // What stops the whole connection explains why everything waits.
    !stopped &&
      waitsLong && {
        tone: 'warning',
        title: words.waiting.title(destination, waiting, formatCount(waiting)),
        body: words.waiting.body(formatInstant(waitingSince, zone)),
        remedy: { kind: 'go', label: words.waiting.action, url: '/settings' },
      },
    parked > 0 && {
      tone: 'warning',
      title: words.parked.title(destination, parked, formatCount(parked)),
      body: words.parked.body,
      remedy: sendAgain(['PARKED']),
    },
    failed > 0 && {
      tone: 'warning',
      title: words.failed.title(destination, failed, formatCount(failed)),
      body: words.failed.body,
      remedy: sendAgain(['FAILED']),
    },
  ];
  return found.flatMap((concern, position) => (concern ? [{ ...concern, id: `${id} ${position}` }] : []));
}
