import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { InstallationService } from './installation.service.ts';
import { InstallationTestPayload } from './installation.type.ts';

@Resolver()
export class InstallationResolver {
  readonly #installation: InstallationService;

  constructor(installation: InstallationService) {
    this.#installation = installation;
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => InstallationTestPayload, {
    description:
      'Reads a page of the merchant’s as anybody could, and says whether a campaign’s gate is rightly on it. Public https pages alone, within five seconds and a megabyte, redirects at most three times; what a script adds to the page later is not seen. One test at a time and ten in a minute for each shop.',
  })
  installationTest(
    @Ctx() { principal }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('url', () => String, { description: 'As one types it, with or without `https://`.' }) url: string,
  ): Promise<InstallationTestPayload> {
    return this.#installation.test(principal.shop, campaignId, url);
  }
}
