import type { UnlistingProblem } from '../../gql/graphql.ts';
import { texts } from '../../texts/texts.ts';
import { Banner, BlockStack, Text } from '../../ui/polaris.ts';

interface HidingTroubleProps {
  problem?: UnlistingProblem | null;
  problemDetail?: string | null;
  failures: readonly { productId: string; detail: string }[];
}

const words = texts.hiding;

/** Why products are not hidden or put back for now; nothing where all is well. */
export function HidingTrouble({ problem, problemDetail, failures }: HidingTroubleProps) {
  return (
    <>
      {problem && (
        <Banner tone="warning" title={words.problemTitle}>
          <BlockStack gap="100">
            <Text as="p">
              {words.problem[problem]} {words.again}
            </Text>
            {problemDetail && (
              <Text as="p" tone="subdued">
                {problemDetail}
              </Text>
            )}
          </BlockStack>
        </Banner>
      )}
      {failures.length > 0 && (
        <Banner tone="warning" title={words.failuresTitle}>
          <ul className="plain-list">
            {failures.map(({ productId, detail }) => (
              <li key={productId}>{words.failure(productId, detail)}</li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}
