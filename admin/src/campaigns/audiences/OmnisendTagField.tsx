import { texts } from '../../texts/texts.ts';
import { BlockStack, Button, InlineStack, TextField } from '../../ui/polaris.ts';
import { suggestedTags } from './suggested-tags.ts';

const words = texts.audiences;

interface OmnisendTagFieldProps {
  campaignName: string;
  value: string;
  error?: string | undefined;
  onChange(tag: string): void;
}

/** The tag that sign-ups get at Omnisend, which has no lists. */
export function OmnisendTagField({ campaignName, value, error, onChange }: OmnisendTagFieldProps) {
  const tags = suggestedTags(campaignName).filter((tag) => tag !== value);
  return (
    <BlockStack gap="200">
      <TextField
        label={words.tag}
        value={value}
        onChange={onChange}
        helpText={words.tagHelp}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        {...(error && { error })}
      />
      <InlineStack gap="200">
        {tags.map((tag) => (
          <Button key={tag} size="slim" onClick={() => onChange(tag)}>
            {words.useTag(tag)}
          </Button>
        ))}
      </InlineStack>
    </BlockStack>
  );
}
