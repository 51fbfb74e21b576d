import { useMutation } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { graphql } from '../gql/gql.ts';
import type { ApiTokenScope } from '../gql/graphql.ts';
import { noErrors, type Outcome, settle } from '../outcome.ts';
import { texts } from '../texts/texts.ts';
import { CopyField } from '../ui/CopyField.tsx';
import { FormErrors } from '../ui/FormErrors.tsx';
import { Modal } from '../ui/Modal.tsx';
import { Banner, BlockStack, ChoiceList, TextField } from '../ui/polaris.ts';

const ApiTokenCreate = graphql(/* GraphQL */ `
  mutation ApiTokenCreate($input: ApiTokenCreateInput!) {
    apiTokenCreate(input: $input) {
      apiToken {
        id
      }
      token
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const scopes = (Object.keys(texts.settings.scope) as ApiTokenScope[]).map((value) => ({
  value,
  label: texts.settings.scope[value],
}));

/** Makes a token and shows it this once. */
export function CreateTokenDialog({ onClose }: { onClose(): void }) {
  // The answer holds the token itself: it must not stay in the cache.
  const [run, { loading }] = useMutation(ApiTokenCreate, { fetchPolicy: 'no-cache', refetchQueries: ['ApiTokens'] });
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<ApiTokenScope[]>(['read_campaigns']);
  const [outcome, setOutcome] = useState<Outcome<{ token?: string | null }>>();

  const save = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault();
    if (loading) return;
    const variables = { input: { name, scopes: chosen } };
    setOutcome(await settle(async () => (await run({ variables })).data?.apiTokenCreate));
  };

  if (outcome?.kind === 'done') return <TokenShownOnce token={outcome.payload.token ?? ''} onClose={onClose} />;
  const { byField } = outcome?.kind === 'refused' ? outcome.errors : noErrors;
  return (
    <Modal
      open
      onClose={onClose}
      title={texts.settings.createToken}
      primaryAction={{ content: texts.common.save, onAction: save, loading }}
      secondaryActions={[{ content: texts.common.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <form onSubmit={save} noValidate>
          <BlockStack gap="400">
            <FormErrors outcome={outcome} />
            <TextField
              label={texts.settings.tokenName}
              helpText={texts.settings.tokenNameHelp}
              value={name}
              onChange={setName}
              autoComplete="off"
              autoFocus
              {...(byField.name && { error: byField.name })}
            />
            <ChoiceList
              title={texts.settings.scopes}
              allowMultiple
              choices={scopes}
              selected={chosen}
              onChange={(selected: ApiTokenScope[]) => setChosen(selected)}
              {...(byField.scopes && { error: byField.scopes })}
            />
          </BlockStack>
          <button type="submit" hidden />
        </form>
      </Modal.Section>
    </Modal>
  );
}

function TokenShownOnce({ token, onClose }: { token: string; onClose(): void }) {
  return (
    <Modal
      open
      onClose={onClose}
      title={texts.settings.shownOnceTitle}
      primaryAction={{ content: texts.settings.done, onAction: onClose }}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <Banner tone="warning">{texts.settings.shownOnce}</Banner>
          <CopyField label={texts.settings.token} value={token} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
