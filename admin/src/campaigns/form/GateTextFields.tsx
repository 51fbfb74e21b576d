import { formTexts } from '../../texts/form-texts.ts';
import { texts } from '../../texts/texts.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { BlockStack, FormLayout, InlineError, Text, TextField } from '../../ui/polaris.ts';
import type { DraftFieldsProps } from './AccessFields.tsx';
import { shownGateTexts } from './gate-text-names.ts';

const words = formTexts.look;

/** The gate's texts, each with our own words where the merchant has none. */
export function GateTextFields({ draft, errors, onChange }: DraftFieldsProps) {
  const changed = Object.values(draft.texts).filter((text) => text !== '').length;
  const error = errors.byField.texts;
  return (
    <BlockStack gap="200">
      {changed > 0 && <Text as="p">{words.changed(changed)}</Text>}
      {error && <InlineError message={error} fieldID="gate-texts" />}
      <Disclosure show={words.changeTexts} hide={words.hideTexts}>
        <FormLayout>
          <Text as="p" tone="subdued">
            {words.textsHelp}
          </Text>
          {shownGateTexts(draft).map((name) => (
            <TextField
              key={name}
              label={texts.gateTexts[name].label}
              placeholder={texts.gateTexts[name].own}
              value={draft.texts[name] ?? ''}
              onChange={(text) => onChange({ texts: { ...draft.texts, [name]: text } })}
              maxLength={500}
              autoComplete="off"
            />
          ))}
        </FormLayout>
      </Disclosure>
    </BlockStack>
  );
}
