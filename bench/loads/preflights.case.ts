import { type LoadCase, wrongAnswers } from './load-case.ts';

/** L-05: how many preflights a second; the first of them says for how long it holds. */
export const PREFLIGHTS: LoadCase = {
  name: 'L-05',
  about: 'every visitor asks first whether they may ask',
  async run({ server, load }) {
    const headers = { origin: 'https://shop.example', 'access-control-request-method': 'POST' };
    const { headers: answered } = await fetch(`${server.url}/public/graphql`, { method: 'OPTIONS', headers });
    const seconds = Number(answered.get('access-control-max-age') ?? 0);
    const result = await load({ steps: ['preflight'], rate: null, seconds: 5, connections: 256 });
    const problems = seconds > 0 ? [] : ['a preflight does not say for how long it holds'];
    return { result, besides: `each holds ${seconds} s`, problems: [...problems, ...wrongAnswers(result)] };
  },
};
