import type { OptIn } from '../../gql/graphql.ts';
import { texts } from '../../texts/texts.ts';
import { Badge, InlineStack, Text } from '../../ui/polaris.ts';

/** A list of Klaviyo's; `optIn` null where Klaviyo did not say. */
export interface KlaviyoList {
  id: string;
  name: string;
  optIn?: OptIn | null;
}

/** A list's name, with the badge that says how people join it. */
export function ListName({ list: { name, optIn } }: { list: KlaviyoList }) {
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span" fontWeight="semibold">
        {name}
      </Text>
      {optIn && <Badge tone={optIn === 'DOUBLE' ? 'info' : 'new'}>{texts.audiences.optIn[optIn]}</Badge>}
    </InlineStack>
  );
}
