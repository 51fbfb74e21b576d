/** The fields of a draft that say something else than what is saved: only what the merchant typed is kept, shown over what is saved, and sent. */
export function typedOver<Draft extends object>(draft: Draft, saved: Draft): Partial<Draft> {
  const before = new Map<string, unknown>(Object.entries(saved));
  const typed = Object.entries(draft).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before.get(field)),
  );
  return Object.fromEntries(typed) as Partial<Draft>;
}
