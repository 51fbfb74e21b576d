import type { AccessType, AttentionKind, Destination } from '../gql/graphql.ts';
import { signups, vendor } from './connection-texts.ts';

/** What opens a campaign of an access type: its codes, or its links. */
const key = (accessType: AccessType): string => (accessType === 'SECRET_LINK' ? 'link' : 'code');

const keys = (count: number, accessType: AccessType): string =>
  count === 1 ? `A ${key(accessType)}` : `${count} ${key(accessType)}s`;

/** Names in a sentence, with how many more there are. */
function listed(names: readonly string[], others: number): string {
  const quoted = names.map((name) => `“${name}”`);
  if (others > 0) return `${quoted.join(', ')} and ${others} more`;
  return quoted.length < 2 ? quoted.join() : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** A campaign's problem as far as its words need it. */
interface Concern {
  name: string;
  accessType: AccessType;
  /** When its window begins, in words; undefined when it has none. */
  opens: string | undefined;
  hasBegun: boolean;
  count: number;
  names: readonly string[];
  /** What the first of them let in, and may let in, in words. */
  uses: { done: string; most: string } | undefined;
}

interface Words {
  title(concern: Concern): string;
  body(concern: Concern): string;
  action(concern: Concern): string;
}

const upcoming = ({ opens, hasBegun }: Concern): string =>
  opens === undefined || hasBegun ? 'It is open now.' : `It opens ${opens}.`;

const others = ({ count, names }: Concern): number => count - names.length;

/** What a merchant reads on the first page; loaded with it. */
export const homeTexts = {
  title: 'Home',
  about: 'What is live and coming up, what needs your attention, and the one thing to do about it.',
  live: {
    title: 'Live now',
    all: (count: string) => `See all ${count}`,
    none: 'Nothing is live.',
  },
  upcoming: {
    title: 'Coming up',
    all: (count: string) => `See all ${count}`,
    none: 'Nothing is scheduled.',
  },
  drafts: (count: number, formatted: string) =>
    count === 1 ? 'Go on with your draft' : `See your ${formatted} drafts`,
  nothing: {
    title: 'No campaign is live or coming up',
    body: 'Create one, or go on with a draft. It stands here as soon as it is activated.',
  },
  opens: (time: string) => `Opens ${time}`,
  closes: (time: string) => `Open until ${time}`,
  openEnd: 'Open until you pause it',
  places: (taken: string, all: string) => `${taken} of ${all} places taken`,
  numbers: {
    views: 'Views',
    signups: 'Sign-ups',
    passes: 'People let in',
    conversion: 'Conversion rate',
  },
  analytics: 'Analytics',
  analyticsOf: (name: string) => `Analytics of ${name}`,
  liveView: 'Live view',
  liveViewOf: (name: string) => `Live view of ${name}`,
  attention: {
    title: 'Needs your attention',
    none: 'All is well: nothing needs your attention.',
    about: (action: string, title: string) => `${action}: ${title}`,
    kinds: {
      NO_WAY_IN: {
        title: ({ name }) => `Nobody can get into “${name}”`,
        body: (concern) =>
          concern.accessType === 'EMAIL_SIGNUP'
            ? `Only people on its guest list get in, and the list is empty. ${upcoming(concern)}`
            : `It has no ${key(concern.accessType)} that opens it. ${upcoming(concern)}`,
        action: ({ accessType }) => (accessType === 'EMAIL_SIGNUP' ? 'Add guests' : `Add a ${key(accessType)}`),
      },
      NO_PRODUCTS: {
        title: ({ name }) => `“${name}” shows no products`,
        body: (concern) => `Who gets in finds nothing to buy. ${upcoming(concern)}`,
        action: () => 'Choose products',
      },
      NOT_ACTIVATED: {
        title: ({ name }) => `“${name}” is still a draft`,
        body: ({ opens = '', hasBegun }) =>
          hasBegun
            ? `It was to open ${opens}, and stays closed until you activate it.`
            : `It is to open ${opens}, and stays closed unless you activate it.`,
        action: () => 'Look it over and activate',
      },
      FULL: {
        title: ({ name }) => `“${name}” is full`,
        body: () => 'All places are taken, so that nobody new gets in.',
        action: () => 'Add places',
      },
      USED_UP: {
        title: ({ name, count, accessType }) => `${keys(count, accessType)} of “${name}” let in all they may`,
        body: (concern) => `${listed(concern.names, others(concern))}.`,
        action: () => 'Raise the limit',
      },
      EXPIRED: {
        title: ({ name, count, accessType }) =>
          `${keys(count, accessType)} of “${name}” ${count === 1 ? 'has' : 'have'} expired`,
        body: (concern) => `${listed(concern.names, others(concern))}: nobody new gets in with it.`,
        action: ({ accessType }) => `Look at the ${key(accessType)}s`,
      },
      NEARLY_USED_UP: {
        title: ({ name, count, accessType }) =>
          `${keys(count, accessType)} of “${name}” ${count === 1 ? 'is' : 'are'} nearly used up`,
        body: (concern) =>
          concern.uses === undefined || concern.count > 1
            ? `${listed(concern.names, others(concern))}.`
            : `${listed(concern.names, 0)} has let in ${concern.uses.done} of ${concern.uses.most} people.`,
        action: () => 'Raise the limit',
      },
    } satisfies Record<AttentionKind, Words> as Record<AttentionKind, Words>,
    parked: {
      title: (to: Destination, count: number, formatted: string) =>
        `${signups(count, formatted)} didn’t get to ${vendor[to]}`,
      body: 'It was tried for three days, and set aside.',
    },
    failed: {
      title: (to: Destination, count: number, formatted: string) =>
        `${vendor[to]} didn’t take ${signups(count, formatted)}`,
      body: 'They aren’t tried again by themselves.',
    },
    waiting: {
      title: (to: Destination, count: number, formatted: string) =>
        `${signups(count, formatted)} ${count === 1 ? 'waits' : 'wait'} for ${vendor[to]}`,
      body: (time: string) => `The first since ${time}. They go out by themselves; nothing is lost.`,
      action: 'Look at the connection',
    },
    sendAgain: 'Send again',
    toSettings: 'Open settings',
  },
  setUp: {
    title: 'Get ready for your first early access',
    progress: (done: number, all: number) => `${done} of ${all} done`,
    dismiss: 'Hide this guide',
    done: 'Done',
    open: 'To do',
    skipped: 'Left out',
    skip: 'Not now',
    steps: {
      catalog: {
        title: 'Bring in your products',
        body: 'Visitors who get in see them at once, without waiting for Shopify.',
        action: 'Open the catalog',
      },
      campaign: {
        title: 'Create a campaign',
        body: 'A name, and how people get in. It starts as a draft that nobody sees.',
        action: 'Create campaign',
      },
      products: {
        title: 'Choose what it opens',
        body: 'Products or whole collections, in the order in which visitors see them.',
        action: 'Choose products',
      },
      connection: {
        title: 'Connect Klaviyo or Omnisend',
        body: 'Each sign-up then goes to your list by itself. You can do without.',
        action: 'Connect',
      },
      activation: {
        title: 'Activate it',
        body: 'The gate then opens within its window, to those whom you let in.',
        action: 'Look it over and activate',
      },
      people: {
        title: 'Let the first person in',
        body: 'Share the campaign’s link or password; this is done as soon as somebody gets in.',
        action: 'Share it',
      },
    },
  },
} as const;
