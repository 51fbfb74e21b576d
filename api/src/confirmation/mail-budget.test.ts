import { afterAll, beforeAll, expect, test } from 'vitest';
import { appOver, type TestApp, testApp } from '../../test/app.ts';
import { aCampaign, aShop } from '../../test/builders.ts';
import { type SmtpInbox, startSmtpInbox } from '../platform/mail/smtp-inbox.fixture.ts';
import { confirmByLink, confirmWith, givesAddress, mailTo, resend, timePasses } from './confirmation.fixture.ts';

let app: TestApp;
let inbox: SmtpInbox;
let env: Record<string, string>;

beforeAll(async () => {
  inbox = await startSmtpInbox();
  env = { SMTP_URL: inbox.url, MAIL_FROM: 'early@vip.example', RECIPIENT_MAILS: '3', VISITOR_MAILS: '40' };
  app = await testApp(env);
});
afterAll(() => inbox.close());

async function someCampaign(trustLevel = 'CONFIRM_FIRST'): Promise<string> {
  return (await aCampaign(app, await aShop(app), { trustLevel })).id;
}

/** A visitor at an address of the network asks for a mail to somebody's mailbox. */
function asks(campaignId: string, email: string, from: { address: string; process?: TestApp }) {
  const visitor = { asVisitor: () => (from.process ?? app).asVisitor(from.address) };
  return givesAddress(visitor, { campaignId, email, language: 'en' });
}

/** All mails to addresses that begin so. */
async function mailsTo(prefix: string, { services } = app): Promise<number> {
  await services.outgoing.settled();
  return inbox.mails.filter(({ to }) => to.join().startsWith(prefix)).length;
}

/** What an answer tells, without the handle and with its times as seconds from now. */
function told({ confirmation: _, resendAt, expiresAt, ...rest }: Record<string, string>) {
  const secondsTo = (time = '') => Math.round((Date.parse(time) - Date.now()) / 10_000) * 10;
  return { ...rest, resend: secondsTo(resendAt), expires: secondsTo(expiresAt) };
}

test('one mailbox gets so many mails in an hour, from whatever campaign, visitor and process, and however it is written', async () => {
  const other = await appOver(app.database, env);
  const answers = [];
  for (const [place, email] of [
    'a.da@example.org',
    'ada+1@example.org',
    'Ada@example.org',
    'ada@example.org',
  ].entries())
    answers.push(
      await asks(await someCampaign(), email, {
        address: `192.0.2.${place + 10}`,
        process: place % 2 ? other : app,
      }),
    );
  await asks(await someCampaign(), 'ida@example.org', { address: '192.0.2.13' });

  expect((await mailsTo('a')) + (await mailsTo('A', other))).toBe(3);
  expect(await mailsTo('ida')).toBe(1);
  expect(told(answers[3])).toEqual(told(answers[0]));
});

test('many presses side by side send no mail more than the budget has', async () => {
  const campaigns = await Promise.all(Array.from({ length: 12 }, () => someCampaign()));
  await Promise.all(campaigns.map((id, place) => asks(id, 'bea@example.org', { address: `198.51.100.${place}` })));
  expect(await mailsTo('bea')).toBe(3);
});

test('when the hour is over there are mails again', async () => {
  const [first, second] = [await someCampaign(), await someCampaign()];
  for (const id of [await someCampaign(), await someCampaign(), first])
    await asks(id, 'cleo@example.org', { address: '192.0.2.30' });
  await app.database.prisma.mailBudget.updateMany({ data: { resetsAt: new Date() } });
  await app.services.mailBudget.sweep();

  const restarted = await appOver(app.database, env);
  await asks(second, 'cleo@example.org', { address: '192.0.2.30', process: restarted });

  expect(await mailsTo('cleo', restarted)).toBe(4);
});

test('a mail that is withheld leaves the code and the link of the last one good', async () => {
  const campaignId = await someCampaign();
  const { confirmation } = await asks(campaignId, 'dora@example.org', { address: '192.0.2.40' });
  const { code, token } = await mailTo(app, inbox, 'dora@example.org');
  for (const id of [await someCampaign(), await someCampaign()])
    await asks(id, 'dora@example.org', { address: '192.0.2.41' });
  await timePasses(app, { minutes: 2 });

  const again = await asks(campaignId, 'dora@example.org', { address: '192.0.2.42' });
  expect(again.__typename).toBe('ConfirmationRequired');
  await timePasses(app, { minutes: 2 });
  expect((await resend(app, confirmation)).__typename).toBe('ConfirmationRequired');

  expect(await mailsTo('dora')).toBe(3);
  expect(await confirmWith(app, again.confirmation, code)).toBe('GateOpened');
  expect(await confirmByLink(app, token)).toBe('GateOpened');
});

test('a visitor’s address, or an IPv6 customer’s /64, causes so many mails, and all others go on', async () => {
  const campaignId = await someCampaign();
  const ask = (place: number, address: string) => asks(campaignId, `fan${place}@example.org`, { address });
  await Promise.all(Array.from({ length: 45 }, (_, place) => ask(place, `2001:db8::${place.toString(16)}`)));
  const later = await ask(50, '2001:db8::beef');
  expect(await mailsTo('fan')).toBe(40);

  const neighbour = await ask(51, '2001:db8:0:1::1');
  expect(await mailsTo('fan')).toBe(41);
  expect(told(later)).toEqual(told(neighbour));
});

test('a campaign that many addresses attack leaves each of them some mails', async () => {
  const attacked = await appOver(app.database, { ...env, CAMPAIGN_MAILS: '5' });
  const campaignId = await someCampaign();
  const ask = (place: number, address: string) =>
    asks(campaignId, `gus${place}@example.org`, { address, process: attacked });
  for (let place = 0; place < 25; place++) await ask(place, '192.0.2.60');
  expect(await mailsTo('gus', attacked)).toBe(20);

  await ask(99, '192.0.2.61');
  expect(await mailsTo('gus', attacked)).toBe(21);
});

test('where an address is confirmed later, a withheld mail still lets in for a while', async () => {
  const campaigns = await Promise.all(Array.from({ length: 4 }, () => someCampaign('CONFIRM_LATER')));
  const answers = [];
  for (const id of campaigns) answers.push(await asks(id, 'hal@example.org', { address: '192.0.2.70' }));
  expect(answers.map(({ __typename }) => __typename)).toEqual(Array.from({ length: 4 }, () => 'GateOpened'));
  expect(await mailsTo('hal')).toBe(3);
});

test('one visitor’s address puts so many addresses on waiting lists, and others go on', async () => {
  const campaignId = await someCampaign();
  await app.database.prisma.earlyAccessCampaign.updateMany({
    where: { id: campaignId },
    data: { hasWaitingList: true },
  });
  const join = async (email: string, address: string) => {
    const { data } = await app.asVisitor(address)(
      `mutation ($input: WaitingListJoinInput!) { waitingListJoin(input: $input) {
        __typename ... on TooManyAttempts { retryAt } } }`,
      { input: { campaignId, email } },
    );
    return data.waitingListJoin;
  };
  const kinds = new Set<string>();
  for (let place = 0; place < 40; place++) kinds.add((await join(`w${place}@example.org`, '192.0.2.80')).__typename);
  const refused = await join('w40@example.org', '192.0.2.80');

  expect([...kinds]).toEqual(['WaitingListJoined']);
  expect(refused.__typename).toBe('TooManyAttempts');
  expect(Date.parse(refused.retryAt)).toBeGreaterThan(Date.now());
  expect((await join('w41@example.org', '192.0.2.81')).__typename).toBe('WaitingListJoined');
  expect(await app.database.prisma.waitingListEntry.count({ where: { campaignId } })).toBe(41);
});

test('the table of the budget names nobody', async () => {
  await asks(await someCampaign(), 'ivy@example.org', { address: '192.0.2.90' });
  const rows = await app.database.prisma.mailBudget.findMany();
  const kept = rows.map(({ digest }) => Buffer.from(digest).toString('latin1')).join();
  expect(rows.length).toBeGreaterThan(0);
  for (const name of ['ivy', 'example.org', '192.0.2']) expect(kept).not.toContain(name);
});
