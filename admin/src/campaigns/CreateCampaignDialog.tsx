import { type FormEvent, type MutableRefObject, useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { noErrors, type Outcome } from '../outcome.ts';
import { campaignListTexts } from '../texts/campaign-list-texts.ts';
import { texts } from '../texts/texts.ts';
import { useAfterPaint } from '../ui/after-paint.ts';
import { useToast } from '../ui/bridge/Toasts.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { FormErrors } from '../ui/FormErrors.tsx';
import { focusFirstFault } from '../ui/first-fault.ts';
import { Modal } from '../ui/Modal.tsx';
import { BlockStack, TextField } from '../ui/polaris.ts';
import { AccessChoice } from './AccessChoice.tsx';
import { type CampaignDraft, emptyDraft } from './form/campaign-draft.ts';
import { CollectionPicker } from './picker/CollectionPicker.tsx';
import { ProductPicker } from './picker/ProductPicker.tsx';
import type { PickedItem } from './picker/picked-item.ts';
import { useCampaignCreate } from './useCampaignCreate.ts';

const words = campaignListTexts.create;

interface CreateCampaignDialogProps {
  /** What was typed before, if the dialog was open already, and what is typed now. */
  kept: MutableRefObject<CampaignDraft | undefined>;
  onClose(): void;
}

/** The create-campaign modal: the least a campaign needs. It saves a draft; everything else is on the page it leads to. */
export function CreateCampaignDialog({ kept, onClose }: CreateCampaignDialogProps) {
  const [draft, setDraft] = useState(kept.current ?? emptyDraft);
  const [outcome, setOutcome] = useState<Outcome<unknown>>();
  const { create, isCreating } = useCampaignCreate();
  // Who types the name at once does not wait for them.
  const hasPickers = useAfterPaint(true, false);
  const navigate = useNavigate();
  const showToast = useToast();

  useEffect(() => {
    kept.current = draft;
  }, [kept, draft]);
  const change = (part: Partial<CampaignDraft>): void => setDraft((before) => ({ ...before, ...part }));
  // The pickers are not drawn anew for each letter of a name.
  const pickProducts = useCallback((products: PickedItem[]) => setDraft((before) => ({ ...before, products })), []);
  const pickCollections = useCallback(
    (collections: PickedItem[]) => setDraft((before) => ({ ...before, collections })),
    [],
  );
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
        <BlockStack gap="400">
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
            </BlockStack>
            <button type="submit" hidden />
          </form>
          {/* Outside of the form: Enter in their searches and at their boxes chooses, and makes no campaign. */}
          {hasPickers && <ProductPicker chosen={draft.products} error={productIds} onChange={pickProducts} />}
          <Disclosure show={words.collections} hide={words.hideCollections}>
            <CollectionPicker chosen={draft.collections} error={collectionIds} onChange={pickCollections} />
          </Disclosure>
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
