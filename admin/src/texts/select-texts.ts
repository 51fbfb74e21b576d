/** What a merchant reads where rows of a list can be selected; loaded with such a list. */
export const selectTexts = {
  all: 'Select all on this page',
  none: 'Select none',
  selected: (count: number) => `${count} selected`,
  actions: 'For all that is selected',
} as const;
