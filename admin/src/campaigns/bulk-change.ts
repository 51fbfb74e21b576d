import type { ApolloClient } from '@apollo/client';
import { graphql } from '../gql/gql.ts';
import { type Outcome, settle } from '../outcome.ts';
import { refusalOf } from '../ui/refusal.ts';
import { CampaignActivate, CampaignPause } from './activation.operation.ts';
import type { CampaignRow } from './campaign-row.ts';

const CampaignBulkDuplicate = graphql(/* GraphQL */ `
  mutation CampaignBulkDuplicate($id: ID!) {
    campaignDuplicate(id: $id) {
      campaign {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`);

const CampaignBulkDelete = graphql(/* GraphQL */ `
  mutation CampaignBulkDelete($id: ID!) {
    campaignDelete(id: $id) {
      deletedCampaignId
      userErrors {
        field
        message
        code
      }
    }
  }
`);

/** What can be done to several campaigns at once. */
export type BulkChange = 'activate' | 'pause' | 'duplicate' | 'remove';

/** What a change is done to. */
export type BulkCampaign = Pick<CampaignRow, 'id' | 'name' | 'isActive'>;

/** What came of it: each campaign is done or refused. */
export interface BulkReport {
  readonly change: BulkChange;
  readonly done: readonly BulkCampaign[];
  readonly refused: readonly { readonly campaign: BulkCampaign; readonly why: string }[];
  /** Those of the done whose window is over: activated, and closed all the same. */
  readonly over: readonly BulkCampaign[];
}

/** What came of it for one campaign. */
interface Ended {
  /** Why it was not done; undefined: it was. */
  readonly why: string | undefined;
  readonly isOver: boolean;
}

/** Each campaign is one request; this many are under way together, so that a long list leaves the server room for others. */
const atOnce = 4;

/** Does one thing to each of several campaigns. What is refused or fails keeps none of the others from being done. */
export async function changeAll(
  client: ApolloClient,
  { change, campaigns }: { change: BulkChange; campaigns: readonly BulkCampaign[] },
  onProgress: (done: number) => void,
): Promise<BulkReport> {
  const ended: (Ended & { campaign: BulkCampaign })[] = [];
  for (let begin = 0; begin < campaigns.length; begin += atOnce) {
    onProgress(begin);
    const together = campaigns.slice(begin, begin + atOnce).map(async (campaign) => {
      return { campaign, ...(await changeOne[change](client, { id: campaign.id })) };
    });
    ended.push(...(await Promise.all(together)));
  }
  return {
    change,
    done: ended.filter(({ why }) => why === undefined).map(({ campaign }) => campaign),
    refused: ended.flatMap(({ campaign, why }) => (why === undefined ? [] : [{ campaign, why }])),
    over: ended.filter(({ isOver }) => isOver).map(({ campaign }) => campaign),
  };
}

type ChangeOne = (client: ApolloClient, variables: { id: string }) => Promise<Ended>;

const changeOne: Readonly<Record<BulkChange, ChangeOne>> = {
  activate: async (client, variables) => {
    const outcome = await settle(async () => {
      return (await client.mutate({ mutation: CampaignActivate, variables })).data?.campaignActivate;
    });
    const isOver = outcome.kind === 'done' && outcome.payload.campaign?.status === 'ENDED';
    return { why: refusalOf(outcome), isOver };
  },
  pause: async (client, variables) =>
    plain(await settle(async () => (await client.mutate({ mutation: CampaignPause, variables })).data?.campaignPause)),
  duplicate: async (client, variables) =>
    plain(
      await settle(async () => {
        return (await client.mutate({ mutation: CampaignBulkDuplicate, variables })).data?.campaignDuplicate;
      }),
    ),
  remove: async (client, variables) =>
    plain(
      await settle(async () => (await client.mutate({ mutation: CampaignBulkDelete, variables })).data?.campaignDelete),
    ),
};

function plain(outcome: Outcome<unknown>): Ended {
  return { why: refusalOf(outcome), isOver: false };
}
