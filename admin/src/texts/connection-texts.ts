import type { ConnectionProblem, ConnectionStatus, Destination, OptIn } from '../gql/graphql.ts';

/** What each destination is called. */
export const vendor = { KLAVIYO: 'Klaviyo', OMNISEND: 'Omnisend' } satisfies Record<Destination, string>;

/** What a campaign names at each destination. */
export const audience = { KLAVIYO: 'list', OMNISEND: 'tag' } satisfies Record<Destination, string>;

/** A number of sign-ups in words, with the merchant's separators. */
export const signups = (count: number, formatted: string): string =>
  count === 1 ? '1 sign-up' : `${formatted} sign-ups`;

/** What a merchant reads about connections, and about choosing a list or a tag. */
export const connectionTexts = {
  vendor,
  connections: {
    title: 'Connections',
    help: 'Where sign-ups go by themselves. Each campaign names its own list or tag there.',
    intro: {
      KLAVIYO: 'People who agreed to e-mails join the list that the campaign names.',
      OMNISEND:
        'People who agreed to e-mails get the tag that the campaign names. Omnisend has no lists today: a segment there can collect everybody with a tag.',
    },
    connect: (to: Destination) => `Connect ${vendor[to]}`,
    replaceKey: 'Replace key',
    disconnect: 'Disconnect',
    test: 'Test again',
    tested: (to: Destination) => `${vendor[to]} answered, and the key is good.`,
    labelFor: (action: string, to: Destination) => `${action}: ${vendor[to]}`,
    key: { KLAVIYO: 'Private API key', OMNISEND: 'API key' },
    keyHelp: {
      KLAVIYO:
        'In Klaviyo, open Settings, then API keys, and create a private key of the kind “Custom key” with these:',
      OMNISEND: 'In Omnisend, open Store settings, then API keys, and create a key that may do these:',
    },
    scopes: {
      KLAVIYO: [
        'Accounts: read',
        'Lists: full access',
        'Profiles: full access',
        'Subscriptions: full access',
        'Events: full access, if flows are to begin with a sign-up',
        'Data privacy: full access, so that people removed here are deleted there',
      ],
      OMNISEND: ['Contacts: read and write', 'Brand: read'],
    },
    keyKept: 'It is tested first, kept encrypted, and never shown again.',
    saved: (to: Destination) => `${vendor[to]} is connected`,
    settingSaved: 'Setting saved',
    noKey: 'Paste the key first.',
    allCampaigns: 'Sign-ups of all campaigns',
    removals: (to: Destination, who: string) =>
      `To be removed at ${vendor[to]}: ${who} removed here. It is asked for by itself.`,
    removalsParked: (to: Destination, who: string) =>
      `Not removed at ${vendor[to]}: ${who} removed here. It is no longer asked for by itself.`,
    removalsDetail: (to: Destination, words: string) => `The last answer of ${vendor[to]}: “${words}”`,
    askAgain: 'Ask again, and send again what was set aside',
    settings: 'What is sent',
    withoutConsent: 'Also bring people who didn’t agree to e-mails',
    withoutConsentHelp: {
      KLAVIYO:
        'They join the list without being subscribed, so that Klaviyo sends them no marketing. Otherwise they stay here alone.',
      OMNISEND:
        'They get the tag without being subscribed, so that Omnisend sends them no marketing. Otherwise they stay here alone.',
    },
    event: 'Tell Klaviyo of each sign-up as an event',
    eventHelp: 'A flow can begin with “Joined VIP early access”. It is sent once for each person.',
    welcome: 'Let Omnisend’s welcome message go out',
    welcomeHelp: 'To people who agreed to e-mails, and only if you have set one up there.',
    account: 'Account',
    keyEnding: (ending: string) => `Key that ends in ${ending}`,
    since: 'Connected since',
    lastAnswer: 'Last answer',
    noAnswer: 'None yet',
    /** What the API calls an answer, in words; what is not here is shown as it is. */
    answer: {
      OK: 'all well',
      KEY_REFUSED: 'key refused',
      SCOPE_MISSING: 'a permission is missing',
      VERSION_RETIRED: 'version no longer spoken',
      THROTTLED: 'asked to wait',
      UNREACHABLE: 'none that could be used',
      BROKEN_ANSWER: 'an answer that made no sense',
      AUDIENCE_GONE: 'no such list',
      REJECTED: 'request refused',
    },
    status: { CONNECTED: 'Connected', PAUSED: 'Paused', BACKING_OFF: 'Trying again', HELD: 'On hold' } satisfies Record<
      ConnectionStatus,
      string
    >,
    notConnected: 'Not connected',
    problem: {
      KEY_REFUSED: {
        title: (to: Destination) => `${vendor[to]} refuses the key`,
        body: 'Nothing is sent, and nothing is lost. Replace the key, and what waits here goes out.',
      },
      SCOPE_MISSING: {
        title: (to: Destination) => `The key may not do everything ${vendor[to]} is asked for`,
        body: 'Nothing is sent, and nothing is lost. Replace the key by one with all of the permissions, and what waits here goes out.',
      },
      VERSION_RETIRED: {
        title: (to: Destination) => `${vendor[to]} no longer speaks with this version of the app`,
        body: 'Nothing is sent, and nothing is lost. Ask the person who runs the app to update it.',
      },
    } satisfies Record<ConnectionProblem, { title(to: Destination): string; body: string }>,
    said: (to: Destination, words: string) => `${vendor[to]} said: ${words}`,
    inDetail: (words: string) => `In detail: ${words}`,
    backingOff: {
      title: (to: Destination) => `${vendor[to]} doesn’t answer as it should`,
      at: (time: string) => `It is tried again at ${time}, and again after that. Nothing is lost.`,
      soon: 'It is tried again by itself. Nothing is lost.',
    },
    held: {
      title: 'Sending is on hold',
      body: 'The app’s data come from a backup, or run somewhere new. So that nobody is written to twice, nothing goes out until the person who runs the app looks at it and enters “pnpm sync:resume”.',
    },
    disconnectTitle: (to: Destination) => `Disconnect ${vendor[to]}?`,
    disconnectBody: (to: Destination, waiting: number, formatted: string) =>
      `${waiting === 0 ? 'From now on nothing is sent' : `${signups(waiting, formatted)} not sent yet stay here, and nothing more is sent`} to ${vendor[to]}. The key is erased here. Who is there already stays there, and your campaigns keep the ${audience[to]}s they name. When you connect it again, the campaign’s page offers to send what came in between.`,
    disconnected: (to: Destination) => `${vendor[to]} is disconnected`,
  },
  audiences: {
    title: 'Klaviyo and Omnisend',
    help: 'Where this campaign’s sign-ups go by themselves. Both are optional.',
    list: 'Klaviyo list',
    noList: 'No list chosen: sign-ups of this campaign don’t go to Klaviyo.',
    choose: 'Choose a list',
    change: 'Choose another list',
    clear: 'Choose none',
    close: 'Keep it as it is',
    search: 'Search lists',
    found: 'Lists found',
    none: 'No list of this name. Create it in Klaviyo first.',
    chooseOne: 'Choose',
    chosen: 'Chosen',
    chooseLabel: (name: string) => `Choose ${name}`,
    more: 'Show more lists',
    unnamed: (id: string) => `List ${id}`,
    gone: (id: string) => `List ${id} is no longer at Klaviyo`,
    goneHelp: 'Nobody can join it. Choose another list; who failed because of it can then be sent again.',
    optIn: { DOUBLE: 'Double opt-in', SINGLE: 'Single opt-in' } satisfies Record<OptIn, string>,
    optInHelp: {
      DOUBLE: 'Klaviyo mails each person first. They are on the list once they have clicked its link.',
      SINGLE: 'People are on the list at once.',
    } satisfies Record<OptIn, string>,
    tag: 'Omnisend tag',
    tagHelp:
      'Omnisend has no lists today. People who agreed to e-mails get this tag, and a segment there can collect them.',
    useTag: (tag: string) => `Use ${tag}`,
    notConnected: (to: Destination) => `${vendor[to]} isn’t connected.`,
    kept: (to: Destination, id: string) => `The campaign keeps its ${audience[to]} “${id}” until it is.`,
    connect: (to: Destination) => `Connect ${vendor[to]} in settings`,
    unavailable: (to: Destination) => `${vendor[to]} couldn’t be asked for its lists. Your choice stays as it is.`,
  },
} as const;
