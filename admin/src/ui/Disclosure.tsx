import { type ReactNode, useId, useState } from 'react';
import { useAfterPaint } from './after-paint.ts';
import { BlockStack, Button, Collapsible, InlineStack } from './polaris.ts';

interface DisclosureProps {
  /** What the button says while the rest is hidden, and while it is shown. */
  show: string;
  hide: string;
  children: ReactNode;
}

/** Something that most visits to a page don't need, behind a button that answers at once. It is made when it is first asked for. */
export function Disclosure({ show, hide, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
  const isShown = useAfterPaint(isOpen, false);
  const id = useId();
  return (
    <BlockStack gap="300">
      <InlineStack>
        <Button
          disclosure={isOpen ? 'up' : 'down'}
          ariaExpanded={isOpen}
          ariaControls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? hide : show}
        </Button>
      </InlineStack>
      {/* At once: on a slow machine what slides moves the page long after the press. */}
      <Collapsible id={id} open={isShown} transition={false}>
        {isShown && children}
      </Collapsible>
    </BlockStack>
  );
}
