import { buildSchema, GraphQLError, type GraphQLFieldResolver, GraphQLObjectType, type GraphQLSchema } from 'graphql';

const SDL = `
  type Query {
    hello: String
    shops(first: Int! = 10): ShopConnection!
    shop: Shop!
    named(id: ID!): Shop
    broken: String
    brokenHard: String!
    offline: String!
    refused(reason: String!): String
  }
  type Mutation { unlock(input: UnlockInput!): UnlockResult!  view(id: ID!): String }
  input UnlockInput { campaignId: ID! password: String! kind: Kind guesses: Int }
  enum Kind { PASSWORD EMAIL }
  union UnlockResult = Opened | Denied
  type Opened { pass: String! }
  type Denied { message: String! }
  type ShopConnection { edges: [ShopEdge!]! nodes: [Shop!]! totalCount: Int! }
  type ShopEdge { cursor: String! node: Shop! }
  type Shop { id: ID! name: String! neighbour: Shop! neighbours: [Shop!]! }
`;

type Resolver = GraphQLFieldResolver<unknown, object>;

const shop = (): object => ({ id: '1', name: 'Toy', neighbour: shop, neighbours: () => [shop(), shop()] });

const RESOLVERS: Record<string, Record<string, Resolver>> = {
  Query: {
    hello: () => 'world',
    shop,
    shops: () => ({ edges: [{ cursor: 'c', node: shop() }], nodes: [shop()], totalCount: 1 }),
    broken: (_source, _args) => Promise.reject(new TypeError(`no row for "someone@example.org" in /srv/secret.ts`)),
    brokenHard: () => Promise.reject(new Error('SELECT * FROM "Signup"')),
    offline: () =>
      Promise.reject(Object.assign(new Error("Can't reach database server at db:5432"), { code: 'P1001' })),
    refused: (_source, { reason }) => {
      throw new GraphQLError('No.', { extensions: { code: reason, scope: 'read_campaigns', secret: 'hidden' } });
    },
  },
  Mutation: {
    unlock: (_source, { input }) => {
      if (input.password === 'open') return { __typename: 'Opened', pass: 'marker-pass' };
      if (input.password.startsWith('crash')) throw new Error(`unexpected ${input.password} here`);
      return { __typename: 'Denied', message: 'No.' };
    },
    view: () => 'ok',
  },
};

/** The ids of the shops that were asked for by id, in their order; each such answer waits for `wait`. */
export type NamedShops = string[] & { wait?: Promise<void> };

/** The toy schema, with resolvers that answer, refuse and break. */
export function toySchema(named: NamedShops = []): GraphQLSchema {
  const schema = buildSchema(SDL);
  const byId: Resolver = async (_source, { id }) => {
    named.push(id);
    await named.wait;
    return { id, name: `Shop ${id}` };
  };
  Object.assign(schema.getQueryType()?.getFields().named ?? {}, { resolve: byId });
  for (const [type, fields] of Object.entries(RESOLVERS)) {
    const object = schema.getType(type);
    if (!(object instanceof GraphQLObjectType)) throw new Error(`${type} is no object type.`);
    for (const [name, resolve] of Object.entries(fields)) Object.assign(object.getFields()[name] ?? {}, { resolve });
  }
  return schema;
}
