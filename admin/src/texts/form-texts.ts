/** What a merchant reads in the form of a campaign alone. Loaded with it. */
export const formTexts = {
  places: {
    title: 'Places',
    capacity: 'How many people may get in',
    capacityHelp: 'Leave it empty to let in everybody who satisfies the gate.',
    taken: (taken: string, all: string) => `${taken} of ${all} places are taken`,
    in: (count: number, formatted: string) =>
      count === 1 ? '1 person has got in so far' : `${formatted} people have got in so far`,
    over: 'More people than that are in already. They all stay in, and nobody new gets in.',
    full: 'All places are taken: nobody new gets in. Who is in stays in.',
    meter: 'Places taken',
  },
  look: {
    title: 'Look and texts',
    accentColor: 'Accent colour',
    accentColorHelp: 'Of buttons and links at the gate, such as #1f5f5b. Leave it empty to follow the page.',
    pickColor: 'Pick the accent colour',
    pictureUrl: 'Picture',
    pictureUrlHelp: 'Address of the picture at the top of the hosted page; it is also shown where the link is shared.',
    pictureAlt: 'The picture as visitors see it',
    pictureFailed: 'There is no picture at this address.',
    changeTexts: 'Change the gate’s texts',
    hideTexts: 'Hide the gate’s texts',
    textsHelp:
      'An empty field shows our words, in the visitor’s own language. Yours are shown as they stand, to everybody.',
    changed: (count: number) => (count === 1 ? '1 text is yours' : `${count} texts are yours`),
  },
} as const;
