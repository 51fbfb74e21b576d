import { useId, useLayoutEffect, useRef, useState } from 'react';
import { pickerTexts } from '../../texts/picker-texts.ts';
import { ChevronDownIcon, ChevronUpIcon, XIcon } from '../../ui/icons.ts';
import { Picture } from '../../ui/Picture.tsx';
import { Button, InlineStack, Text } from '../../ui/polaris.ts';
import { moved, type PickedItem } from './picked-item.ts';

interface PickedListProps {
  items: readonly PickedItem[];
  onChange(items: PickedItem[]): void;
}

type Direction = 'up' | 'down';
/** A row's buttons. */
type Handle = Direction | 'out';

const words = pickerTexts.order;

/** What is chosen, with its pictures, in the order in which visitors see it: each can be moved up, down and out. */
export function PickedList({ items, onChange }: PickedListProps) {
  const [said, say] = useState('');
  const { idOf, keepOn } = useKeptFocus();
  if (items.length === 0) return null;
  const move = (item: PickedItem, direction: Direction): void => {
    const at = items.indexOf(item);
    const to = direction === 'up' ? at - 1 : at + 1;
    keepOn(item, direction);
    onChange(moved(items, at, to));
    say(words.moved(item.title, to + 1, items.length));
  };
  const takeOut = (item: PickedItem): void => {
    const at = items.indexOf(item);
    const neighbour = items[at + 1] ?? items[at - 1];
    if (neighbour) keepOn(neighbour, 'out');
    onChange(items.filter(({ id }) => id !== item.id));
    say(words.takenOut(item.title));
  };
  const mover = (item: PickedItem, direction: Direction) => (
    <Button
      id={idOf(item, direction)}
      icon={direction === 'up' ? ChevronUpIcon : ChevronDownIcon}
      variant="tertiary"
      accessibilityLabel={words[direction](item.title)}
      disabled={item === (direction === 'up' ? items[0] : items.at(-1))}
      onClick={() => move(item, direction)}
    />
  );
  return (
    <>
      {items.length > 1 && (
        <Text as="p" tone="subdued">
          {words.help}
        </Text>
      )}
      <Text as="span" visuallyHidden>
        <span role="status">{said}</span>
      </Text>
      <ol className="picked-list">
        {items.map((item) => (
          <li key={item.id} className="picked-row">
            <Picture url={item.imageUrl ?? null} />
            <span>
              {item.title}
              {item.detail && (
                <Text as="p" tone="subdued">
                  {item.detail}
                </Text>
              )}
            </span>
            <InlineStack wrap={false}>
              {items.length > 1 && mover(item, 'up')}
              {items.length > 1 && mover(item, 'down')}
              <Button
                id={idOf(item, 'out')}
                icon={XIcon}
                variant="tertiary"
                accessibilityLabel={pickerTexts.remove(item.title)}
                onClick={() => takeOut(item)}
              />
            </InlineStack>
          </li>
        ))}
      </ol>
    </>
  );
}

/** A row that moves takes the keyboard along, and one that goes leaves it to the next; at the end of the way the button for the way back has it. */
function useKeptFocus() {
  const list = useId();
  const wanted = useRef<readonly string[]>([]);
  const idOf = ({ id }: PickedItem, handle: Handle): string => `${list}-${id}-${handle}`;
  useLayoutEffect(() => {
    const buttons = wanted.current.map((id) => document.getElementById(id));
    wanted.current = [];
    // Polaris leaves a button that does nothing reachable, and says so.
    buttons.find((button) => button?.getAttribute('aria-disabled') !== 'true')?.focus();
  });
  const keepOn = (item: PickedItem, handle: Handle): void => {
    wanted.current = [idOf(item, handle), idOf(item, handle === 'up' ? 'down' : 'up')];
  };
  return { idOf, keepOn };
}
