import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EarlyAccessCampaign } from '../campaign/campaign.type.ts';
import { ProductStatus } from '../catalog/product.type.ts';
import { connectionType } from '../platform/graphql/connection.ts';
import { UserError } from '../platform/graphql/user-error.type.ts';

/** Where a campaign's wish that its products be hidden stands. */
export enum UnlistingState {
  OFF = 'OFF',
  READY = 'READY',
  HIDING = 'HIDING',
  HIDDEN = 'HIDDEN',
  SHOWING = 'SHOWING',
}

registerEnumType(UnlistingState, {
  name: 'UnlistingState',
  description: 'Where a campaign’s wish that its products be hidden stands.',
  valuesConfig: {
    OFF: { description: 'Nothing is to be hidden, and nothing is that would have to be put back.' },
    READY: { description: 'They will be hidden once the campaign is active: it is a draft, paused or has ended.' },
    HIDING: { description: 'Some are not hidden yet.' },
    HIDDEN: { description: 'All are hidden, except for those that are left alone.' },
    SHOWING: { description: 'They are being put back.' },
  },
});

/** What happened to a product on a campaign's behalf. */
export enum UnlistingEvent {
  HIDING = 'HIDING',
  HIDDEN = 'HIDDEN',
  SHOWING = 'SHOWING',
  SHOWN = 'SHOWN',
  LEFT_ALONE = 'LEFT_ALONE',
  FAILED = 'FAILED',
}

registerEnumType(UnlistingEvent, {
  name: 'UnlistingEvent',
  description: 'What happened to a product on a campaign’s behalf.',
  valuesConfig: {
    HIDING: { description: 'Written down before it is set to unlisted, with the status that it gets back.' },
    HIDDEN: { description: 'It is unlisted.' },
    SHOWING: { description: 'Written down before it gets back the status that it had.' },
    SHOWN: { description: 'It has again the status that it had.' },
    LEFT_ALONE: {
      description:
        'Nothing was changed, for `statusAfter` is the merchant’s own: it was no public product, or was set by hand meanwhile. Null there: the product is gone.',
    },
    FAILED: { description: 'Shopify refused it; it is tried again. Only the first failure in a row is told.' },
  },
});

/** Why nothing is changed in the shop for now. */
export enum UnlistingProblem {
  NOT_INSTALLED = 'NOT_INSTALLED',
  SCOPE_MISSING = 'SCOPE_MISSING',
  REFUSED = 'REFUSED',
  THROTTLED = 'THROTTLED',
  UNREACHABLE = 'UNREACHABLE',
}

registerEnumType(UnlistingProblem, {
  name: 'UnlistingProblem',
  description: 'Why nothing is changed in the shop for now. It is tried again within five minutes.',
  valuesConfig: {
    NOT_INSTALLED: {
      description: 'The app is not installed (any more). What is hidden is put back after a new installation.',
    },
    SCOPE_MISSING: { description: 'The shop does not let the app change products (any more): `write_products`.' },
    REFUSED: { description: 'Shopify refused even to tell the products’ statuses.' },
    THROTTLED: { description: 'Shopify’s budget for the app in this shop stays used up.' },
    UNREACHABLE: { description: 'Shopify does not answer, or failed.' },
  },
});

@ObjectType({ description: 'A product that could not be hidden or put back. It is tried again within five minutes.' })
export class UnlistingFailure {
  @Field(() => ID)
  productId!: string;

  @Field(() => Int, { description: 'How many attempts in a row failed.' })
  attempts!: number;

  @Field(() => String, { description: 'Shopify’s words.' })
  detail!: string;
}

@ObjectType({ description: 'A line of the journal of what was changed in Shopify.' })
export class UnlistingEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => UnlistingEvent)
  event!: UnlistingEvent;

  @Field(() => ProductStatus, { nullable: true, description: 'What it had; null where nothing had been changed.' })
  statusBefore!: ProductStatus | null;

  @Field(() => ProductStatus, { nullable: true, description: 'What it has, or is to have; null: gone, or not known.' })
  statusAfter!: ProductStatus | null;

  @Field(() => String, { nullable: true, description: 'A sentence where the event does not say everything.' })
  detail!: string | null;

  @Field(() => Date)
  at!: Date;
}

@ObjectType()
export class UnlistingEntryConnection extends connectionType(UnlistingEntry, 'UnlistingEntry') {}

/** Counts of products that are somehow concerned. */
export interface UnlistingCounts {
  hiddenCount: number;
  waitingCount: number;
  leftAloneCount: number;
  failures: UnlistingFailure[];
  problem: UnlistingProblem | null;
  problemDetail: string | null;
}

@ObjectType()
abstract class UnlistingSummary implements UnlistingCounts {
  @Field(() => Int, { description: 'Products that are unlisted now because of it, and will be put back.' })
  hiddenCount!: number;

  @Field(() => Int, { description: 'Products that are still to be hidden or put back.' })
  waitingCount!: number;

  @Field(() => Int, {
    description:
      'Products that are left as the merchant has them: unlisted, draft or archived already, gone, or made public by hand meanwhile.',
  })
  leftAloneCount!: number;

  @Field(() => [UnlistingFailure], { description: 'At most 50 of those that wait because Shopify refused them.' })
  failures!: UnlistingFailure[];

  @Field(() => UnlistingProblem, { nullable: true, description: 'Why nothing is changed in the shop for now.' })
  problem!: UnlistingProblem | null;

  @Field(() => String, { nullable: true, description: 'A sentence about the problem.' })
  problemDetail!: string | null;
}

@ObjectType({ description: 'How far the wish that a campaign’s products be hidden has come.' })
export class CampaignUnlisting extends UnlistingSummary {
  /** For its journal. */
  campaignId!: string;

  @Field(() => UnlistingState)
  state!: UnlistingState;

  @Field(() => Int, {
    description: 'Hidden products that another campaign wants hidden too: they stay so without this one.',
  })
  sharedCount!: number;
}

@ObjectType({
  description:
    'What all campaigns together have hidden. Undo it before you uninstall the app: afterwards it may change nothing in the shop any more.',
})
export class ShopUnlisting extends UnlistingSummary {}

@ObjectType()
export class UnlistingUndoPayload {
  @Field(() => EarlyAccessCampaign, { nullable: true, description: 'The campaign as it is now; null with userErrors.' })
  campaign!: EarlyAccessCampaign | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}

@ObjectType()
export class UnlistingUndoAllPayload {
  @Field(() => ShopUnlisting, { nullable: true, description: 'As it stands now; null without Shopify.' })
  unlisting!: ShopUnlisting | null;

  @Field(() => [UserError])
  userErrors!: UserError[];
}
