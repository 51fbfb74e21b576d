import { texts } from '../../texts/texts.ts';
import { Checkbox, FormLayout, TextField } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import type { DraftFieldsProps } from './AccessFields.tsx';

const words = texts.inShop;

/** What the campaign asks of the Shopify shop: to hide its products, and to sell them to people with access only. */
export function ShopFields({ draft, errors: { byField }, onChange }: DraftFieldsProps) {
  return (
    <TopicCard title={words.title}>
      <FormLayout>
        <Checkbox
          label={words.hidesProducts}
          helpText={words.hidesProductsHelp}
          checked={draft.hidesProducts}
          onChange={(hidesProducts) => onChange({ hidesProducts })}
        />
        <Checkbox
          label={words.enforces}
          helpText={words.enforcesHelp}
          checked={draft.enforcesAtCheckout}
          onChange={(enforcesAtCheckout) => onChange({ enforcesAtCheckout })}
        />
        {draft.enforcesAtCheckout && (
          <>
            <TextField
              type="integer"
              label={words.pieces}
              helpText={words.piecesHelp}
              value={draft.mostPiecesPerOrder}
              onChange={(mostPiecesPerOrder) => onChange({ mostPiecesPerOrder })}
              min={1}
              inputMode="numeric"
              autoComplete="off"
              {...(byField.mostPiecesPerOrder && { error: byField.mostPiecesPerOrder })}
            />
            <TextField
              label={words.message}
              helpText={words.messageHelp}
              value={draft.checkoutMessage}
              onChange={(checkoutMessage) => onChange({ checkoutMessage })}
              maxLength={200}
              showCharacterCount
              multiline={2}
              autoComplete="off"
              {...(byField.checkoutMessage && { error: byField.checkoutMessage })}
            />
          </>
        )}
      </FormLayout>
    </TopicCard>
  );
}
