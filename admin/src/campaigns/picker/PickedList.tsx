import { texts } from '../../texts.ts';
import { XIcon } from '../../ui/icons.ts';
import { Picture } from '../../ui/Picture.tsx';
import { Button, Text } from '../../ui/polaris.ts';
import type { PickedItem } from './picked-item.ts';

interface PickedListProps {
  items: readonly PickedItem[];
  onRemove(item: PickedItem): void;
}

/** What is chosen, with its pictures, each with a button that takes it out again. */
export function PickedList({ items, onRemove }: PickedListProps) {
  if (items.length === 0) return null;
  return (
    <ul className="picked-list">
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
          <Button
            icon={XIcon}
            variant="tertiary"
            accessibilityLabel={texts.picker.remove(item.title)}
            onClick={() => onRemove(item)}
          />
        </li>
      ))}
    </ul>
  );
}
