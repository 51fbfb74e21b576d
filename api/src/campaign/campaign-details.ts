import type { CatalogService } from '../catalog/catalog.service.ts';
import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { codeProblems } from './access-code-strength.ts';
import { type AccessType, opensWithEmail, opensWithPassword } from './access-type.ts';
import { type CampaignSettings, settingsProblems } from './campaign-settings.ts';
import { lengthProblems } from './text-length.ts';
import { TrustLevel } from './trust-level.ts';

/** Everything about a campaign that the merchant writes, as it would be after a change. */
export interface CampaignDetails extends CampaignSettings {
  readonly name: string;
  readonly description: string | null;
  readonly isActive: boolean;
  readonly accessType: AccessType;
  readonly password: string | null;
  readonly productIds: readonly string[];
  readonly collectionIds: readonly string[];
  readonly klaviyoListId: string | null;
  readonly omnisendListId: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

const LONGEST_NAME = 200;
const LONGEST_DESCRIPTION = 2_000;
/** The most products that one campaign may name, and the most collections. */
export const MOST_PRODUCTS = 250;
export const MOST_COLLECTIONS = 50;
const LONGEST_LIST_ID = 255;
const LONGEST_TAG = 100;

/**
 * What keeps a campaign from being saved with these details, apart from what only the catalog knows. `before` is how it
 * stood: what time or a revocation has made of it since does not keep the rest from being saved. Null for a new one.
 * `shopNames` are no passwords, as little as the campaign's own name.
 */
export function detailsProblems(
  details: CampaignDetails,
  before: CampaignDetails | null,
  shopNames: readonly string[],
): UserError[] {
  return [
    ...nameProblems(details.name),
    ...lengthProblems('description', details.description, LONGEST_DESCRIPTION),
    ...lengthProblems('klaviyoListId', details.klaviyoListId, LONGEST_LIST_ID),
    ...tagProblems(details.omnisendListId),
    ...passwordProblems(details, before, shopNames),
    ...countProblems('productIds', details.productIds, MOST_PRODUCTS),
    ...countProblems('collectionIds', details.collectionIds, MOST_COLLECTIONS),
    ...windowProblems(details, before),
    ...settingsProblems(details),
  ];
}

/**
 * Names the products and collections that the shop does not have. Those that the campaign had already (`kept`) may be
 * missing: the shop can have deleted them since.
 */
export async function catalogProblems(
  catalog: CatalogService,
  shop: string,
  [details, kept]: [CampaignDetails, Pick<CampaignDetails, 'productIds' | 'collectionIds'>],
): Promise<UserError[]> {
  const newProducts = details.productIds.filter((id) => !kept.productIds.includes(id));
  const newCollections = details.collectionIds.filter((id) => !kept.collectionIds.includes(id));
  const [products, collections] = await Promise.all([
    catalog.existingProductIds(shop, newProducts),
    catalog.existingCollectionIds(shop, newCollections),
  ]);
  return [
    ...missing(['productIds', details.productIds], newProducts, new Set(products)),
    ...missing(['collectionIds', details.collectionIds], newCollections, new Set(collections)),
  ];
}

/**
 * For a server that can send no mail: a campaign that needs them is neither saved nor activated. One that needed them already, such
 * as from before the mail server was taken away, may still be changed otherwise.
 */
export function mailProblems(details: CampaignDetails, before: CampaignDetails | null): UserError[] {
  const neededMail = before !== null && confirmsAddresses(before) && (before.isActive || !details.isActive);
  if (!confirmsAddresses(details) || neededMail) return [];
  const message = 'This server can send no mails yet: set SMTP_URL and MAIL_FROM, or choose “instant”.';
  return [userError(['input', 'trustLevel'], UserErrorCode.INVALID, message)];
}

/** The same for activating a campaign as it stands: nobody would get in by e-mail, waiting for a mail that never comes. */
export function activationProblems(campaign: CampaignDetails): UserError[] {
  if (campaign.isActive || !confirmsAddresses(campaign)) return [];
  const message =
    'This campaign confirms e-mail addresses, and this server can send no mails: set SMTP_URL and MAIL_FROM, or choose “instant” as its trust level.';
  return [userError(['id'], UserErrorCode.INVALID, message)];
}

function confirmsAddresses({ accessType, trustLevel }: CampaignDetails): boolean {
  return opensWithEmail(accessType) && trustLevel !== TrustLevel.INSTANT;
}

function missing([field, all]: [string, readonly string[]], wanted: string[], found: Set<string>): UserError[] {
  return wanted
    .filter((id) => !found.has(id))
    .map((id) => {
      const path = ['input', field, String(all.indexOf(id))];
      return userError(path, UserErrorCode.NOT_FOUND, 'This is not in the catalog of the shop.');
    });
}

function nameProblems(name: string): UserError[] {
  if (name === '') return [userError(['input', 'name'], UserErrorCode.BLANK, 'Give the campaign a name.')];
  return lengthProblems('name', name, LONGEST_NAME);
}

/** What Omnisend takes as a tag, which needs no connection to know. */
function tagProblems(tag: string | null): UserError[] {
  if (tag === null || !/\p{Cc}/u.test(tag)) return lengthProblems('omnisendListId', tag, LONGEST_TAG);
  const message = 'A tag is one line of letters, digits and signs.';
  return [userError(['input', 'omnisendListId'], UserErrorCode.INVALID, message)];
}

function countProblems(field: string, ids: readonly string[], most: number): UserError[] {
  if (ids.length <= most) return [];
  const message = `At most ${most}; these are ${ids.length.toLocaleString('en')}.`;
  return [userError(['input', field], UserErrorCode.TOO_LONG, message)];
}

function passwordProblems(
  { name, accessType, password }: CampaignDetails,
  before: CampaignDetails | null,
  shopNames: readonly string[],
): UserError[] {
  // A password that is good enough today may be among the refused ones tomorrow: it is judged when it, or the name, is set.
  if (password !== null && password === before?.password && name === before.name) return [];
  if (password !== null) return codeProblems('password', password, [name, ...shopNames]);
  const wasWithout = before !== null && before.password === null && opensWithPassword(before.accessType);
  if (!opensWithPassword(accessType) || wasWithout) return [];
  return [userError(['input', 'password'], UserErrorCode.REQUIRED, 'Choose the password that opens this campaign.')];
}

function windowProblems({ startsAt, endsAt }: CampaignDetails, before: CampaignDetails | null): UserError[] {
  const path = ['input', 'endsAt'];
  if (endsAt === null) return [];
  if (startsAt !== null && startsAt >= endsAt) {
    return [userError(path, UserErrorCode.INVALID, 'The end has to come after the start.')];
  }
  const isNew = before?.endsAt?.getTime() !== endsAt.getTime();
  return isNew ? pastProblems('endsAt', endsAt) : [];
}

/** What is wrong with an end that is being set and is over already. */
export function pastProblems(field: string, end: Date): UserError[] {
  if (end > new Date()) return [];
  return [userError(['input', field], UserErrorCode.INVALID, 'This is past already. Choose a time to come.')];
}
