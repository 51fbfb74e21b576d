import { Arg, Authorized, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Destination } from '../../../prisma/client/enums.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import { AudiencePage } from './audience.type.ts';
import type { AudienceFinder } from './audience-finder.ts';
import type { ConnectionService } from './connection.service.ts';
import {
  Connection,
  ConnectionDeletePayload,
  ConnectionSaveInput,
  ConnectionSavePayload,
  ConnectionTestPayload,
} from './connection.type.ts';

/** A question to a vendor, over the network. */
const VENDOR_CALL = 20;

@Resolver(() => Connection)
export class ConnectionResolver {
  readonly #connections: ConnectionService;
  readonly #audiences: AudienceFinder;

  constructor(connections: ConnectionService, audiences: AudienceFinder) {
    this.#connections = connections;
    this.#audiences = audiences;
  }

  @Authorized(ApiTokenScope.read_settings)
  @Query(() => [Connection], { description: 'The shop’s connections: at most one for each destination.' })
  connections(@Ctx() { principal }: AdminContext): Promise<Connection[]> {
    return this.#connections.list(principal.shop);
  }

  @Authorized(ApiTokenScope.read_settings)
  @FieldResolver(() => AudiencePage, {
    complexity: ({ childComplexity }) => VENDOR_CALL + childComplexity,
    description: 'Its audiences, asked of the vendor now. Omnisend names none: any tag will do.',
  })
  audiences(
    @Root() { destination }: Connection,
    @Ctx() { principal }: AdminContext,
    @Arg('query', () => String, { nullable: true, description: 'A part of the name.' }) query?: string,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<AudiencePage> {
    return this.#audiences.search(principal.shop, destination, { query: query ?? null, after: after ?? null });
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => ConnectionSavePayload, {
    complexity: ({ childComplexity }) => VENDOR_CALL + childComplexity,
    description: 'Connects a destination, or changes how: the key is tried at the vendor before it is kept.',
  })
  connectionSave(
    @Ctx() { principal }: AdminContext,
    @Arg('input', () => ConnectionSaveInput) input: ConnectionSaveInput,
  ): Promise<ConnectionSavePayload> {
    return this.#connections.save(principal.shop, input);
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => ConnectionTestPayload, {
    complexity: ({ childComplexity }) => VENDOR_CALL + childComplexity,
    description: 'Tries the kept key again; if it is good, a pause ends.',
  })
  connectionTest(
    @Ctx() { principal }: AdminContext,
    @Arg('destination', () => Destination) destination: Destination,
  ): Promise<ConnectionTestPayload> {
    return this.#connections.test(principal.shop, destination);
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => ConnectionDeletePayload, {
    description:
      'Disconnects and forgets the key: nothing more is sent. Nobody is taken off a list at the vendor, and what is known here about each sign-up stays. Connected again, earlier sign-ups go there by `syncBackfill` only. Removals that the vendor has not taken yet wait for the next connection.',
  })
  connectionDelete(
    @Ctx() { principal }: AdminContext,
    @Arg('destination', () => Destination) destination: Destination,
  ): Promise<ConnectionDeletePayload> {
    return this.#connections.delete(principal.shop, destination);
  }
}
