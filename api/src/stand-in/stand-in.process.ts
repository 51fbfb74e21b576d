/** `node api/dist/stand-in.js [--port N]`: the vendors' stand-in by itself, for tests and the bench. Its address is the first line it prints. */
import { parseArgs } from 'node:util';
import { addDemoAccounts } from './demo-accounts.ts';
import { startStandIn } from './stand-in-server.ts';
import { StandInWorld } from './stand-in-world.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, seed: { type: 'string', default: '1' } },
});
const world = new StandInWorld({ seed: Number(values.seed), keptExchanges: 100 });
addDemoAccounts(world);
const running = await startStandIn(world, Number(values.port));
process.stdout.write(`${running.address}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close());
