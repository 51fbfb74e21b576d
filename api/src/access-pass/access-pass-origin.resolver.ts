import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AccessCodeService } from '../campaign/credentials/access-code.service.ts';
import { AccessCode } from '../campaign/credentials/access-code.type.ts';
import type { SecretLinkService } from '../campaign/credentials/secret-link.service.ts';
import { SecretLink } from '../campaign/credentials/secret-link.type.ts';
import { createLoaders } from '../platform/graphql/loaders.ts';
import { ApiTokenScope } from '../shop/api-token-scope.ts';
import type { AdminContext } from '../shop/principal.ts';
import type { SignupService } from '../signup/signup.service.ts';
import { Signup } from '../signup/signup.type.ts';
import { AccessPass } from './access-pass.type.ts';

export interface OriginParts {
  readonly signups: SignupService;
  readonly accessCodes: AccessCodeService;
  readonly secretLinks: SecretLinkService;
}

/** From a pass to what its visitor got through by: one statement for all passes of a page. */
@Resolver(() => AccessPass)
export class AccessPassOriginResolver {
  readonly #signups: FindById<Signup>;
  readonly #codes: FindById<AccessCode>;
  readonly #links: FindById<SecretLink>;

  constructor({ signups, accessCodes, secretLinks }: OriginParts) {
    this.#signups = byId((shop, ids) => signups.findMany(shop, ids));
    this.#codes = byId((shop, ids) => accessCodes.listByIds(shop, ids));
    this.#links = byId((shop, ids) => secretLinks.listByIds(shop, ids));
  }

  @Authorized(ApiTokenScope.read_signups)
  @FieldResolver(() => Signup, { nullable: true, description: 'The sign-up, where it was by e-mail.' })
  async signup(@Root() { signupId }: AccessPass, @Ctx() context: AdminContext): Promise<Signup | null> {
    return this.#signups(context, signupId);
  }

  @FieldResolver(() => AccessCode, { nullable: true, description: 'The access code, where it was by password.' })
  async accessCode(@Root() { accessCodeId }: AccessPass, @Ctx() context: AdminContext): Promise<AccessCode | null> {
    return this.#codes(context, accessCodeId);
  }

  @FieldResolver(() => SecretLink, { nullable: true, description: 'The secret link, where it was by one.' })
  async secretLink(@Root() { secretLinkId }: AccessPass, @Ctx() context: AdminContext): Promise<SecretLink | null> {
    return this.#links(context, secretLinkId);
  }
}

type FindById<Item> = (context: AdminContext, id: string | null) => Promise<Item | null>;

function byId<Item extends { readonly id: string }>(
  read: (shop: string, ids: readonly string[]) => Promise<readonly Item[]>,
): FindById<Item> {
  const loaders = createLoaders(async ({ principal }: AdminContext, ids) => {
    const items = new Map((await read(principal.shop, ids)).map((item) => [item.id, item]));
    return ids.map((id) => items.get(id) ?? null);
  });
  return async (context, id) => (id === null ? null : loaders(context).load(id));
}
