import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '../../gql/gql.ts';
import { type Problem, problemOf } from '../../problem.ts';
import type { PreviewPlan } from './preview-scene.ts';
import type { PreviewedGate } from './shown-gate.ts';

const CampaignPreview = graphql(/* GraphQL */ `
  query CampaignPreview(
    $id: ID!
    $input: CampaignUpdateInput!
    $at: DateTime!
    $placesTaken: Int
    $withProducts: Boolean!
  ) {
    campaignPreview(id: $id, input: $input, at: $at, placesTaken: $placesTaken) {
      gate {
        id
        name
        description
        accessType
        status
        startsAt
        endsAt
        shopName
        hasWaitingList
        showsEmailFirst
        consentText
        accentColor
        texts {
          name
          text
        }
        serverTime
      }
      entries {
        way
        verdict
        expiresAt
        confirmBy
      }
      products @include(if: $withProducts) {
        id
        title
        url
        image {
          url
          altText
        }
        price {
          amount
          currencyCode
        }
        compareAtPrice {
          amount
          currencyCode
        }
        priceVaries
        isAvailable
        variants {
          id
          title
          isAvailable
          cartUrl
        }
      }
    }
  }
`);

/** Long enough for the next letter, short enough to seem at once. */
const typingPauseMs = 200;

/** What the API said last, and for which plan; what is asked anew stays until the answer has come. */
interface Preview {
  gate?: PreviewedGate;
  plan?: PreviewPlan;
  problem?: Problem;
}

/** Has the API show the campaign as planned, a moment after the last change. The newest plan wins. */
export function usePreview(id: string, plan: PreviewPlan) {
  const client = useApolloClient();
  const [preview, setPreview] = useState<Preview>({});
  const [tries, setTries] = useState(0);
  const { input, at, placesTaken } = plan;
  // The products are read where somebody may come in; they are of no use to a closed gate.
  const variables = { id, input, at, placesTaken, withProducts: plan.act === 'enter' || plan.act === 'look' };
  const asked = JSON.stringify([variables, plan.act, plan.way]);

  // `asked` says all that is asked, and is compared by what it says.
  useEffect(() => {
    let isWanted = true;
    const ask = async (): Promise<void> => {
      try {
        // Not kept: every draft of a campaign has the same id.
        const { data } = await client.query({ query: CampaignPreview, variables, fetchPolicy: 'no-cache' });
        const shown = data?.campaignPreview;
        if (isWanted && shown) setPreview({ gate: { ...shown, products: shown.products ?? [] }, plan });
      } catch (error) {
        if (isWanted) setPreview((before) => ({ ...before, problem: problemOf(error) }));
      }
    };
    const timer = setTimeout(ask, typingPauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [client, asked, tries]);

  return { ...preview, retry: () => setTries((before) => before + 1) };
}
