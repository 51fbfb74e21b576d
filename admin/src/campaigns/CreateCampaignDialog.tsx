import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { noErrors, type Outcome } from '../outcome.ts';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { texts } from '../texts/texts.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { FormErrors } from '../ui/FormErrors.tsx';
import { focusFirstFault } from '../ui/first-fault.ts';
import { BlockStack, Modal, TextField } from '../ui/polaris.ts';
import { AccessChoice } from './AccessChoice.tsx';
import { type CampaignDraft, emptyDraft } from './form/campaign-draft.ts';
import { CollectionPicker } from './picker/CollectionPicker.tsx';
import { ProductPicker } from './picker/ProductPicker.tsx';
import { useCampaignCreate } from './useCampaignCreate.ts';

const words = campaignListTexts.create;

interface CreateCampaignDialogProps {
  /** What was typed before, if the dialog was open already. */
  kept: CampaignDraft | undefined;
  onChange(draft: CampaignDraft): void;
  onClose(): void;
}

/** The create-campaign modal: the least a campaign needs. It saves a draft; everything else is on the page it leads to. */
export function CreateCampaignDialog({ kept: draft = emptyDraft, onChange, onClose }: CreateCampaignDialogProps) {
  const [outcome, setOutcome] = useState<Outcome<unknown>>();
  const { create, isCreating } = useCampaignCreate();
  const navigate = useNavigate();
  const showToast = useToast();

  const change = (part: Partial<CampaignDraft>): void => onChange({ ...draft, ...part });
  const save = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (isCreating) return;
    const ended = await create(draft);
    setOutcome(ended);
    if (ended.kind === 'refused') focusFirstFault();
    if (ended.kind !== 'done' || !ended.payload.campaign) return;
    showToast({ content: words.created });
    navigate(`/campaigns/${ended.payload.campaign.id}`);
  };

  const errors = outcome?.kind === 'refused' ? outcome.errors : noErrors;
  const { name: nameError, productIds, collectionIds } = errors.byField;
  return (
    <Modal
      open
      onClose={onClose}
      title={texts.campaigns.create}
      primaryAction={{ content: words.save, onAction: save, loading: isCreating }}
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
              {...(nameError && { error: nameError })}
            />
            <AccessChoice draft={draft} errors={errors} onChange={change} />
            <ProductPicker chosen={draft.products} error={productIds} onChange={(products) => change({ products })} />
            <Disclosure show={words.collections} hide={words.hideCollections}>
              <CollectionPicker
                chosen={draft.collections}
                error={collectionIds}
                onChange={(collections) => change({ collections })}
              />
            </Disclosure>
          </BlockStack>
          <button type="submit" hidden />
        </form>
      </Modal.Section>
    </Modal>
  );
}
