import { people } from './gate-texts.ts';

const things = (count: number, formatted: string, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${formatted} ${many}`;

/** What a merchant reads where a campaign is duplicated, put away or deleted. Loaded with its page. */
export const detailsTexts = {
  duplicate: {
    action: 'Duplicate',
    title: 'Duplicate this campaign?',
    body: 'The copy is a draft with the same settings, products, texts and access codes, and links of its own. Nobody is in it yet. Dates that are past are left out. What isn’t saved here isn’t copied.',
    guests: (count: number, formatted: string) => `Put the ${people(count, formatted)} of the guest list on it too`,
    done: 'Campaign duplicated. This is the copy.',
  },
  remove: {
    title: (name: string) => `Delete “${name}”?`,
    card: 'Delete this campaign',
    cardBody: 'Its gate closes for everybody, for good. To close it for a while, pause it instead.',
    confirm: 'Delete',
  },
  archive: {
    badge: 'Archived',
    card: 'Put this campaign away',
    cardBody:
      'It leaves your list, and its gate says that it has ended. Nothing is lost: its sign-ups, numbers and links stay, and you can take it out again.',
    action: 'Archive',
    done: 'Campaign archived',
    takeOut: 'Take it out',
    takenOut: 'Campaign taken out of the archive. It is paused.',
    banner: 'This campaign is in the archive',
    bannerBody: (since: string) =>
      `Since ${since}. Nobody gets in, and visitors read that it has ended. Take it out to use it again; it stays paused until you activate it.`,
  },
  loss: {
    intro: 'With it are lost:',
    counting: 'Counting what is lost with it…',
    signups: (count: number, formatted: string) => `the e-mails of ${people(count, formatted)} who signed up`,
    passes: (count: number, formatted: string) =>
      `the access of ${people(count, formatted)} who ${count === 1 ? 'is' : 'are'} in`,
    codes: (count: number, formatted: string) => things(count, formatted, 'access code', 'access codes'),
    links: (count: number, formatted: string) =>
      `${things(count, formatted, 'secret link', 'secret links')}, also in e-mails you have already sent`,
    guests: (count: number, formatted: string) => `a guest list of ${people(count, formatted)}`,
    waiting: (count: number, formatted: string) => `a waiting list of ${people(count, formatted)}`,
    always: 'its gate and its numbers',
    sent: 'Whoever was sent to Klaviyo or Omnisend stays there, and a later privacy request can no longer remove them there by itself.',
    end: 'This can’t be undone. To keep all of it, put the campaign into the archive instead.',
  },
} as const;
