/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Welch's t: how many standard errors lie between the means of two samples. */
export function welchT(a: readonly number[], b: readonly number[]): number {
  const spread = varianceOf(a) / a.length + varianceOf(b) / b.length;
  return spread === 0 ? 0 : (meanOf(a) - meanOf(b)) / Math.sqrt(spread);
}

/** How much the values grow for each 1 of `at`: the slope of the straight line nearest to all of them. */
export function slopeOf(at: readonly number[], values: readonly number[]): number {
  const [middle, mean] = [meanOf(at), meanOf(values)];
  const spread = at.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  const together = at.reduce((sum, one, index) => sum + (one - middle) * ((values[index] ?? mean) - mean), 0);
  return spread === 0 ? 0 : together / spread;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
