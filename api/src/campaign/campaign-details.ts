import type { CatalogService } from '../catalog/catalog.service.ts';
import { type UserError, UserErrorCode, userError } from '../platform/graphql/user-error.type.ts';
import { LONGEST_ACCESS_CODE, normalizeAccessCode, SHORTEST_ACCESS_CODE } from './access-code.ts';
import { type AccessType, opensWithPassword } from './access-type.ts';

/** Everything about a campaign that the merchant writes, as it would be after a change. */
export interface CampaignDetails {
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
const MOST_PRODUCTS = 250;
const MOST_COLLECTIONS = 50;
const LONGEST_LIST_ID = 255;

/** What keeps a campaign from being saved with these details, apart from what only the catalog knows. */
export function detailsProblems(details: CampaignDetails): UserError[] {
  return [
    ...nameProblems(details.name),
    ...lengthProblems('description', details.description, LONGEST_DESCRIPTION),
    ...lengthProblems('klaviyoListId', details.klaviyoListId, LONGEST_LIST_ID),
    ...lengthProblems('omnisendListId', details.omnisendListId, LONGEST_LIST_ID),
    ...passwordProblems(details),
    ...countProblems('productIds', details.productIds, MOST_PRODUCTS),
    ...countProblems('collectionIds', details.collectionIds, MOST_COLLECTIONS),
    ...windowProblems(details),
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

function lengthProblems(field: string, text: string | null, most: number): UserError[] {
  if (text === null || text.length <= most) return [];
  const message = `At most ${most.toLocaleString('en')} characters; this has ${text.length.toLocaleString('en')}.`;
  return [userError(['input', field], UserErrorCode.TOO_LONG, message)];
}

function countProblems(field: string, ids: readonly string[], most: number): UserError[] {
  if (ids.length <= most) return [];
  const message = `At most ${most}; these are ${ids.length.toLocaleString('en')}.`;
  return [userError(['input', field], UserErrorCode.TOO_LONG, message)];
}

function passwordProblems({ accessType, password }: CampaignDetails): UserError[] {
  const path = ['input', 'password'];
  if (password === null) {
    if (!opensWithPassword(accessType)) return [];
    return [userError(path, UserErrorCode.REQUIRED, 'Choose the password that opens this campaign.')];
  }
  if (password.length > LONGEST_ACCESS_CODE) return lengthProblems('password', password, LONGEST_ACCESS_CODE);
  if (normalizeAccessCode(password).length >= SHORTEST_ACCESS_CODE) return [];
  const message = `A password has at least ${SHORTEST_ACCESS_CODE} characters; spaces do not count.`;
  return [userError(path, UserErrorCode.TOO_SHORT, message)];
}

function windowProblems({ startsAt, endsAt }: CampaignDetails): UserError[] {
  if (startsAt === null || endsAt === null || startsAt < endsAt) return [];
  return [userError(['input', 'endsAt'], UserErrorCode.INVALID, 'The end has to come after the start.')];
}
