import { runWithServices } from './command.ts';
import { runOrExplain } from './platform/run-or-explain.ts';

/** `pnpm keys:rotate`: publishes a new key for access passes, and prints from when it signs. No pass becomes invalid. */
await runOrExplain(() =>
  runWithServices(async ({ signingKeys }) => {
    const { kid, signsFrom, forgotten } = await signingKeys.rotate();
    const gone = forgotten === 0 ? '' : ` ${forgotten} older than any pass forgotten.`;
    process.stdout.write(`The key ${kid} is published and signs from ${signsFrom.toISOString()} on.${gone}\n`);
  }),
);
