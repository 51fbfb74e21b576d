import { beforeAll, expect, test } from 'vitest';
import { createLogger } from '../src/platform/logger.ts';
import { SHOP_DETAILS } from '../src/shopify/identity/shop-details.operation.ts';
import { asker } from './app.ts';
import { type ShopifyStage, shopifyStage } from './shopify.ts';

const WHO = '{ shop { domain } }';

let stage: ShopifyStage;
const lines: string[] = [];
const log = { write: (line: string) => void lines.push(line) };

beforeAll(async () => {
  stage = await shopifyStage({ LOG_LEVEL: 'trace' }, { log });
});

/** Everything that was said: to whoever asked, to whoever called, and in the log. */
async function everythingSaid(shop: string): Promise<{ said: string; marks: string[] }> {
  const { shopify, rooms, http } = stage;
  const marks: string[] = [shopify.config.apiSecret];
  const said: string[] = [];
  const errors = createLogger('trace', { write: (line: string) => void said.push(line) });
  const remember = async () => {
    for (const { accessToken, refreshToken } of await rooms.sessions.findSessionsByShop(shop)) {
      marks.push(...[accessToken, refreshToken].filter((token) => token !== undefined));
    }
  };
  const ask = async (token: string) => {
    marks.push(token, ...token.split('.').slice(1));
    const answer = await asker(http, '/admin/graphql', { headers: { authorization: `Bearer ${token}` } })(WHO);
    said.push(JSON.stringify(answer));
    const document = await http.inject({ path: `/admin/?shop=${shop}&id_token=${token}` });
    said.push(document.body, JSON.stringify(document.headers));
    await remember();
  };
  const askShopify = () =>
    rooms.adminApi.request(shop, SHOP_DETAILS, {}).catch((err: Error) => {
      said.push(`${err.message}\n${err.stack}\n${JSON.stringify(err)}`);
      errors.error({ err }, 'a problem');
    });
  const { world } = shopify;
  world.faults.add({ kind: 'STATUS', status: 500, door: 'TOKEN', shop, times: 1 });
  world.faults.add({ kind: 'STATUS', status: 400, door: 'TOKEN', shop, times: 1 });
  for (let time = 0; time < 3; time += 1) await ask(shopify.idToken(shop));
  await ask(shopify.idToken(shop, { secret: 'another secret' }));
  await ask(shopify.idToken(shop, { claims: { exp: 1_000_000_000 } }));
  world.faults.add({ kind: 'STATUS', status: 403, door: 'ADMIN', shop, times: 1 });
  await askShopify();
  world.tokens.revoke(shop, { alsoRefreshTokens: false });
  world.faults.add({ kind: 'STATUS', status: 500, door: 'TOKEN', shop, times: 1 });
  await askShopify();
  await askShopify();
  await remember();
  world.tokens.revoke(shop, { alsoRefreshTokens: true });
  await askShopify();
  return { said: [...said, ...lines].join('\n'), marks: [...new Set(marks)] };
}

test('no token, no secret and no JWT is in any answer, error or log line, whatever goes wrong', async () => {
  const { said, marks } = await everythingSaid(stage.installedShop());

  expect(marks.length).toBeGreaterThan(12);
  expect(lines.length).toBeGreaterThan(5);
  expect(said).toContain('NOT_INSTALLED');
  for (const mark of marks) expect(said).not.toContain(mark);
});
