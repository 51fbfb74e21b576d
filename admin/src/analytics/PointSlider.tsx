import { useId } from 'react';
import { analyticsTexts } from '../texts/analytics-texts.ts';
import { Text } from '../ui/polaris.ts';

interface PointSliderProps {
  place: number;
  most: number;
  text: string;
  onChoose(place: number): void;
}

/** Goes along the chart by keyboard, and says each point to screen readers. */
export function PointSlider({ place, most, text, onChoose }: PointSliderProps) {
  const id = useId();
  return (
    <div className="chart-slider">
      <label htmlFor={id}>
        <Text as="span" visuallyHidden>
          {analyticsTexts.analytics.point}
        </Text>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={Math.max(most, 0)}
        value={place}
        aria-valuetext={text}
        onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
      />
    </div>
  );
}
