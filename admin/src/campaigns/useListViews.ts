import { useState } from 'react';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { givenViews, keepViews, keptViews, type ListView } from './list-views.ts';

const words = campaignListTexts.views;

/** The views above the list, and how the merchant makes and removes their own. `shop` is undefined until it is known. */
export function useListViews(shop: string | undefined) {
  // Kept here too: a browser that keeps nothing still has them until the page is left.
  const [changed, setChanged] = useState<readonly ListView[]>();
  const showToast = useToast();
  const own = changed ?? (shop === undefined ? [] : keptViews(shop));

  const change = (views: readonly ListView[], content: string): void => {
    const isKept = shop !== undefined && keepViews(shop, views);
    setChanged(views);
    showToast(isKept ? { content } : { content: words.notKept, isError: true });
  };
  return {
    views: [...givenViews, ...own],
    save: (name: string, search: string) => change([...own, { name, search, isOwn: true }], words.saved(name)),
    remove: (view: ListView) =>
      change(
        own.filter(({ name }) => name !== view.name),
        words.removed(view.name),
      ),
  };
}
