import type { MailWay, SigningKeyState } from './gql/graphql.ts';

/** What a merchant reads about the settings, and about being cut off from the API. */
export const settingsTexts = {
  settingsSections: {
    label: 'On this page',
    shop: 'Shop',
    'new-campaigns': 'New campaigns',
    connections: 'Connections',
    mail: 'Mail',
    people: 'People’s data',
    tokens: 'API tokens',
    keys: 'Signing keys',
  },
  shopDetails: {
    title: 'Shop details',
    help: 'Windows, days and hours everywhere in this admin are those of the shop’s time zone.',
    name: 'Name',
    nameHelp: 'Visitors read it on the hosted page, and in mails as the sender.',
    domain: 'Domain',
    zone: 'Time zone',
    zoneHelp: (time: string) =>
      `It is ${time} there now. Campaigns that are planned open and close at the moments at which they would have.`,
    currency: 'Currency',
    currencyHelp: 'Prices of your catalog are shown in it as they stand; nothing is converted.',
    fromShopify: 'They come from Shopify. Change them there under Settings, General: they arrive here within seconds.',
    saved: 'Shop details saved',
  },
  newCampaigns: {
    title: 'New campaigns',
    help: 'The texts, the colour and the picture that each new campaign begins with. Each campaign can have others.',
    ours: 'They begin with our own texts, in the page’s own colours.',
    texts: (count: number) => (count === 1 ? '1 text is yours' : `${count} texts are yours`),
    consent: 'The words for consent are yours',
    color: (color: string) => `Colour ${color}`,
    picture: 'A picture at the top',
    edit: 'Change what they begin with',
    pageTitle: 'What new campaigns begin with',
    pageHelp:
      'They are copied into a campaign when it is created. Campaigns that you have already stay as they are.',
    consentTitle: 'Consent',
    saved: 'Saved. New campaigns begin with it.',
    preview: 'Preview',
    previewHelp:
      'A sketch in English. On a campaign’s own page you see the real gate, in every state and language.',
    noPicture: 'No picture yet',
  },
  mailSender: {
    title: 'Mail',
    help: 'Codes that confirm an e-mail address are mailed from here.',
    from: 'From',
    noAddress: 'no address yet',
    nameNote: 'The name is your shop’s.',
    way: {
      SMTP: 'Mails go through the mail server that was set for this app.',
      MAILBOX: 'No mail server is set: this demo keeps its mails where you can read them.',
      NONE: 'No mail server is set, so campaigns can’t ask people to confirm their address. Whoever runs this app sets SMTP_URL and MAIL_FROM.',
    } satisfies Record<MailWay, string>,
    mailbox: 'Open the demo’s mailbox',
    testTo: 'Send a test mail to',
    testHelp: 'Your own address. Ten an hour.',
    send: 'Send test mail',
    missing: 'Type an e-mail address.',
    sent: (to: string) => `The mail server took the test mail to ${to}. Look into its inbox.`,
    kept: 'The test mail is in the demo’s mailbox.',
  },
  signingKeys: {
    title: 'Signing keys',
    help: 'Each access pass is signed, so that your own server can check it with the published keys alone.',
    published: 'Published keys',
    one: 'key',
    many: 'keys',
    columns: { key: 'Key', state: 'State', created: 'Made', next: 'What comes next' },
    state: { WAITING: 'Waiting', SIGNING: 'Signing', VERIFYING: 'Verifying' } satisfies Record<SigningKeyState, string>,
    next: {
      WAITING: (when: string) => `Signs from ${when} on`,
      SIGNING: (when: string) => `The next one takes over at ${when}`,
      VERIFYING: (when: string) => `Goes on ${when}, when its last pass has ended`,
    } satisfies Record<SigningKeyState, (when: string) => string>,
    staysSigning: 'Signs until you rotate',
    rotate: 'Rotate keys',
    rotateTitle: 'Rotate the signing keys?',
    rotateBody:
      'A new key is published now and signs in six minutes. Nobody loses access: the key of now goes on verifying until its last pass has ended, within 30 days. If a server of yours checks passes, it has to fetch the published keys again when it meets one that it doesn’t know. The keys are shared by all shops of this app, so this can be done once a day.',
    rotated: 'A new key is published. It signs in six minutes.',
  },
  reach: {
    offline: {
      title: 'You’re offline',
      body: 'What you see may be old, and what you type is kept. This goes on by itself once you’re back.',
    },
    unreached: {
      title: 'We can’t reach the app',
      body: 'Your own network is there. What you type is kept, and gates go on without this page. Trying again by itself…',
    },
    signedOut: {
      title: 'Your session has ended',
      body: 'You’re being signed in again by itself; what you type is kept. If this stays, open the app once more in another tab.',
    },
    back: 'Back again. Everything here is up to date.',
  },
} as const;
