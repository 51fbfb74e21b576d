import { useState } from 'react';
import { ConnectionAlerts } from '../../connections/ConnectionAlerts.tsx';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import type { CampaignDetails_CampaignFragment } from '../../gql/graphql.ts';
import { noErrors } from '../../outcome.ts';
import { detailsTexts } from '../../texts/details-texts.ts';
import { pickerTexts } from '../../texts/picker-texts.ts';
import { texts } from '../../texts/texts.ts';
import { whyTexts } from '../../texts/why-texts.ts';
import { SaveBar } from '../../ui/bridge/SaveBar.tsx';
import { FormErrors } from '../../ui/FormErrors.tsx';
import { usePageActions } from '../../ui/page-actions.tsx';
import { BlockStack, Page } from '../../ui/polaris.ts';
import { CampaignAudiences } from '../audiences/CampaignAudiences.tsx';
import { CampaignForm } from '../form/CampaignForm.tsx';
import { asksForPassword, type CampaignDraft, draftOf } from '../form/campaign-draft.ts';
import { useFieldInAddress } from '../form/field-ids.ts';
import { CampaignGuests } from '../guests/CampaignGuests.tsx';
import { PeopleWithAccess } from '../passes/PeopleWithAccess.tsx';
import { chosenItems } from '../picker/picked-item.ts';
import { WithPreview } from '../preview/WithPreview.tsx';
import { CampaignShare } from '../share/CampaignShare.tsx';
import { CampaignInShop } from '../shop/CampaignInShop.tsx';
import { ProductWarnings } from '../shop/ProductWarnings.tsx';
import { CampaignSync } from '../sync/CampaignSync.tsx';
import { ArchiveBanner, CampaignArchiving } from './CampaignArchiving.tsx';
import { CampaignCredentials } from './CampaignCredentials.tsx';
import { CampaignDeletion } from './CampaignDeletion.tsx';
import { CampaignDuplication } from './CampaignDuplication.tsx';
import { CampaignNumbers } from './CampaignNumbers.tsx';
import { CampaignSignups } from './CampaignSignups.tsx';
import { CampaignStanding } from './CampaignStanding.tsx';
import { useCampaignActivation } from './useCampaignActivation.ts';
import { useCampaignArchive } from './useCampaignArchive.ts';
import { useCampaignEdit } from './useCampaignEdit.ts';

const CampaignDetails_campaign = graphql(/* GraphQL */ `
  fragment CampaignDetails_campaign on EarlyAccessCampaign {
    id
    name
    description
    isActive
    status
    archivedAt
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
    capacity
    totalPasses
    trustLevel
    confirmWithinMinutes
    isGuestListOnly
    hasWaitingList
    showsEmailFirst
    consentText
    accentColor
    pictureUrl
    hidesProducts
    enforcesAtCheckout
    mostPiecesPerOrder
    checkoutMessage
    unlisting {
      state
    }
    texts {
      name
      text
    }
    ...CampaignNumbers_campaign
    ...CampaignShare_campaign
    ...AccessCodes_campaign
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
    products: chosenItems(productIds, products, pickerTexts.products.gone),
    collections: chosenItems(collectionIds, collections, pickerTexts.collections.gone),
  };
  return draftOf(campaign, chosen, zone);
}

/** A campaign that has arrived; what is typed stays until it is saved or discarded, whatever arrives meanwhile. */
export function CampaignDetails({ campaign: masked, zone }: CampaignDetailsProps) {
  const campaign = readFragment(CampaignDetails_campaign, masked);
  const { draft, change, problems, bar, outcome } = useCampaignEdit(campaign.id, savedDraft(campaign, zone), zone);
  const activation = useCampaignActivation(campaign.id);
  const archive = useCampaignArchive(campaign.id);
  const [isDuplicating, setDuplicating] = useState(false);
  useFieldInAddress();
  const actions = usePageActions([
    { content: texts.live.action, url: `/campaigns/${campaign.id}/live-view` },
    { content: texts.analytics.action, url: `/campaigns/${campaign.id}/analytics` },
    { content: whyTexts.action, url: `/campaigns/${campaign.id}/why` },
    { content: detailsTexts.duplicate.action, onAction: () => setDuplicating(true) },
  ]);

  const errors = outcome?.kind === 'refused' ? outcome.errors : noErrors;
  const campaignId = campaign.id;
  const isInShopify = Boolean(campaign.unlisting);
  const { status, archivedAt, hidesProducts, enforcesAtCheckout, productIds, collectionIds } = campaign;
  // A new status shows before the API has it: what follows from it is asked for once it has.
  const rules = [activation.isChanging, status, hidesProducts, enforcesAtCheckout];
  const occasion = JSON.stringify([...rules, productIds, collectionIds]);
  return (
    <Page
      title={campaign.name}
      titleMetadata={<CampaignStanding status={campaign.status} isArchived={Boolean(archivedAt)} />}
      fullWidth
      backAction={{ content: texts.campaigns.title, url: '/campaigns' }}
      primaryAction={{
        content: campaign.isActive ? texts.campaign.pause : texts.campaign.activate,
        loading: activation.isChanging,
        onAction: campaign.isActive ? activation.pause : activation.activate,
      }}
      secondaryActions={actions}
    >
      {bar && <SaveBar {...bar} />}
      <BlockStack gap="400">
        <WithPreview {...{ campaignId, draft, zone }} isActive={campaign.isActive}>
          <BlockStack gap="400">
            {archivedAt && <ArchiveBanner {...{ archive, zone }} since={archivedAt} />}
            <ConnectionAlerts zone={zone} />
            <FormErrors outcome={outcome} />
            {isInShopify && <ProductWarnings campaignId={campaignId} />}
            <CampaignNumbers campaign={campaign} />
            {isInShopify && <CampaignInShop {...{ campaignId, zone, occasion }} />}
            <CampaignShare {...{ campaign, zone }} />
            <CampaignForm
              {...{ draft, zone, isInShopify }}
              errors={{ ...errors, byField: { ...errors.byField, ...problems } }}
              onChange={change}
              totalPasses={campaign.totalPasses}
              credentials={<CampaignCredentials {...{ campaign, zone }} hasCodes={asksForPassword(draft.accessType)} />}
              guests={<CampaignGuests {...{ campaignId, zone, draft }} onChange={change} />}
              audiences={<CampaignAudiences {...{ campaignId, draft }} errors={errors} onChange={change} />}
            />
          </BlockStack>
        </WithPreview>
        <PeopleWithAccess {...{ campaignId, zone }} />
        <CampaignSync {...{ campaignId, zone }} />
        <CampaignSignups {...{ campaignId, zone }} />
        {!archivedAt && <CampaignArchiving archive={archive} />}
        <CampaignDeletion campaign={campaign} />
      </BlockStack>
      {isDuplicating && <CampaignDuplication {...{ campaignId }} onClose={() => setDuplicating(false)} />}
    </Page>
  );
}
