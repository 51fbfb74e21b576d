import type { Words } from './words.ts';

export const portuguese: Words = {
  mail: {
    subject: (code, shop) => `${code} é o seu código para ${shop}`,
    heading: (campaign, shop) => `Acesso antecipado a ${campaign} em ${shop}`,
    code: 'Digite este código na página em que você informou o seu e-mail:',
    link: 'Ou abra este link, em qualquer dispositivo, e toque no botão:',
    button: 'Confirmar o meu e-mail',
    lifetime: (time) =>
      `O código e o link valem por ${time}. Se você pediu mais de uma vez, só valem os da mensagem mais recente.`,
    notYou: 'Não foi você quem pediu? Então ignore esta mensagem.',
  },
  page: {
    ask: { title: 'É você?', text: 'Foi pedido acesso antecipado com o e-mail para o qual este link foi enviado.' },
    button: 'Sim, sou eu. Quero entrar',
    notYou: 'Se não foi você, basta fechar esta página.',
    confirmed: { title: 'Confirmado', text: 'Você pode voltar à página de onde veio.' },
    notOpen: {
      title: 'Confirmado',
      text: 'O seu e-mail está confirmado, mas não há nada aberto neste momento. Volte mais tarde.',
    },
    over: {
      title: 'Este link não funciona',
      text: 'Ele pode ter expirado, ou uma mensagem mais recente o substituiu. Volte à página de onde veio e peça um novo.',
    },
    failed: { title: 'Não conseguimos falar com a loja', text: 'O seu link está certo. Tente de novo daqui a pouco.' },
  },
};
