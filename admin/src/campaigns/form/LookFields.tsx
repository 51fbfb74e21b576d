import { useState } from 'react';
import { formTexts } from '../../texts/form-texts.ts';
import { FormLayout, Text, TextField } from '../../ui/polaris.ts';
import { TopicCard } from '../../ui/TopicCard.tsx';
import type { DraftFieldsProps } from './AccessFields.tsx';
import { GateTextFields } from './GateTextFields.tsx';

const words = formTexts.look;

/** The gate's colour, the hosted page's picture, and the merchant's own words. */
export function LookFields({ draft, errors, onChange }: DraftFieldsProps) {
  const { accentColor, pictureUrl } = draft;
  const { byField } = errors;
  return (
    <TopicCard title={words.title}>
      <FormLayout>
        <TextField
          label={words.accentColor}
          value={accentColor}
          onChange={(value) => onChange({ accentColor: value })}
          placeholder="#1f5f5b"
          helpText={words.accentColorHelp}
          spellCheck={false}
          autoComplete="off"
          connectedRight={
            <input
              type="color"
              className="color-well"
              aria-label={words.pickColor}
              value={/^#[0-9a-f]{6}$/i.test(accentColor) ? accentColor : '#1f5f5b'}
              onChange={({ currentTarget }) => onChange({ accentColor: currentTarget.value })}
            />
          }
          {...(byField.accentColor && { error: byField.accentColor })}
        />
        <TextField
          type="url"
          label={words.pictureUrl}
          value={pictureUrl}
          onChange={(value) => onChange({ pictureUrl: value })}
          placeholder="https://"
          helpText={words.pictureUrlHelp}
          autoComplete="off"
          {...(byField.pictureUrl && { error: byField.pictureUrl })}
        />
      </FormLayout>
      {/* A key of its own for each address, so that one failure says nothing about the next. */}
      {/^https?:\/\/\S+\.\S+/.test(pictureUrl) && <PicturePreview key={pictureUrl} url={pictureUrl} />}
      <GateTextFields {...{ draft, errors, onChange }} />
    </TopicCard>
  );
}

function PicturePreview({ url }: { url: string }) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <Text as="p">{words.pictureFailed}</Text>;
  return (
    <img
      className="picture-preview"
      src={url}
      alt={words.pictureAlt}
      referrerPolicy="no-referrer"
      onError={() => setBroken(true)}
    />
  );
}
