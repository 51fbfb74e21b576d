import type { ReactNode } from 'react';
import { Text } from './polaris.ts';

/** A number under its name. */
export function BigNumber({ name, value, help }: { name: string; value: ReactNode; help?: string }) {
  return (
    <div>
      <dt>
        <Text as="span" fontWeight="medium">
          {name}
        </Text>
      </dt>
      <dd>
        <Text as="span" variant="headingXl" numeric>
          {value}
        </Text>
        {help && (
          <Text as="p" tone="subdued">
            {help}
          </Text>
        )}
      </dd>
    </div>
  );
}
