import type { Words } from './words.ts';

export const italian: Words = {
  mail: {
    subject: (code, shop) => `${code} è il tuo codice per ${shop}`,
    heading: (campaign, shop) => `Accesso anticipato a ${campaign} da ${shop}`,
    code: 'Inserisci questo codice nella pagina in cui hai indicato il tuo indirizzo e-mail:',
    link: 'Oppure apri questo link, sul dispositivo che preferisci, e premi il pulsante:',
    button: 'Conferma il mio indirizzo',
    lifetime: (time) =>
      `Codice e link sono validi per ${time}. Se li hai chiesti più volte, valgono solo quelli dell’ultima e-mail.`,
    notYou: 'Non hai chiesto nulla? Allora ignora questa e-mail.',
  },
  page: {
    ask: {
      title: 'Sei tu?',
      text: 'È stato chiesto un accesso anticipato con l’indirizzo e-mail a cui è stato inviato questo link.',
    },
    button: 'Sì, sono io. Fammi entrare',
    notYou: 'Se non sei stato tu, chiudi semplicemente questa pagina.',
    confirmed: { title: 'Confermato', text: 'Puoi tornare alla pagina da cui sei arrivato.' },
    notOpen: {
      title: 'Confermato',
      text: 'Il tuo indirizzo è confermato, ma al momento non c’è nulla di aperto. Torna più tardi.',
    },
    over: {
      title: 'Questo link non funziona',
      text: 'Potrebbe essere scaduto, o un’e-mail più recente l’ha sostituito. Torna alla pagina da cui sei arrivato e chiedine uno nuovo.',
    },
    failed: { title: 'Il negozio non è raggiungibile', text: 'Il tuo link va bene. Riprova tra un momento.' },
  },
};
