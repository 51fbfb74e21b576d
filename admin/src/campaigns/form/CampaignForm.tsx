import type { ReactNode } from 'react';
import { texts } from '../../texts.ts';
import { BlockStack, Card, FormLayout, Text, TextField } from '../../ui/polaris.ts';
import { CollectionPicker } from '../picker/CollectionPicker.tsx';
import { ProductPicker } from '../picker/ProductPicker.tsx';
import { AccessFields, type DraftFieldsProps } from './AccessFields.tsx';
import type { CampaignDraft } from './campaign-draft.ts';

type TextName = 'name' | 'description' | 'klaviyoListId' | 'omnisendListId' | 'startsAt' | 'endsAt';

/** Every field of a campaign that can be edited, in cards by topic. */
export function CampaignForm({ draft, errors, onChange, zone }: DraftFieldsProps & { zone: string }) {
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
        <AccessFields {...{ draft, errors, onChange }} />
      </TopicCard>
      <TopicCard title={texts.campaign.window}>
        <FormLayout>
          <FormLayout.Group>
            <TextField {...field('startsAt')} type="datetime-local" />
            <TextField {...field('endsAt')} type="datetime-local" />
          </FormLayout.Group>
          <Text as="p" tone="subdued">
            {texts.campaign.zone(zone)}
          </Text>
        </FormLayout>
      </TopicCard>
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
      <TopicCard title={texts.campaign.lists}>
        <FormLayout>
          <TextField {...field('klaviyoListId')} />
          <TextField {...field('omnisendListId')} helpText={texts.campaign.listsHelp} />
        </FormLayout>
      </TopicCard>
    </BlockStack>
  );
}

function TopicCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {children}
      </BlockStack>
    </Card>
  );
}
