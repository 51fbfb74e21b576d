import 'reflect-metadata';
import { IsEmail, MinLength } from 'class-validator';
import {
  Arg,
  Authorized,
  buildSchema,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { beforeAll, expect, test } from 'vitest';
import { createHttpServer } from '../http/http-server.ts';
import { createLogger } from '../logger.ts';
import { connectionType } from './connection.ts';
import { mountGraphql } from './graphql-endpoint.ts';

@ObjectType()
class Toy {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { complexity: 30 })
  costly!: string;
}

const ToyConnection = connectionType(Toy, 'Toy');

@InputType()
class ToyInput {
  @Field(() => String)
  @IsEmail()
  email!: string;

  @Field(() => String)
  @MinLength(4)
  password!: string;
}

@Resolver()
class ToyResolver {
  @Query(() => ToyConnection)
  toys(@Arg('first', () => Int, { defaultValue: 50 }) _first: number): object {
    return { edges: [], nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, hasPreviousPage: false } };
  }

  @Authorized('read_toys')
  @Query(() => String, { nullable: true })
  closed(): string {
    return 'never seen';
  }

  @Mutation(() => String)
  toyCreate(@Arg('input', () => ToyInput) _input: ToyInput): string {
    return 'created';
  }
}

let ask: (
  query: string,
  variables?: object,
) => Promise<{ errors?: { message: string; extensions: object }[]; extensions?: object }>;
beforeAll(async () => {
  const schema = await buildSchema({ resolvers: [ToyResolver], validate: true, authChecker: () => false });
  const times = { requestTimeoutMs: 5000, headersTimeoutMs: 5000 };
  const shape = { logger: createLogger('silent'), bodyBytes: 65_536, trustedProxies: [], https: false, checks: {} };
  const http = await createHttpServer({ ...shape, ...times });
  const limits = { bodyBytes: 65_536, tokens: 1000, depth: 10, aliases: 15, directives: 20, cost: 2000 };
  await mountGraphql(http, { path: '/g', schema, access: 'same-origin', limits, context: async () => ({}) });
  const headers = { 'content-type': 'application/json' };
  ask = async (query, variables) =>
    (await http.inject({ method: 'POST', url: '/g', headers, payload: JSON.stringify({ query, variables }) })).json();
});

test('class-validator’s refusal names each field and what is wrong, and never the input', async () => {
  const query = 'mutation ($input: ToyInput!) { toyCreate(input: $input) }';
  const answer = await ask(query, { input: { email: 'marker-email', password: 'zzz' } });

  expect(answer.errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    problems: [
      { field: ['email'], message: 'email must be an email' },
      { field: ['password'], message: 'password must be longer than or equal to 4 characters' },
    ],
  });
  expect(JSON.stringify(answer)).not.toMatch(/marker-email|zzz|target/);
});

test('TypeGraphQL’s own refusal has the same codes as ours', async () => {
  expect((await ask('{ closed }')).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});

test('a field’s own complexity counts, as often as its list may hold it', async () => {
  const answer = await ask('{ toys(first: 10) { nodes { costly } pageInfo { hasNextPage } } }');

  expect(answer.extensions).toMatchObject({ cost: { requestedQueryCost: 1 + 10 * (1 + 30), maximumAvailable: 2000 } });
});

test('a list is priced by its default page when the query names none', async () => {
  expect((await ask('{ toys { nodes { costly } } }')).extensions).toMatchObject({ cost: { requestedQueryCost: 1551 } });
  expect((await ask('{ toys(first: 100) { nodes { costly } } }')).errors?.[0]?.message).toContain('costs 3101');
});
