import { adminOperation } from '../shopify/admin-operation.ts';

interface ShopifyUserError {
  /** The way to the part of the input that is wrong, such as `['metafields', '3', 'ownerId']`. */
  readonly field: readonly string[] | null;
  readonly message: string;
  readonly code: string | null;
}

interface Refusable {
  readonly userErrors: readonly ShopifyUserError[];
}

/** What names a metafield of ours. */
export interface MetafieldAddress {
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
}

/** A metafield of ours with its value. */
export interface MetafieldValue extends MetafieldAddress {
  readonly type: string;
  readonly value: string;
}

/** The validations of the shop, of which Shopify allows 25, which app each is of, and whether the merchant has it switched on. Costs about 30 points. */
export const VALIDATIONS = adminOperation<{
  currentAppInstallation: { app: { id: string } };
  validations: {
    nodes: readonly { id: string; enabled: boolean; shopifyFunction: { handle: string; app: { id: string } } }[];
  };
}>(`query CheckoutValidations {
  currentAppInstallation { app { id } }
  validations(first: 25) { nodes { id enabled shopifyFunction { handle app { id } } } }
}`);

/** Switches our function on in the shop's checkout. */
export const VALIDATION_CREATE = adminOperation<
  { validationCreate: Refusable & { validation: { id: string } | null } },
  { validation: { functionHandle: string; title: string; enable: boolean; blockOnFailure: boolean } }
>(`mutation CheckoutValidationCreate($validation: ValidationCreateInput!) {
  validationCreate(validation: $validation) { validation { id } userErrors { field message code } }
}`);

/** Takes our function out of the shop's checkout. */
export const VALIDATION_DELETE = adminOperation<{ validationDelete: Refusable }, { id: string }>(
  `mutation CheckoutValidationDelete($id: ID!) {
  validationDelete(id: $id) { userErrors { field message code } }
}`,
);

/** Writes at most 25 metafields, all or none. */
export const METAFIELDS_SET = adminOperation<
  { metafieldsSet: Refusable },
  { metafields: readonly MetafieldValue[] }
>(`mutation CheckoutMetafieldsSet($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) { userErrors { field message code } }
}`);

/** Removes metafields; one that is not there, or whose product is gone, is no error. */
export const METAFIELDS_DELETE = adminOperation<
  { metafieldsDelete: { userErrors: readonly { field: readonly string[] | null; message: string }[] } },
  { metafields: readonly MetafieldAddress[] }
>(`mutation CheckoutMetafieldsDelete($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) { userErrors { field message } }
}`);
