import type { TypedDocumentNode } from '@apollo/client';
import { useChange } from '../../change.ts';
import { type Outcome, settle } from '../../outcome.ts';
import type { credentialInputOf } from './credential-draft.ts';

/** What every mutation of a code or a link answers, under the alias `payload`. */
interface Answer {
  payload: { userErrors: readonly { field?: readonly string[] | null; message: string }[] };
}

/** What is sent of a code; a link has no `code` of its own. */
export type CredentialInput = ReturnType<typeof credentialInputOf>;

/** The API's operations on one sort of credential. */
export interface CredentialMutations {
  create: TypedDocumentNode<Answer, { campaignId: string; input: CredentialInput }>;
  update: TypedDocumentNode<Answer, { id: string; input: CredentialInput }>;
  revoke: TypedDocumentNode<Answer, { id: string }>;
}

// The page tells the first of them elsewhere too: it is read anew as a whole.
const showsIn = ['CampaignPage'];

/** What a merchant does with the access codes or the secret links of a campaign. */
export function useCredentialChanges({ create, update, revoke }: CredentialMutations, campaignId: string) {
  const runCreate = useChange(create, showsIn);
  const runUpdate = useChange(update, showsIn);
  const runRevoke = useChange(revoke, showsIn);
  return {
    create: (input: CredentialInput): Promise<Outcome<unknown>> =>
      settle(async () => (await runCreate({ campaignId, input }))?.payload),
    update: (id: string, input: CredentialInput): Promise<Outcome<unknown>> =>
      settle(async () => (await runUpdate({ id, input }))?.payload),
    revoke: (id: string): Promise<Outcome<unknown>> => settle(async () => (await runRevoke({ id }))?.payload),
  };
}
