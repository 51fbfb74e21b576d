import { useState } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { CampaignDetails_CampaignFragment } from '../../gql/graphql.ts';
import { noErrors, type Outcome } from '../../outcome.ts';
import { texts } from '../../texts.ts';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { BlockStack, Page } from '../../ui/polaris.ts';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import { CampaignStatusBadge } from '../CampaignStatusBadge.tsx';
import { CampaignForm } from '../form/CampaignForm.tsx';
import { type CampaignDraft, draftOf, saysTheSame } from '../form/campaign-draft.ts';
import { useKeptDraft } from '../form/kept-draft.ts';
import { chosenItems } from '../picker/picked-item.ts';
import { CampaignDeletion } from './CampaignDeletion.tsx';
import { CampaignNumbers } from './CampaignNumbers.tsx';
import { CampaignShare } from './CampaignShare.tsx';
import { CampaignSignups } from './CampaignSignups.tsx';
import { useCampaignActivation } from './useCampaignActivation.ts';
import { useCampaignSave } from './useCampaignSave.ts';

const CampaignDetails_campaign = graphql(/* GraphQL */ `
  fragment CampaignDetails_campaign on EarlyAccessCampaign {
    id
    name
    description
    isActive
    status
    accessType
    password
    klaviyoListId
    omnisendListId
    startsAt
    endsAt
    productIds
    collectionIds
    products {
      id
      title
      imageUrl
    }
    collections {
      id
      title
      imageUrl
    }
    ...CampaignNumbers_campaign
    ...CampaignShare_campaign
    ...CampaignDeletion_campaign
  }
`);

interface CampaignDetailsProps {
  campaign: FragmentType<typeof CampaignDetails_campaign>;
  /** The shop's time zone, such as `Europe/Berlin`. */
  zone: string;
}

function savedDraft(campaign: CampaignDetails_CampaignFragment, zone: string): CampaignDraft {
  const { productIds, products, collectionIds, collections } = campaign;
  const chosen = {
    products: chosenItems(productIds, products, texts.picker.products.gone),
    collections: chosenItems(collectionIds, collections, texts.picker.collections.gone),
  };
  return draftOf(campaign, chosen, zone);
}

/** A campaign that has arrived; what is typed stays until it is saved or discarded, whatever arrives meanwhile. */
export function CampaignDetails({ campaign: masked, zone }: CampaignDetailsProps) {
  const campaign = readFragment(CampaignDetails_campaign, masked);
  const saved = savedDraft(campaign, zone);
  const [edited, edit] = useKeptDraft(campaign.id);
  const [outcome, setOutcome] = useState<Outcome<unknown>>();
  const { save, isSaving } = useCampaignSave(campaign.id);
  const activation = useCampaignActivation(campaign.id);
  const showToast = useToast();

  const draft = edited ?? saved;
  // Typing something back to what is saved leaves nothing to save.
  const change = (next: CampaignDraft): void => edit(saysTheSame(next, saved) ? undefined : next);
  const discard = (): void => {
    edit(undefined);
    setOutcome(undefined);
  };
  const saveDraft = async (): Promise<void> => {
    const ended = await save(draft, zone);
    setOutcome(ended);
    if (ended.kind !== 'done') return window.scrollTo({ top: 0 });
    edit(undefined);
    showToast({ content: texts.campaign.saved });
  };

  return (
    <Page
      title={campaign.name}
      titleMetadata={<CampaignStatusBadge status={campaign.status} />}
      backAction={{ content: texts.campaigns.title, url: '/campaigns' }}
      primaryAction={{
        content: campaign.isActive ? texts.campaign.pause : texts.campaign.activate,
        loading: activation.isChanging,
        onAction: campaign.isActive ? activation.pause : activation.activate,
      }}
    >
      {edited && <SaveBar isSaving={isSaving} onSave={saveDraft} onDiscard={discard} />}
      <BlockStack gap="400">
        <FormErrors outcome={outcome} />
        <CampaignNumbers campaign={campaign} />
        <CampaignShare campaign={campaign} />
        <CampaignForm
          draft={draft}
          errors={outcome?.kind === 'refused' ? outcome.errors : noErrors}
          onChange={(part) => change({ ...draft, ...part })}
          zone={zone}
        />
        <CampaignSignups campaignId={campaign.id} zone={zone} />
        <CampaignDeletion campaign={campaign} />
      </BlockStack>
    </Page>
  );
}
