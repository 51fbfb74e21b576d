import type { NavigationItem, Notice, SaveBarState, Sign } from './messages.ts';

type Tell = (sign: Sign) => void;

/** Draws the app's navigation below its name. */
export function drawNavigation(items: readonly NavigationItem[], tell: Tell): void {
  const list = byId('app-navigation');
  list.replaceChildren(
    ...items.map(({ label, href }) => {
      const item = document.createElement('li');
      item.append(button(label, () => tell({ name: 'navigate', href })));
      return item;
    }),
  );
}

/** Draws the save bar over the top bar; null: there is nothing to save. */
export function drawSaveBar(bar: SaveBarState | null, tell: Tell): void {
  const place = byId('save-bar');
  place.hidden = bar === null;
  if (bar === null) return;
  const text = document.createElement('span');
  text.textContent = 'Unsaved changes';
  const discard = button(bar.discard.label, () => tell({ name: 'saveBarPress', button: 'discard' }));
  const save = button(bar.save.label, () => tell({ name: 'saveBarPress', button: 'save' }));
  [discard.disabled, save.disabled] = [bar.discard.isDisabled, bar.save.isDisabled];
  save.className = 'primary';
  place.replaceChildren(text, discard, save);
}

/** Shows or hides the line of light that says something is being loaded. */
export function showLoading(isOn: boolean): void {
  byId('loading').hidden = !isOn;
}

/** Keeps the frame's address where the app is, so that it can be loaded again and shared. */
export function showLocation(shop: string, { path, title }: Extract<Notice, { name: 'location' }>): void {
  history.replaceState(null, '', `/store/${shop}/app${path}`);
  document.title = title === '' ? shop : `${title} · ${shop}`;
}

/** The element with this id, which the frame's page has. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The frame has no ${id}.`);
  return element;
}

/** A button that does this. */
export function button(label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  made.addEventListener('click', press);
  return made;
}
