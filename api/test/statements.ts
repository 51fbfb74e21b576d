import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll } from 'vitest';
import { PrismaClient } from '../../prisma/client/client.ts';
import { appOver, type TestApp } from './app.ts';

/** Counts what a request costs the database. */
export interface StatementCounter {
  /** How many statements one document takes; throws where it is refused. */
  statementsOf(query: string, variables?: Record<string, unknown>): Promise<number>;
}

/** A further process over the test's database, whose statements are counted. */
export async function statementCounter({ database }: TestApp, shop: string): Promise<StatementCounter> {
  let statements = 0;
  const prisma = new PrismaClient({ adapter: new PrismaPg(database.url), log: [{ emit: 'event', level: 'query' }] });
  prisma.$on('query', () => {
    statements += 1;
  });
  afterAll(() => prisma.$disconnect());
  const ask = await (await appOver({ ...database, prisma })).asTool(shop);
  return {
    async statementsOf(query, variables) {
      // The first request of a process also looks for what the later ones know.
      await ask('{ shop { name } }');
      statements = 0;
      const { errors } = await ask(query, variables);
      if (errors) throw new Error(`The document was refused: ${JSON.stringify(errors)}`);
      return statements;
    },
  };
}
