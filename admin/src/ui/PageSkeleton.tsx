import { BlockStack, Card, SkeletonBodyText, SkeletonDisplayText, SkeletonPage } from './polaris.ts';

/** A page before its script or its answer is there. */
export function PageSkeleton() {
  return (
    <SkeletonPage primaryAction backAction>
      <BlockStack gap="400">
        {[2, 6, 8].map((lines) => (
          <Card key={lines}>
            <BlockStack gap="400">
              <SkeletonDisplayText size="small" />
              <SkeletonBodyText lines={lines} />
            </BlockStack>
          </Card>
        ))}
      </BlockStack>
    </SkeletonPage>
  );
}
