import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { createLoaders } from '../platform/graphql/loaders.ts';
import type { AdminContext } from '../shop/principal.ts';
import { Signup } from '../signup/signup.type.ts';
import type { ReceiptReader, SignupStanding } from './receipt.reader.ts';

/** From a sign-up to where it stands at the destinations: one statement for all sign-ups of a page. */
@Resolver(() => Signup)
export class SignupSyncResolver {
  readonly #standings: ReturnType<typeof createLoaders<AdminContext, SignupStanding>>;

  constructor(receipts: ReceiptReader) {
    this.#standings = createLoaders(({ principal }: AdminContext, ids) => receipts.standings(principal.shop, ids));
  }

  @FieldResolver(() => Boolean, { description: 'Whether this contact was seen on the Klaviyo list.' })
  async klaviyoSynced(@Root() { id }: Signup, @Ctx() context: AdminContext): Promise<boolean> {
    return (await this.#standings(context).load(id)).KLAVIYO.isOnList;
  }

  @FieldResolver(() => Boolean, { description: 'Whether this contact was seen under the Omnisend tag.' })
  async omnisendSynced(@Root() { id }: Signup, @Ctx() context: AdminContext): Promise<boolean> {
    return (await this.#standings(context).load(id)).OMNISEND.isOnList;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Klaviyo’s id of the profile; null as long as unknown.' })
  async klaviyoContactId(@Root() { id }: Signup, @Ctx() context: AdminContext): Promise<string | null> {
    return (await this.#standings(context).load(id)).KLAVIYO.contactId;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Omnisend’s id of the contact; null as long as unknown.',
  })
  async omnisendContactId(@Root() { id }: Signup, @Ctx() context: AdminContext): Promise<string | null> {
    return (await this.#standings(context).load(id)).OMNISEND.contactId;
  }
}
