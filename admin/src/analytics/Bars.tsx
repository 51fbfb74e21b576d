import { type ChartPoint, heightAt, highestOf, type SeriesMeasure } from './chart-points.ts';

const height = 160;
/** Units of the drawing for one point; the browser stretches them over the width. */
const unit = 10;

interface BarsProps {
  points: readonly ChartPoint[];
  measure: SeriesMeasure;
  place: number;
  /** What a point says, for the mouse. */
  readingOf(point: ChartPoint): string;
}

/** The bars of the chart. The slider below them says the same by keyboard and to screen readers. */
export function Bars({ points, measure, place, readingOf }: BarsProps) {
  const highest = highestOf(points, measure) || 1;
  const tallOf = (value: number): number => (value / highest) * (height - 2);
  const isBeside = points.some(({ other }) => other !== undefined);
  const width = isBeside ? (unit - 2) / 2 : unit - 2;
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${points.length * unit} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {points.map((point, bar) => {
        const [own, other] = [tallOf(heightAt(point.own, measure)), tallOf(heightAt(point.other, measure))];
        const chosen = bar === place ? ' chart-bar-chosen' : '';
        const left = bar * unit + 1;
        return (
          <g key={point.own?.startsAt ?? point.other?.startsAt}>
            <title>{readingOf(point)}</title>
            <rect className="chart-reach" x={bar * unit} y={0} width={unit} height={height} />
            <rect className={`chart-bar${chosen}`} x={left} y={height - own} width={width} height={own} />
            {isBeside && (
              <rect
                className={`chart-bar-other${chosen}`}
                x={left + width}
                y={height - other}
                width={width}
                height={other}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
