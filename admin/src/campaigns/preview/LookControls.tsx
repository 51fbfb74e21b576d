import { previewTexts } from '../../texts/preview-texts.ts';
import { FormLayout, Select } from '../../ui/polaris.ts';
import type { Device } from './PreviewFrame.tsx';

/** Where a gate stands while it is looked at. */
export interface PreviewLook {
  device: Device;
  theme: keyof typeof previewTexts.themes;
  language: keyof typeof previewTexts.languages;
}

interface LookControlsProps {
  look: PreviewLook;
  onChange(change: Partial<PreviewLook>): void;
}

function optionsOf<Name extends string>(names: Readonly<Record<Name, string>>) {
  return (Object.keys(names) as Name[]).map((value) => ({ value, label: names[value] }));
}

/** The screen, the page's colours and the visitor's language. */
export function LookControls({ look, onChange }: LookControlsProps) {
  return (
    <FormLayout>
      <FormLayout.Group condensed>
        <Select
          label={previewTexts.device}
          options={optionsOf(previewTexts.devices)}
          value={look.device}
          onChange={(device: Device) => onChange({ device })}
        />
        <Select
          label={previewTexts.colours}
          options={optionsOf(previewTexts.themes)}
          value={look.theme}
          onChange={(theme: PreviewLook['theme']) => onChange({ theme })}
        />
        <Select
          label={previewTexts.language}
          options={optionsOf(previewTexts.languages)}
          value={look.language}
          onChange={(language: PreviewLook['language']) => onChange({ language })}
        />
      </FormLayout.Group>
    </FormLayout>
  );
}
