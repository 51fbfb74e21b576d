import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Destination } from '../../../../prisma/client/client.ts';
import { createLoaders } from '../../platform/graphql/loaders.ts';
import type { AdminContext } from '../../shop/principal.ts';
import { Signup } from '../../signup/signup.type.ts';
import { type PlacedReceipt, type ReceiptReader, type SignupStanding, standingOf } from '../receipts/receipt.reader.ts';
import { Receipt, ReceiptEntry } from './receipt.type.ts';

/** At most one for each destination. */
const aFew = ({ childComplexity }: { childComplexity: number }) => 2 + 2 * childComplexity;

/** From a sign-up to where it stands at the destinations: as many statements for a page of sign-ups as for one. */
@Resolver(() => Signup)
export class SignupSyncResolver {
  readonly #receipts: ReturnType<typeof createLoaders<AdminContext, PlacedReceipt[]>>;

  constructor(receipts: ReceiptReader) {
    this.#receipts = createLoaders(({ principal }: AdminContext, ids) => receipts.list(principal.shop, ids));
  }

  @FieldResolver(() => [Receipt], {
    complexity: aFew,
    description: 'Where it stands at each destination that it goes to; none yet is as good as waiting.',
  })
  receipts(@Root() { id }: Signup, @Ctx() context: AdminContext): Promise<Receipt[]> {
    return this.#receipts(context).load(id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether this contact was seen on the campaign’s Klaviyo list.' })
  async klaviyoSynced(@Root() signup: Signup, @Ctx() context: AdminContext): Promise<boolean> {
    return (await this.#standing(signup, context)).KLAVIYO.isOnList;
  }

  @FieldResolver(() => Boolean, { description: 'Whether this contact was seen under the campaign’s Omnisend tag.' })
  async omnisendSynced(@Root() signup: Signup, @Ctx() context: AdminContext): Promise<boolean> {
    return (await this.#standing(signup, context)).OMNISEND.isOnList;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Klaviyo’s id of the profile; null as long as unknown.' })
  async klaviyoContactId(@Root() signup: Signup, @Ctx() context: AdminContext): Promise<string | null> {
    return (await this.#standing(signup, context)).KLAVIYO.contactId;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Omnisend’s id of the contact; null as long as unknown.',
  })
  async omnisendContactId(@Root() signup: Signup, @Ctx() context: AdminContext): Promise<string | null> {
    return (await this.#standing(signup, context)).OMNISEND.contactId;
  }

  async #standing({ id }: Signup, context: AdminContext): Promise<SignupStanding> {
    return standingOf(await this.#receipts(context).load(id));
  }
}

/** From a receipt to what happened to it: one statement for all receipts of a page. */
@Resolver(() => Receipt)
export class ReceiptHistoryResolver {
  readonly #histories: ReturnType<typeof createLoaders<AdminContext, Record<Destination, ReceiptEntry[]>>>;

  constructor(receipts: ReceiptReader) {
    this.#histories = createLoaders(({ principal }: AdminContext, ids) => receipts.histories(principal.shop, ids));
  }

  @FieldResolver(() => [ReceiptEntry], {
    complexity: ({ childComplexity }) => 5 + childComplexity,
    description: 'What happened to it, oldest first: at most the newest 100.',
  })
  async history(@Root() receipt: Receipt, @Ctx() context: AdminContext): Promise<ReceiptEntry[]> {
    return (await this.#histories(context).load(receipt.signupId))[receipt.destination];
  }
}
