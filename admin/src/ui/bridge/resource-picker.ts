import type { Collection, Product } from '@shopify/app-bridge-types';
import { type AppBridge, appBridge } from './app-bridge.ts';

/** What can be chosen in Shopify's own picker. */
export type ResourceKind = 'product' | 'collection';

/** A chosen product or collection; `id` is Shopify's gid, by which our catalog knows it too. */
export interface PickedResource {
  id: string;
  title: string;
  imageUrl: string | null;
}

/** Opens the picker with these chosen already. Resolves to the whole new choice, or null when the merchant cancelled. */
export type PickResources = (kind: ResourceKind, chosen: readonly string[]) => Promise<PickedResource[] | null>;

/** Shopify's resource picker, or null in standalone mode, where pages search the catalog themselves. */
export function resourcePicker(): PickResources | null {
  const bridge = appBridge();
  if (bridge === null) return null;
  return (kind, chosen) => pick(bridge, kind, chosen);
}

async function pick(bridge: AppBridge, kind: ResourceKind, chosen: readonly string[]) {
  const shared = { action: 'select', multiple: true, selectionIds: chosen.map((id) => ({ id })) } as const;
  if (kind === 'product') {
    // Whole products are opened early, never single variants.
    const products = await bridge.resourcePicker({ ...shared, type: 'product', filter: { variants: false } });
    return products?.map(pickedProduct) ?? null;
  }
  const collections = await bridge.resourcePicker({ ...shared, type: 'collection' });
  return collections?.map(pickedCollection) ?? null;
}

function pickedProduct({ id, title, images }: Product): PickedResource {
  return { id, title, imageUrl: images[0]?.originalSrc ?? null };
}

function pickedCollection({ id, title, image }: Collection): PickedResource {
  return { id, title, imageUrl: image?.originalSrc ?? null };
}
