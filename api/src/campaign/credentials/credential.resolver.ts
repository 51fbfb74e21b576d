import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { ApiTokenScope } from '../../shop/api-token-scope.ts';
import type { AdminContext } from '../../shop/principal.ts';
import type { AccessCodeService } from './access-code.service.ts';
import { AccessCodeInput, AccessCodePayload } from './access-code.type.ts';
import type { SecretLinkService } from './secret-link.service.ts';
import { SecretLinkInput, SecretLinkPayload } from './secret-link.type.ts';

/** Makes, changes and revokes the access codes and secret links of campaigns. */
@Resolver()
export class CredentialResolver {
  readonly #codes: AccessCodeService;
  readonly #links: SecretLinkService;

  constructor(codes: AccessCodeService, links: SecretLinkService) {
    this.#codes = codes;
    this.#links = links;
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => AccessCodePayload, { description: 'Makes a further access code; without a text one is made up.' })
  accessCodeCreate(
    @Ctx() { principal: { shop } }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('input', () => AccessCodeInput) input: AccessCodeInput,
  ): Promise<AccessCodePayload> {
    return this.#codes.create({ shop, campaignId }, input);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => AccessCodePayload, {
    description: 'Changes what the input names. Passes that the code gave before stay good, also under another text.',
  })
  accessCodeUpdate(
    @Ctx() { principal }: AdminContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => AccessCodeInput) input: AccessCodeInput,
  ): Promise<AccessCodePayload> {
    return this.#codes.update(principal, id, input);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => AccessCodePayload, {
    description: 'Revokes a code, for good, and with it the passes that it gave. Another code may have its text then.',
  })
  accessCodeRevoke(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<AccessCodePayload> {
    return this.#codes.revoke(principal.shop, id);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => SecretLinkPayload, { description: 'Makes a further secret link.' })
  secretLinkCreate(
    @Ctx() { principal: { shop } }: AdminContext,
    @Arg('campaignId', () => ID) campaignId: string,
    @Arg('input', () => SecretLinkInput) input: SecretLinkInput,
  ): Promise<SecretLinkPayload> {
    return this.#links.create({ shop, campaignId }, input);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => SecretLinkPayload, { description: 'Changes what the input names; the link itself stays.' })
  secretLinkUpdate(
    @Ctx() { principal }: AdminContext,
    @Arg('id', () => ID) id: string,
    @Arg('input', () => SecretLinkInput) input: SecretLinkInput,
  ): Promise<SecretLinkPayload> {
    return this.#links.update(principal.shop, id, input);
  }

  @Authorized(ApiTokenScope.write_campaigns)
  @Mutation(() => SecretLinkPayload, {
    description: 'Revokes a link, for good, and with it the passes that it gave. It leads nowhere from now on.',
  })
  secretLinkRevoke(@Ctx() { principal }: AdminContext, @Arg('id', () => ID) id: string): Promise<SecretLinkPayload> {
    return this.#links.revoke(principal.shop, id);
  }
}
