import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Page } from '../platform/graphql/connection.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { DataRequestStore } from './data-request.store.ts';
import {
  type DataRequest,
  DataRequestConnection,
  PersonalDataErasePayload,
  PersonalDataRequestPayload,
} from './data-request.type.ts';
import type { PersonalDataService } from './personal-data.service.ts';

@Resolver()
export class PrivacyResolver {
  readonly #personalData: PersonalDataService;
  readonly #requests: DataRequestStore;

  constructor(personalData: PersonalDataService, requests: DataRequestStore) {
    this.#personalData = personalData;
    this.#requests = requests;
  }

  @Authorized(ApiTokenScope.read_signups)
  @Query(() => DataRequestConnection, {
    description: 'Whose data was asked for, by customers through Shopify or by the merchant, newest first.',
  })
  dataRequests(
    @Ctx() { principal }: AdminContext,
    @Arg('first', () => Int, { defaultValue: 50, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true }) after?: string,
  ): Promise<Page<DataRequest>> {
    return this.#requests.list(principal.shop, { first, after });
  }

  @Authorized(ApiTokenScope.write_signups)
  @Mutation(() => PersonalDataRequestPayload, {
    description: 'Collects everything that is held of a person into a file to download.',
  })
  personalDataRequest(
    @Ctx() { principal }: AdminContext,
    @Arg('email', () => String, { description: 'However it is written.' }) email: string,
  ): Promise<PersonalDataRequestPayload> {
    return this.#personalData.requestFor(principal.shop, email);
  }

  @Authorized(ApiTokenScope.write_signups)
  @Mutation(() => PersonalDataErasePayload, {
    description:
      'Forgets a person: sign-ups, consents, passes, places on guest and waiting lists, files. Asks for their removal at the destinations. Cannot be undone.',
  })
  personalDataErase(
    @Ctx() { principal }: AdminContext,
    @Arg('email', () => String, { description: 'However it is written.' }) email: string,
  ): Promise<PersonalDataErasePayload> {
    return this.#personalData.eraseFor(principal.shop, email);
  }
}
