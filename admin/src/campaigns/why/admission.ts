import { graphql } from '../../gql/gql.ts';
import type { CampaignAdmissionQuery, GateRule } from '../../gql/graphql.ts';

/** Asked by POST, as everything is here, and kept nowhere: what is presented is a secret or a person. */
export const CampaignAdmissionDocument = graphql(/* GraphQL */ `
  query CampaignAdmission($id: ID!, $presented: String!) {
    campaign(id: $id) {
      id
      startsAt
      archivedAt
    }
    campaignAdmission(campaignId: $id, presented: $presented) {
      kind
      verdict
      status
      steps {
        rule
        holds
      }
      accessCode {
        id
        name
        maxUses
        totalUses
        expiresAt
        revokedAt
      }
      secretLink {
        id
        name
        maxUses
        totalUses
        expiresAt
        revokedAt
      }
      signup {
        id
        createdAt
        acceptsMarketing
      }
      accessPass {
        id
        issuedAt
        expiresAt
        revokedAt
        isRevoked
      }
      isGuest
      isWaiting
      elsewhere {
        id
        name
      }
    }
  }
`);

/** Whether somebody gets in, why, and what was asked. */
export type Admission = NonNullable<CampaignAdmissionQuery['campaignAdmission']>;

/** An answer, with what of its campaign its help depends on. */
export interface Explained {
  admission: Admission;
  startsAt: string | null;
  isArchived: boolean;
  /** As it was typed. */
  presented: string;
}

/** The rule that keeps them out; undefined where none does. */
export function obstacleIn({ steps }: Admission): GateRule | undefined {
  return steps.find(({ holds }) => !holds)?.rule;
}
