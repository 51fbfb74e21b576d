import { type ReactNode, useId, useState } from 'react';
import { BlockStack, Button, Collapsible, InlineStack } from './polaris.ts';

interface DisclosureProps {
  /** What the button says while the rest is hidden, and while it is shown. */
  show: string;
  hide: string;
  children: ReactNode;
}

/** Something that most visits to a page don't need, behind a button. It is made when it is first asked for. */
export function Disclosure({ show, hide, children }: DisclosureProps) {
  const [isOpen, setOpen] = useState(false);
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
      <Collapsible id={id} open={isOpen}>
        {isOpen && children}
      </Collapsible>
    </BlockStack>
  );
}
