import type { Words } from './words.ts';

export const english: Words = {
  mail: {
    subject: (code, shop) => `${code} is your code for ${shop}`,
    heading: (campaign, shop) => `Early access to ${campaign} at ${shop}`,
    code: 'Enter this code on the page where you gave your e-mail address:',
    link: 'Or open this link, on any device, and press the button there:',
    button: 'Confirm my address',
    lifetime: (time) =>
      `Code and link work for ${time}. If you asked more than once, only those of the newest mail do.`,
    notYou: 'Didn’t ask for this? Then simply ignore this mail.',
  },
  page: {
    ask: {
      title: 'Is this you?',
      text: 'Somebody asked for early access with the address that this link was sent to.',
    },
    button: 'Yes, that’s me. Let me in',
    notYou: 'If it wasn’t you, just close this page.',
    confirmed: { title: 'Confirmed', text: 'You can go back to the page you came from.' },
    notOpen: {
      title: 'Confirmed',
      text: 'Your address is confirmed, but nothing is open right now. Please come back later.',
    },
    over: {
      title: 'This link doesn’t work',
      text: 'It may have expired, or a newer mail replaced it. Go back to the page you came from and ask for a new one.',
    },
    failed: { title: 'We couldn’t reach the shop', text: 'Your link is fine. Please try again in a moment.' },
  },
};
