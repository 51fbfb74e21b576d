import type { Words } from './words.ts';

export const french: Words = {
  mail: {
    subject: (code, shop) => `${code} est votre code pour ${shop}`,
    heading: (campaign, shop) => `Accès en avant-première à ${campaign} chez ${shop}`,
    code: 'Saisissez ce code sur la page où vous avez indiqué votre adresse e-mail :',
    link: 'Ou ouvrez ce lien, sur l’appareil de votre choix, et appuyez sur le bouton :',
    button: 'Confirmer mon adresse',
    lifetime: (time) =>
      `Le code et le lien sont valables ${time}. Si vous en avez demandé plusieurs, seuls ceux du dernier e-mail fonctionnent.`,
    notYou: 'Vous n’avez rien demandé ? Ignorez simplement cet e-mail.',
  },
  page: {
    ask: {
      title: 'Est-ce bien vous ?',
      text: 'Un accès en avant-première a été demandé avec l’adresse e-mail à laquelle ce lien a été envoyé.',
    },
    button: 'Oui, c’est moi. Laissez-moi entrer',
    notYou: 'Si ce n’est pas vous, fermez simplement cette page.',
    confirmed: { title: 'C’est confirmé', text: 'Vous pouvez revenir à la page d’où vous venez.' },
    notOpen: {
      title: 'C’est confirmé',
      text: 'Votre adresse est confirmée, mais rien n’est ouvert pour le moment. Revenez plus tard.',
    },
    over: {
      title: 'Ce lien ne fonctionne pas',
      text: 'Il a peut-être expiré, ou un e-mail plus récent l’a remplacé. Revenez à la page d’où vous venez et demandez-en un nouveau.',
    },
    failed: { title: 'La boutique est injoignable', text: 'Votre lien est bon. Réessayez dans un instant.' },
  },
};
