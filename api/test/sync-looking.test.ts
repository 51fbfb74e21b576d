import { describe, expect, test } from 'vitest';
import { contactByEmail } from '../src/stand-in/omnisend/omnisend-account.ts';
import { KLAVIYO_TEST, OMNISEND_TEST } from '../src/stand-in/stand-in.fixture.ts';
import { clickConfirmation } from '../src/stand-in/vendor-people.ts';
import { aScene, historyOf, makeDue, receiptsOf, type SyncScene, signUp, timePasses } from './sync-scene.ts';
import { syncStage } from './sync-stage.ts';

const stage = syncStage();

describe.each(['KLAVIYO', 'OMNISEND'] as const)('%s', (destination) => {
  test('what is accepted and never applied is looked for again, and then shown as not seen', async () => {
    const scene = await aScene(stage.database, destination);
    const ids = await signUp(stage.database, scene, [{}]);
    stage.standIn.world.faults.add({ kind: 'NEVER_APPLIED' });
    await stage.run(scene);
    stage.standIn.world.faults.clear();
    for (let look = 0; look < 4; look += 1) {
      expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ACCEPTED' }]);
      await stage.runDue(scene);
    }
    expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'FAILED', reason: 'NOT_SEEN', dueAt: null }]);
    expect(await historyOf(stage.database, ids[0] ?? '')).toEqual(['SENT', 'ACCEPTED', 'NOT_SEEN']);
    await stage.sendAgain(scene);
    await stage.runDue(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ON_LIST', reason: null }]);
  });

  test('who vanished from the list without leaving is shown as not seen, and not put back by itself', async () => {
    const scene = await aScene(stage.database, destination);
    const { email, ids } = await stage.somebodyOnTheList(scene);
    takeOff(scene, email);
    await stage.runDue(scene);
    expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'FAILED', reason: 'NOT_SEEN', dueAt: null }]);
    expect(stage.standIn.world.seen.total(scene.vendor, 'WRITING')).toBe(0);
  });

  test('who leaves after having been seen is shown as having left, and is not sent again', async () => {
    const scene = await aScene(stage.database, destination);
    const { email, ids } = await stage.somebodyOnTheList(scene);
    stage.leaves(scene, email);
    await stage.runDue(scene);
    const [receipt] = await receiptsOf(stage.database, ids);
    expect(receipt).toMatchObject({ state: 'SKIPPED', reason: 'UNSUBSCRIBED', dueAt: null });
    expect(stage.standIn.world.seen.total(scene.vendor, 'WRITING')).toBe(0);
  });
});

test('a list that asks for confirmation: they are awaited until they click', async () => {
  const scene = await aScene(stage.database, 'KLAVIYO', { audience: KLAVIYO_TEST.double });
  const email = stage.anAddress();
  const ids = await signUp(stage.database, scene, [{ email }]);
  await stage.run(scene);
  await stage.runDue(scene);
  expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'AWAITING_CONFIRMATION', reason: null }]);
  await stage.runDue(scene);
  clickConfirmation(stage.standIn.world, { accountId: KLAVIYO_TEST.id, email, listId: KLAVIYO_TEST.double });
  await stage.runDue(scene);
  const [receipt] = await receiptsOf(stage.database, ids);
  expect(receipt).toMatchObject({ state: 'ON_LIST', contactId: expect.any(String) });
  expect(await historyOf(stage.database, ids[0] ?? '')).toEqual(['SENT', 'ACCEPTED', 'AWAITING', 'SEEN']);
});

test('who never confirms is looked for during thirty days, and stays awaited', async () => {
  const scene = await aScene(stage.database, 'KLAVIYO', { audience: KLAVIYO_TEST.double });
  const ids = await signUp(stage.database, scene, [{}]);
  await stage.run(scene);
  await stage.runDue(scene);
  await timePasses(stage.database, scene, 29 * 86_400_000);
  await stage.runDue(scene);
  const [daily] = await receiptsOf(stage.database, ids);
  expect(daily?.dueAt).not.toBeNull();
  await timePasses(stage.database, scene, 86_400_000);
  await stage.runDue(scene);
  expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'AWAITING_CONFIRMATION', dueAt: null }]);
});

test('whom a batch of Omnisend made known too late for the tag is sent once more', async () => {
  const scene = await aScene(stage.database, 'OMNISEND');
  const { email, ids } = await stage.somebodyOnTheList(scene);
  takeOff(scene, email);
  await stage.database.prisma.receipt.updateMany({
    where: { shop: scene.shop },
    data: { state: 'ACCEPTED', job: 'batch-1', looks: 0 },
  });
  await stage.runDue(scene);
  expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'WAITING' }]);
  await stage.runDue(scene);
  await stage.runDue(scene);
  expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'ON_LIST', attempts: 2 }]);
});

test.each([
  ['whom Klaviyo knows', true],
  ['whom Klaviyo knows no more', false],
])('a list that is deleted after people were accepted fails those %s', async (_whom, isKnown) => {
  const { lists, idsByEmail } = stage.standIn.world.klaviyo.get(KLAVIYO_TEST.id);
  stage.standIn.world.addKlaviyoList(KLAVIYO_TEST.id, { id: 'LBRIEF', name: 'Brief', optIn: 'single_opt_in' });
  const scene = await aScene(stage.database, 'KLAVIYO', { audience: 'LBRIEF' });
  const email = stage.anAddress();
  const ids = await signUp(stage.database, scene, [{ email }]);
  await stage.run(scene);
  lists.delete('LBRIEF');
  if (!isKnown) idsByEmail.delete(email);
  await makeDue(stage.database, scene);
  await stage.run(scene);
  expect(await receiptsOf(stage.database, ids)).toMatchObject([{ state: 'FAILED', reason: 'AUDIENCE_GONE' }]);
});

/** As a merchant takes somebody off by hand, who stays subscribed. */
function takeOff({ vendor, audience }: SyncScene, email: string): void {
  if (vendor === 'omnisend') {
    const contact = contactByEmail(stage.standIn.world.omnisend.get(OMNISEND_TEST.id), email);
    contact?.tags.splice(0);
    return;
  }
  const { lists, idsByEmail } = stage.standIn.world.klaviyo.get(KLAVIYO_TEST.id);
  lists.get(audience)?.members.delete(idsByEmail.get(email) ?? '');
}
