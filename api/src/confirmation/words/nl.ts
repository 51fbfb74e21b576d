import type { Words } from './words.ts';

export const dutch: Words = {
  mail: {
    subject: (code, shop) => `${code} is je code voor ${shop}`,
    heading: (campaign, shop) => `Vroege toegang tot ${campaign} bij ${shop}`,
    code: 'Vul deze code in op de pagina waar je je e-mailadres hebt opgegeven:',
    link: 'Of open deze link, op welk apparaat je maar wilt, en druk daar op de knop:',
    button: 'Mijn adres bevestigen',
    lifetime: (time) =>
      `De code en de link werken ${time}. Heb je er meer dan één keer om gevraagd, dan werken alleen die uit de nieuwste mail.`,
    notYou: 'Heb je hier niet om gevraagd? Negeer deze mail dan.',
  },
  page: {
    ask: {
      title: 'Ben jij dit?',
      text: 'Er is vroege toegang gevraagd met het e-mailadres waar deze link naartoe is gestuurd.',
    },
    button: 'Ja, dat ben ik. Laat me binnen',
    notYou: 'Was jij dit niet? Sluit deze pagina dan gewoon.',
    confirmed: { title: 'Bevestigd', text: 'Je kunt terug naar de pagina waar je vandaan kwam.' },
    notOpen: { title: 'Bevestigd', text: 'Je adres is bevestigd, maar er is nu niets open. Kom later nog eens terug.' },
    over: {
      title: 'Deze link werkt niet',
      text: 'Misschien is hij verlopen, of vervangen door een nieuwere mail. Ga terug naar de pagina waar je vandaan kwam en vraag een nieuwe aan.',
    },
    failed: { title: 'De winkel is even niet bereikbaar', text: 'Met je link is niets mis. Probeer het zo nog eens.' },
  },
};
