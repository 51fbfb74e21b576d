import { parseArgs } from 'node:util';
import { runWithServices, shopOf } from './command.ts';
import { runOrExplain } from './platform/run-or-explain.ts';
import { StartError } from './platform/start-error.ts';
import { ALL_SCOPES, type ApiTokenScope } from './shop/api-token-scope.ts';

const USAGE = 'Usage: pnpm token:create --name NAME --scopes SCOPE,SCOPE [--shop DOMAIN]';

/** `pnpm token:create`: makes an API token and prints it alone on the last line. */
await runOrExplain(() =>
  runWithServices(async (services) => {
    const { name, scopes, shop } = readArguments();
    const { token, userErrors } = await services.apiTokens.create(await shopOf(services, shop), { name, scopes });
    if (token === null) throw new StartError(userErrors.map(({ message }) => message).join(' '));
    process.stdout.write(`${token}\n`);
  }),
);

function readArguments(): { name: string; scopes: ApiTokenScope[]; shop: string | undefined } {
  const { name, scopes, shop } = parse();
  if (!name || !scopes) throw new StartError(USAGE);
  return { name, scopes: scopes.split(',').map((scope) => scopeOf(scope.trim())), shop };
}

function parse() {
  try {
    const options = { name: { type: 'string' }, scopes: { type: 'string' }, shop: { type: 'string' } } as const;
    return parseArgs({ options }).values;
  } catch (cause) {
    throw new StartError(USAGE, { cause });
  }
}

function scopeOf(text: string): ApiTokenScope {
  const scope = ALL_SCOPES.find((known) => known === text);
  if (!scope) throw new StartError(`There is no scope "${text}". The scopes are ${ALL_SCOPES.join(', ')}.`);
  return scope;
}
