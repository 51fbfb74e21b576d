import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { noErrors, type Outcome } from '../outcome.ts';
import { texts } from '../texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { FormErrors } from '../ui/FormErrors.tsx';
import { BlockStack, Checkbox, Modal, TextField } from '../ui/polaris.ts';
import { AccessFields } from './form/AccessFields.tsx';
import { type CampaignDraft, emptyDraft } from './form/campaign-draft.ts';
import { CollectionPicker } from './picker/CollectionPicker.tsx';
import { ProductPicker } from './picker/ProductPicker.tsx';
import { useCampaignCreate } from './useCampaignCreate.ts';

/** The create-campaign modal: the least a campaign needs; everything else is on the page it leads to. */
export function CreateCampaignDialog({ onClose }: { onClose(): void }) {
  const [draft, setDraft] = useState<CampaignDraft>(emptyDraft);
  const [isActive, setActive] = useState(false);
  const [outcome, setOutcome] = useState<Outcome<unknown>>();
  const { create, isCreating } = useCampaignCreate();
  const navigate = useNavigate();
  const showToast = useToast();

  const change = (part: Partial<CampaignDraft>): void => setDraft((last) => ({ ...last, ...part }));
  const save = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (isCreating) return;
    const ended = await create(draft, isActive);
    setOutcome(ended);
    if (ended.kind !== 'done' || !ended.payload.campaign) return;
    showToast({ content: texts.campaign.created });
    navigate(`/campaigns/${ended.payload.campaign.id}`);
  };

  const errors = outcome?.kind === 'refused' ? outcome.errors : noErrors;
  return (
    <Modal
      open
      onClose={onClose}
      title={texts.campaigns.create}
      primaryAction={{ content: texts.common.save, onAction: save, loading: isCreating }}
      secondaryActions={[{ content: texts.common.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <form onSubmit={save} noValidate>
          <BlockStack gap="400">
            <FormErrors outcome={outcome} />
            <TextField
              label={texts.campaign.name}
              value={draft.name}
              onChange={(name) => change({ name })}
              placeholder={texts.campaign.namePlaceholder}
              autoComplete="off"
              autoFocus
              requiredIndicator
              {...(errors.byField.name && { error: errors.byField.name })}
            />
            <AccessFields draft={draft} errors={errors} onChange={change} />
            <ProductPicker
              chosen={draft.products}
              error={errors.byField.productIds}
              onChange={(products) => change({ products })}
            />
            <CollectionPicker
              chosen={draft.collections}
              error={errors.byField.collectionIds}
              onChange={(collections) => change({ collections })}
            />
            <Checkbox
              label={texts.campaign.activeNow}
              helpText={texts.campaign.activeNowHelp}
              checked={isActive}
              onChange={setActive}
            />
          </BlockStack>
          <button type="submit" hidden />
        </form>
      </Modal.Section>
    </Modal>
  );
}
