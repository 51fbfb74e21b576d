import { people } from './gate-texts.ts';

/** How many campaigns a deed was about, in words, with the merchant's separators. */
const campaigns = (count: number, formatted: string): string => (count === 1 ? '1 campaign' : `${formatted} campaigns`);

/** What a merchant reads above and about the list of campaigns; loaded with it. */
export const campaignListTexts = {
  page: (number: string) => `page ${number}`,
  opens: 'Opens',
  opensByHand: 'By hand',
  sortLabel: 'Sort by',
  sort: {
    newest: 'Newest first',
    oldest: 'Oldest first',
    name: 'Name, A to Z',
    'name-down': 'Name, Z to A',
    opens: 'Opens first',
    'opens-last': 'Opens last',
    changed: 'Last changed first',
    'changed-last': 'Longest unchanged first',
  },
  filters: {
    status: 'Status',
    accessType: 'Access type',
    chosen: (label: string, count: number) => (count === 0 ? label : `${label} (${count})`),
    clear: 'Clear all',
  },
  nothingFound: 'No campaign is like that',
  nothingFoundBody: 'Try another word, or take away a filter.',
  clear: 'Clear search and filters',
  views: {
    label: 'Views',
    all: 'All',
    live: 'Live',
    scheduled: 'Scheduled',
    draft: 'Draft',
    ended: 'Ended',
    archived: 'Archived',
    save: 'Save view',
    saveTitle: 'Save this view',
    saveBody: 'Its search, filters and order stand above the list from now on, in this browser.',
    name: 'Name of the view',
    placeholder: 'Newsletter drops',
    blank: 'Give the view a name.',
    taken: 'Another view has this name.',
    tooLong: 'At most 40 characters.',
    saved: (name: string) => `View “${name}” saved`,
    remove: (name: string) => `Remove the view “${name}”`,
    removed: (name: string) => `View “${name}” removed`,
    notKept: 'This browser keeps nothing, so the view is gone when you leave.',
  },
  select: (name: string) => `Select ${name}`,
  bulk: {
    activate: {
      action: 'Activate',
      busy: (done: number, all: number) => `Activating: ${done} of ${all}`,
      done: (count: number, formatted: string) => `${campaigns(count, formatted)} activated`,
    },
    pause: {
      action: 'Pause',
      busy: (done: number, all: number) => `Pausing: ${done} of ${all}`,
      done: (count: number, formatted: string) => `${campaigns(count, formatted)} paused. Nobody gets in meanwhile.`,
    },
    duplicate: {
      action: 'Duplicate',
      busy: (done: number, all: number) => `Duplicating: ${done} of ${all}`,
      done: (count: number, formatted: string) => `${campaigns(count, formatted)} duplicated. The copies are drafts.`,
    },
    remove: {
      action: 'Delete',
      busy: (done: number, all: number) => `Deleting: ${done} of ${all}`,
      done: (count: number, formatted: string) => `${campaigns(count, formatted)} deleted`,
    },
    undone: (count: number, formatted: string) => `${campaigns(count, formatted)} set back`,
    notAll: (done: string, all: string) => `${done} of ${all} campaigns are done, the others are as they were`,
    refused: (name: string, why: string) => `${name}: ${why}`,
    again: 'Try these again',
    over: (names: string) =>
      `${names}: the window is over, so the gate stays closed. Set a later end on the campaign’s page.`,
  },
  remove: {
    confirm: 'Delete',
    title: (count: number, formatted: string) => `Delete ${campaigns(count, formatted)}?`,
    names: (names: string, others: number) => (others === 0 ? `${names}.` : `${names} and ${others} more.`),
    body: (count: number, formatted: string) =>
      count === 0
        ? 'Their links, gates and numbers are lost. This can’t be undone.'
        : `The e-mails of ${people(count, formatted)} who signed up are lost with them, and so are their links, gates and numbers. This can’t be undone.`,
  },
  create: {
    collections: 'Choose whole collections too',
    hideCollections: 'No collections',
    save: 'Save draft',
    created: 'Draft saved. Look it over, then activate it.',
  },
} as const;
