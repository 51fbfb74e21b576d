import { useId } from 'react';
import { formatMoment } from '../../format.ts';
import { previewTexts } from '../../texts/preview-texts.ts';
import { BlockStack, Button, InlineStack, TextField } from '../../ui/polaris.ts';
import { fromZonedField, toZonedField } from '../../zoned-time.ts';
import { sliderRange, type windowOf } from './preview-scene.ts';

interface TimeSliderProps {
  /** ISO 8601. */
  at: string;
  window: ReturnType<typeof windowOf>;
  zone: string;
  onChange(at: string): void;
}

const words = previewTexts.jumps;
const minuteMs = 60_000;

const instant = (ms: number): string => new Date(ms).toISOString();

/** Chooses an instant around the campaign's window. */
export function TimeSlider({ at, window, zone, onChange }: TimeSliderProps) {
  const id = useId();
  const { least, most, step } = sliderRange(window, instant(Date.now()));
  return (
    <BlockStack gap="100">
      <label htmlFor={id}>{previewTexts.time}</label>
      <input
        id={id}
        type="range"
        className="time-slider"
        min={least}
        max={most}
        step={step}
        value={Math.min(most, Math.max(least, Date.parse(at)))}
        onChange={({ currentTarget }) => onChange(instant(Number(currentTarget.value)))}
        aria-valuetext={formatMoment(at, zone)}
      />
    </BlockStack>
  );
}

/** Chooses an instant by the moments that matter, or exactly. */
export function TimeJumps({ at, window: { startsAt, endsAt }, zone, onChange }: TimeSliderProps) {
  const before = startsAt === null ? null : instant(Date.parse(startsAt) - minuteMs);
  const jumps = [
    { name: words.now, to: instant(Date.now()) },
    { name: words.before, to: before },
    { name: words.opening, to: startsAt },
    { name: words.closing, to: endsAt },
  ];
  return (
    <BlockStack gap="200">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around four buttons. */}
      <div role="group" aria-label={words.label}>
        <InlineStack gap="200">
          {jumps.map(
            ({ name, to }) =>
              to !== null && (
                <Button key={name} size="slim" onClick={() => onChange(to)}>
                  {name}
                </Button>
              ),
          )}
        </InlineStack>
      </div>
      <TextField
        type="datetime-local"
        label={previewTexts.exactTime}
        value={toZonedField(at, zone)}
        onChange={(typed) => {
          const chosen = fromZonedField(typed, zone);
          if (chosen !== null) onChange(chosen);
        }}
        autoComplete="off"
      />
    </BlockStack>
  );
}
