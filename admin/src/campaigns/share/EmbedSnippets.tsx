import { useState } from 'react';
import { type FragmentType, readFragment } from '../../gql/fragment-masking.ts';
import { graphql } from '../../gql/gql.ts';
import { shareTexts } from '../../texts/share-texts.ts';
import { CopyField } from '../../ui/CopyField.tsx';
import { ChoiceList } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';

const EmbedSnippets_campaign = graphql(/* GraphQL */ `
  fragment EmbedSnippets_campaign on EarlyAccessCampaign {
    embedSnippet
    pinnedSnippet
    contentSecurityPolicy
  }
`);

const words = shareTexts.embed;

type Form = keyof typeof words.forms;

const forms: readonly Form[] = ['plain', 'pinned', 'strict'];

/** The campaign's gate for a page of the merchant's, in the form that suits the page. */
export function EmbedSnippets({ campaign }: { campaign: FragmentType<typeof EmbedSnippets_campaign> }) {
  const { embedSnippet, pinnedSnippet, contentSecurityPolicy } = readFragment(EmbedSnippets_campaign, campaign);
  const [form, choose] = useState<Form>('plain');
  const offered = forms.filter((one) => one !== 'pinned' || pinnedSnippet);
  const snippet = form === 'plain' ? embedSnippet : (pinnedSnippet ?? embedSnippet);
  return (
    <TopicCard title={words.title} help={words.help}>
      <ChoiceList
        title={words.form}
        choices={offered.map((one) => ({ label: words.forms[one].name, helpText: words.forms[one].help, value: one }))}
        selected={[form]}
        onChange={([chosen]) => choose(forms.find((one) => one === chosen) ?? 'plain')}
      />
      <CopyField label={words.snippet} value={snippet} isMultiline />
      {form === 'strict' && (
        <CopyField label={words.policy} value={contentSecurityPolicy} helpText={words.policyHelp} isMultiline />
      )}
    </TopicCard>
  );
}
