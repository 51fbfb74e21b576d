import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { shareTexts } from '../../texts/share-texts.ts';
import { CopyField } from '../../ui/CopyField.tsx';
import { BlockStack, Text } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import { fieldIds } from '../form/field-ids.ts';
import { EmbedSnippets } from './EmbedSnippets.tsx';
import { InstallationTest } from './InstallationTest.tsx';
import { QrButton } from './QrButton.tsx';
import { SecretLinks } from './SecretLinks.tsx';

const CampaignShare_campaign = graphql(/* GraphQL */ `
  fragment CampaignShare_campaign on EarlyAccessCampaign {
    id
    name
    secretLink
    hostedPageUrl
    themePageUrl
    ...SecretLinks_campaign
    ...EmbedSnippets_campaign
  }
`);

const words = shareTexts.share;

interface CampaignShareProps {
  campaign: FragmentType<typeof CampaignShare_campaign>;
  zone: string;
}

/** Everything that leads people to the campaign: its addresses, its links, and its gate on pages of the merchant's. */
export function CampaignShare({ campaign: masked, zone }: CampaignShareProps) {
  const campaign = readFragment(CampaignShare_campaign, masked);
  const { id, name, secretLink, hostedPageUrl, themePageUrl } = campaign;
  return (
    <BlockStack gap="400">
      <TopicCard title={words.title}>
        {themePageUrl && (
          <Address label={words.themePage} value={themePageUrl} helpText={words.themePageHelp} name={name} />
        )}
        {hostedPageUrl && (
          <Address label={words.hostedPage} value={hostedPageUrl} helpText={words.hostedPageHelp} name={name} />
        )}
        {!secretLink && <Text as="p">{words.noLink}</Text>}
        {secretLink && <CopyField label={words.secretLink} value={secretLink} helpText={words.secretLinkHelp} />}
      </TopicCard>
      <div id={fieldIds.links} tabIndex={-1} className="page-focus">
        <SecretLinks {...{ campaign, zone }} />
      </div>
      <EmbedSnippets campaign={campaign} />
      <InstallationTest campaignId={id} />
    </BlockStack>
  );
}

interface AddressProps {
  label: string;
  value: string;
  helpText: string;
  /** The campaign's, for the file of the QR code. */
  name: string;
}

function Address({ label, value, helpText, name }: AddressProps) {
  const code = <QrButton name={`${name}, ${label}`} address={value} />;
  return <CopyField {...{ label, value, helpText }} openUrl={value} actions={code} />;
}
