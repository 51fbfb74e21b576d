import type { ReactNode } from 'react';
import { texts } from '../../texts/texts.ts';
import { BlockStack, FormLayout, TextField } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import { CollectionPicker } from '../picker/CollectionPicker.tsx';
import { ProductPicker } from '../picker/ProductPicker.tsx';
import { AccessFields, type DraftFieldsProps } from './AccessFields.tsx';
import { asksForEmail, type CampaignDraft } from './campaign-draft.ts';
import { EmailGateFields } from './EmailGateFields.tsx';
import { LookFields } from './LookFields.tsx';
import { PlacesFields } from './PlacesFields.tsx';
import { ShopFields } from './ShopFields.tsx';
import { WindowFields } from './WindowFields.tsx';

type TextName = 'name' | 'description';

interface CampaignFormProps extends DraftFieldsProps {
  zone: string;
  /** How many places are taken. */
  totalPasses: number;
  /** The lists that belong to how visitors get in: codes and links. */
  credentials: ReactNode;
  /** The lists that belong to the e-mail gate. */
  guests: ReactNode;
  /** Whether there is a Shopify shop in which products can be hidden and orders refused. */
  isInShopify: boolean;
  /** Where sign-ups go. */
  audiences: ReactNode;
}

/** Every field of a campaign that can be edited, in cards by topic. */
export function CampaignForm(props: CampaignFormProps) {
  const { zone, totalPasses, credentials, guests, isInShopify, audiences, ...fields } = props;
  const { draft, errors, onChange } = fields;
  const { byField } = errors;
  const field = (name: TextName) => ({
    label: texts.campaign[name],
    value: draft[name],
    onChange: (value: string) => onChange({ [name]: value } as Partial<CampaignDraft>),
    autoComplete: 'off',
    ...(byField[name] && { error: byField[name] }),
  });

  return (
    <BlockStack gap="400">
      <TopicCard title={texts.campaign.details}>
        <FormLayout>
          <TextField {...field('name')} requiredIndicator />
          <TextField {...field('description')} multiline={3} helpText={texts.campaign.descriptionHelp} />
        </FormLayout>
        <AccessFields {...fields} />
      </TopicCard>
      <WindowFields {...fields} zone={zone} />
      <PlacesFields {...fields} totalPasses={totalPasses} />
      <TopicCard title={texts.campaign.products}>
        <ProductPicker
          chosen={draft.products}
          error={byField.productIds}
          onChange={(products) => onChange({ products })}
        />
        <CollectionPicker
          chosen={draft.collections}
          error={byField.collectionIds}
          onChange={(collections) => onChange({ collections })}
        />
      </TopicCard>
      {isInShopify && <ShopFields {...fields} />}
      {credentials}
      {asksForEmail(draft.accessType) && <EmailGateFields {...fields} />}
      {guests}
      <LookFields {...fields} />
      {audiences}
    </BlockStack>
  );
}
