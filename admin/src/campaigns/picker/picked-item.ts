/** A product or a collection, as the pickers show it. */
export interface PickedItem {
  id: string;
  title: string;
  imageUrl?: string | null;
  /** A second line: a price, or how many products are inside. */
  detail?: string;
}

/** What was chosen, in its order, with a sentence in the place of whatever has left the catalog since. */
export function chosenItems(ids: readonly string[], known: readonly PickedItem[], gone: string): PickedItem[] {
  const byId = new Map(known.map((item) => [item.id, item]));
  return ids.map((id) => byId.get(id) ?? { id, title: gone });
}

/** The choice after one item was ticked or unticked; a new one comes last. */
export function toggled(chosen: readonly PickedItem[], item: PickedItem): PickedItem[] {
  const without = chosen.filter(({ id }) => id !== item.id);
  return without.length < chosen.length ? without : [...chosen, item];
}

/** The choice after the item at one place was moved to another. */
export function moved(chosen: readonly PickedItem[], at: number, to: number): PickedItem[] {
  const item = chosen[at];
  return item ? chosen.toSpliced(at, 1).toSpliced(to, 0, item) : [...chosen];
}
