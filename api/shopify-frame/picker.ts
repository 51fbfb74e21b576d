import { button } from './frame-chrome.ts';
import type { PickedThing, PickerWish } from './messages.ts';

/** Asks the shop for products or collections that fit a search. */
type Find = (query: { type: PickerWish['type']; query: string }) => Promise<readonly PickedThing[]>;

/** Opens the resource picker. Resolves to the new choice in full; null: the merchant cancelled. */
export async function openPicker(
  { type, multiple, chosen }: PickerWish,
  find: Find,
): Promise<readonly PickedThing[] | null> {
  const known = new Map<string, PickedThing>();
  const picked = new Set(chosen);
  const { dialog, search, list, foot } = pickerParts(type);
  const draw = async () => {
    const things = await find({ type, query: search.value });
    for (const thing of things) known.set(thing.id, thing);
    list.replaceChildren(...things.map((thing) => row(thing, { type: multiple ? 'checkbox' : 'radio', picked })));
  };
  search.addEventListener('input', () => void draw());
  const select = button('Select', () => dialog.close('select'));
  select.className = 'primary';
  foot.append(
    button('Cancel', () => dialog.close('cancel')),
    select,
  );
  document.body.append(dialog);
  dialog.showModal();
  await draw();
  const answer = await new Promise<string>((done) => {
    dialog.addEventListener('close', () => done(dialog.returnValue));
  });
  dialog.remove();
  return answer === 'select' ? [...picked].flatMap((id) => known.get(id) ?? []) : null;
}

function pickerParts(type: PickerWish['type']) {
  const dialog = document.createElement('dialog');
  dialog.className = 'picker';
  const heading = document.createElement('h2');
  heading.textContent = type === 'product' ? 'Add products' : 'Add collections';
  const search = document.createElement('input');
  search.type = 'search';
  search.placeholder = type === 'product' ? 'Search products' : 'Search collections';
  search.setAttribute('aria-label', search.placeholder);
  const [list, foot] = [document.createElement('ul'), document.createElement('footer')];
  dialog.append(heading, search, list, foot);
  return { dialog, search, list, foot };
}

function row(
  { id, title, status, images }: PickedThing,
  { type, picked }: { type: 'checkbox' | 'radio'; picked: Set<string> },
) {
  const [item, label, box] = [
    document.createElement('li'),
    document.createElement('label'),
    document.createElement('input'),
  ];
  Object.assign(box, { type, name: 'picked', checked: picked.has(id) });
  box.addEventListener('change', () => {
    if (type === 'radio') picked.clear();
    if (box.checked) picked.add(id);
    else picked.delete(id);
  });
  const picture = document.createElement('img');
  Object.assign(picture, { src: images[0]?.originalSrc ?? 'data:,', alt: '', width: 40, height: 40 });
  const [name, note] = [document.createElement('span'), document.createElement('small')];
  [name.textContent, note.textContent] = [title, status?.toLowerCase() ?? ''];
  label.append(box, picture, name, note);
  item.append(label);
  return item;
}
