import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { connectionType } from '../platform/graphql/connection.ts';
import { AccessType } from './access-type.ts';
import { CampaignStatus } from './campaign-status.ts';
import { GateText } from './gate-text.type.ts';
import { TrustLevel } from './trust-level.ts';

@ObjectType({ description: 'One early-access event: window, gate, products, texts.' })
export class EarlyAccessCampaign {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: "The shop's domain." })
  shop!: string;

  @Field(() => String, { description: 'Visitors read it at the gate.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Plain text under the name, for visitors.' })
  description!: string | null;

  @Field(() => Boolean, { description: 'Whether the merchant has activated it. Whether it is open now: `status`.' })
  isActive!: boolean;

  @Field(() => AccessType)
  accessType!: AccessType;

  @Field(() => CampaignStatus, { description: 'Derived from `isActive`, the window and the places left, now.' })
  status!: CampaignStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The first access code that is not revoked, as the merchant wrote it.',
  })
  password!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The secret of the first link that is not revoked. It leads to the hosted page; under `SECRET_LINK` it opens the gate.',
  })
  secretLink!: string | null;

  @Field(() => String, { nullable: true, description: 'Absolute address of the hosted page behind the secret link.' })
  hostedPageUrl!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Absolute address of the same page inside the shop’s own theme, by the app proxy. Null in standalone mode, and without a secret link.',
  })
  themePageUrl!: string | null;

  @Field(() => String, { description: 'The HTML with which a page author places this gate on a page.' })
  embedSnippet!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The same with one version of the script and its SRI hash: nothing else runs on the page, and nothing is mended there either until the snippet is replaced. Null where the widget is not built.',
  })
  pinnedSnippet!: string | null;

  @Field(() => String, {
    description:
      'What a page with a strict Content-Security-Policy must allow for the gate, a directive on each line. Products’ pictures that lie elsewhere need their hosts in `img-src` too.',
  })
  contentSecurityPolicy!: string;

  @Field(() => [ID], { description: 'The products behind the gate, in the order in which visitors see them.' })
  productIds!: string[];

  @Field(() => [ID], { description: 'Collections whose products stand behind the gate too.' })
  collectionIds!: string[];

  @Field(() => String, { nullable: true })
  klaviyoListId!: string | null;

  @Field(() => String, { nullable: true })
  omnisendListId!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the gate begins to open; null: at once.' })
  startsAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the gate closes for good; null: never.' })
  endsAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was first activated; null while it is a draft.' })
  activatedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when it is put away in the archive, where its gate says that it has ended; null: it is not.',
  })
  archivedAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How many people get in; null: as many as come.' })
  capacity!: number | null;

  @Field(() => Int, { description: 'How many places are taken. A revoked pass keeps its place.' })
  totalPasses!: number;

  @Field(() => TrustLevel, { description: 'What an e-mail address must have proved.' })
  trustLevel!: TrustLevel;

  @Field(() => Int, { description: 'Under `CONFIRM_LATER`: after how many minutes an unconfirmed pass ends.' })
  confirmWithinMinutes!: number;

  @Field(() => Boolean, { description: 'Whether only addresses of the guest list get in by e-mail.' })
  isGuestListOnly!: boolean;

  @Field(() => Boolean, { description: 'Whether who is not let in may leave an address for later.' })
  hasWaitingList!: boolean;

  @Field(() => Boolean, { description: 'Under `PASSWORD_OR_EMAIL`: whether the e-mail form comes first.' })
  showsEmailFirst!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether its products are unlisted in the Shopify shop from its activation (also before the window) until the window ends or it is paused or deleted. How far that has come: `unlisting`.',
  })
  hidesProducts!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The words beside the box for marketing; null: the widget’s own, in the visitor’s language.',
  })
  consentText!: string | null;

  @Field(() => [GateText], { description: 'The texts of the gate that the merchant replaced.' })
  texts!: GateText[];

  @Field(() => String, { nullable: true, description: '`#rrggbb`; null: the page’s own colour.' })
  accentColor!: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the picture on the hosted page.' })
  pictureUrl!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether Shopify’s checkout is to sell its products to passes only, while it runs. What comes of that in this shop: `enforcement`.',
  })
  enforcesAtCheckout!: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'The most pieces of one product in one order with one pass, where checkout enforces it; null: as many as they like.',
  })
  mostPiecesPerOrder!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'What checkout says to who has no pass; null: our own words in the shopper’s language.',
  })
  checkoutMessage!: string | null;

  @Field(() => Boolean, { description: 'Whether its gate lets in whoever asks: see `campaignOpenToAll`.' })
  isOpenToAll!: boolean;

  @Field(() => Int, { description: 'How often the page with the gate was seen, by people and by machines.' })
  totalViews!: number;

  @Field(() => Int, { description: 'How many people signed up: each address once.' })
  totalSignups!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Sign-ups for each view, such as 0.25; null before the first view.',
  })
  conversionRate!: number | null;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { description: 'When the merchant last changed it; views and sign-ups do not.' })
  updatedAt!: Date;
}

@ObjectType()
export class CampaignConnection extends connectionType(EarlyAccessCampaign, 'Campaign') {}
