import type { MenuActionDescriptor, PageProps } from '@shopify/polaris';
import { useBreakpoints } from '@shopify/polaris';
import { Button, InlineStack } from './polaris.ts';

/** What a page's further buttons do. */
export type PageAction = Pick<MenuActionDescriptor, 'onAction' | 'url'> & { content: string };

/**
 * A page's further buttons: beside its title where there is room, else in Polaris' menu. Polaris would measure them first, and the page would
 * move while it does.
 */
export function usePageActions(actions: readonly PageAction[]): PageProps['secondaryActions'] {
  const { lgUp } = useBreakpoints();
  if (!lgUp) return actions.map((action) => ({ ...action }));
  return (
    <InlineStack gap="200" wrap={false}>
      {actions.map(({ content, url, onAction }) => (
        <Button key={content} {...(url && { url })} {...(onAction && { onClick: () => onAction() })}>
          {content}
        </Button>
      ))}
    </InlineStack>
  );
}
