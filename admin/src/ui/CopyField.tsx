import { ClipboardIcon } from '@shopify/polaris-icons';
import type { ReactNode } from 'react';
import { texts } from '../texts/texts.ts';
import { useCopy } from './copy-text.ts';
import { BlockStack, Button, InlineStack, Text, TextField } from './polaris.ts';

interface CopyFieldProps {
  label: string;
  value: string;
  helpText?: string;
  /** True for text that is longer than a line, shown whole. */
  isMultiline?: boolean;
  /** An address that the field can also be opened at. */
  openUrl?: string;
  /** Further buttons beside the one that copies. */
  actions?: ReactNode;
}

/** A text to take elsewhere, with a button that copies it. */
export function CopyField({ label, value, helpText, isMultiline, openUrl, actions }: CopyFieldProps) {
  const copyText = useCopy();
  const copy = (): Promise<void> => copyText(value);
  const open = openUrl && (
    <Button url={openUrl} external accessibilityLabel={`${texts.common.open} ${label} ${texts.common.opensNewTab}`}>
      {texts.common.open}
    </Button>
  );
  const copyButton = (
    <Button icon={ClipboardIcon} onClick={copy} accessibilityLabel={`${texts.common.copy} ${label}`}>
      {texts.common.copy}
    </Button>
  );

  if (isMultiline) {
    return (
      <BlockStack gap="200">
        <Text as="h3" variant="bodyMd">
          {label}
        </Text>
        <pre className="snippet">{value}</pre>
        {helpText && (
          <Text as="p" tone="subdued">
            {helpText}
          </Text>
        )}
        <InlineStack gap="200">{copyButton}</InlineStack>
      </BlockStack>
    );
  }
  return (
    <BlockStack gap="200">
      <TextField label={label} value={value} readOnly autoComplete="off" helpText={helpText} selectTextOnFocus />
      <InlineStack gap="200">
        {copyButton}
        {open}
        {actions}
      </InlineStack>
    </BlockStack>
  );
}
