import type { Words } from './words.ts';

export const spanish: Words = {
  mail: {
    subject: (code, shop) => `${code} es tu código para ${shop}`,
    heading: (campaign, shop) => `Acceso anticipado a ${campaign} en ${shop}`,
    code: 'Introduce este código en la página donde diste tu correo electrónico:',
    link: 'O abre este enlace, en el dispositivo que quieras, y pulsa el botón:',
    button: 'Confirmar mi correo',
    lifetime: (time) =>
      `El código y el enlace valen durante ${time}. Si los pediste varias veces, solo valen los del último mensaje.`,
    notYou: '¿No lo has pedido? Entonces ignora este mensaje.',
  },
  page: {
    ask: {
      title: '¿Eres tú?',
      text: 'Se ha pedido acceso anticipado con el correo electrónico al que se envió este enlace.',
    },
    button: 'Sí, soy yo. Quiero entrar',
    notYou: 'Si no has sido tú, cierra esta página.',
    confirmed: { title: 'Confirmado', text: 'Puedes volver a la página de la que vienes.' },
    notOpen: {
      title: 'Confirmado',
      text: 'Tu correo está confirmado, pero ahora mismo no hay nada abierto. Vuelve más tarde.',
    },
    over: {
      title: 'Este enlace no funciona',
      text: 'Puede que haya caducado o que un mensaje más reciente lo haya sustituido. Vuelve a la página de la que vienes y pide uno nuevo.',
    },
    failed: {
      title: 'No hemos podido contactar con la tienda',
      text: 'Tu enlace está bien. Inténtalo de nuevo en un momento.',
    },
  },
};
