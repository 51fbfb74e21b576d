import { afterAll } from 'vitest';
import { type RunningStandIn, startStandIn } from './stand-in-server.ts';
import { StandInWorld, type WorldSettings } from './stand-in-world.ts';

/** A stand-in over real HTTP for a test file, with one account at each vendor. */
export interface TestStandIn extends RunningStandIn {
  readonly world: StandInWorld;
}

/** Keys and ids of what `testStandIn` has. */
export const KLAVIYO_TEST = { id: 'KLTEST', key: 'pk_test_klaviyo_marker_1', single: 'LSINGLE', double: 'LDOUBLE' };
export const OMNISEND_TEST = { id: '5f92cbf10cf217478ba93561', key: 'omnisend-marker-key-1' };

/** Call it in `beforeAll` or a test; it closes with the file. Accepted work is done without delay. */
export async function testStandIn(settings: WorldSettings = {}): Promise<TestStandIn> {
  const world = new StandInWorld(settings);
  world.addKlaviyoAccount({ ...KLAVIYO_TEST, name: 'Test shop' }).delayMs = 0;
  world.addKlaviyoList(KLAVIYO_TEST.id, { id: KLAVIYO_TEST.single, name: 'Newsletter', optIn: 'single_opt_in' });
  world.addKlaviyoList(KLAVIYO_TEST.id, { id: KLAVIYO_TEST.double, name: 'Careful people', optIn: 'double_opt_in' });
  world.addOmnisendAccount({ ...OMNISEND_TEST, name: 'Test brand' }).delayMs = 0;
  const running = await startStandIn(world);
  afterAll(() => running.close());
  return { ...running, world };
}
