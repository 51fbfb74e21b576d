/** `bare`, `plain` or `naive`: a server to be compared with, at `PORT`. Prints a line when it listens. */
import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import fastify, { type FastifyInstance } from 'fastify';
import { createNaiveServer } from './naive-server.ts';

const SERVERS: Readonly<Record<string, () => Promise<FastifyInstance>>> = {
  bare: createBareServer,
  plain: createPlainServer,
  naive: () => createNaiveServer(process.env.DATABASE_URL ?? ''),
};

const create = SERVERS[process.argv[2] ?? ''];
if (create === undefined) throw new Error(`The servers are: ${Object.keys(SERVERS).join(', ')}.`);
const http = await create();
await http.listen({ host: '127.0.0.1', port: Number(process.env.PORT) });
process.stdout.write('listens\n');

/** Fastify and one route. */
async function createBareServer(): Promise<FastifyInstance> {
  const bare = fastify();
  bare.get('/hello', async () => ({ hello: 'world' }));
  return bare;
}

/** Apollo Server on Fastify as its documentation sets it up. */
async function createPlainServer(): Promise<FastifyInstance> {
  const plain = fastify();
  const apollo = new ApolloServer({
    typeDefs: 'type Query { hello: String }',
    plugins: [fastifyApolloDrainPlugin(plain)],
  });
  await apollo.start();
  plain.route({ url: '/public/graphql', method: ['GET', 'POST'], handler: fastifyApolloHandler(apollo) });
  return plain;
}
