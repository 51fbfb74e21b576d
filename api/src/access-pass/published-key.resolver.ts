import { Authorized, Mutation, Query, Resolver } from 'type-graphql';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import { PublishedKey, SigningKeyRotatePayload } from './published-key.type.ts';
import type { PublishedKeys } from './published-keys.ts';

@Resolver()
export class PublishedKeyResolver {
  readonly #keys: PublishedKeys;

  constructor(keys: PublishedKeys) {
    this.#keys = keys;
  }

  @Authorized(ApiTokenScope.read_settings)
  @Query(() => [PublishedKey], { description: 'The keys that verify access passes, newest first: a handful at most.' })
  signingKeys(): Promise<PublishedKey[]> {
    return this.#keys.list();
  }

  @Authorized(ApiTokenScope.write_settings)
  @Mutation(() => SigningKeyRotatePayload, {
    description:
      'Publishes a new key, which signs six minutes later; the one before verifies until its last pass has expired, so that no pass becomes invalid. The keys are the server’s, hence at most once a day.',
  })
  signingKeyRotate(): Promise<SigningKeyRotatePayload> {
    return this.#keys.rotate();
  }
}
