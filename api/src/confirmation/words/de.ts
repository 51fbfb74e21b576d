import type { Words } from './words.ts';

export const german: Words = {
  mail: {
    subject: (code, shop) => `${code} ist dein Code für ${shop}`,
    heading: (campaign, shop) => `Früher Zugang zu ${campaign} bei ${shop}`,
    code: 'Gib diesen Code auf der Seite ein, auf der du deine E-Mail-Adresse angegeben hast:',
    link: 'Oder öffne diesen Link, auf welchem Gerät du willst, und drücke dort den Knopf:',
    button: 'Meine Adresse bestätigen',
    lifetime: (time) =>
      `Code und Link gelten ${time} lang. Hast du mehrmals gefragt, gelten nur die aus der neuesten Mail.`,
    notYou: 'Das warst nicht du? Dann ignoriere diese Mail einfach.',
  },
  page: {
    ask: {
      title: 'Bist du das?',
      text: 'Mit der E-Mail-Adresse, an die dieser Link ging, wurde nach frühem Zugang gefragt.',
    },
    button: 'Ja, das bin ich. Lass mich rein',
    notYou: 'Wenn du das nicht warst, schließ diese Seite einfach.',
    confirmed: { title: 'Bestätigt', text: 'Du kannst zu der Seite zurückgehen, von der du kommst.' },
    notOpen: {
      title: 'Bestätigt',
      text: 'Deine Adresse ist bestätigt, aber gerade ist nichts geöffnet. Schau später wieder vorbei.',
    },
    over: {
      title: 'Dieser Link funktioniert nicht',
      text: 'Er ist abgelaufen oder durch eine neuere Mail ersetzt. Geh zurück zu der Seite, von der du kommst, und lass dir einen neuen schicken.',
    },
    failed: {
      title: 'Der Shop ist gerade nicht erreichbar',
      text: 'Mit deinem Link ist alles in Ordnung. Versuch es gleich noch einmal.',
    },
  },
};
