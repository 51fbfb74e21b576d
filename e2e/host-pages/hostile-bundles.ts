import { hostileTexts } from '../fixtures/hostile-texts.ts';

/** The whole corpus in texts of at most this length, as many of its texts in each as there is room for. */
export function bundlesOf(longest: number): string[] {
  const bundles: string[] = [];
  let bundle = '';
  for (const hostile of hostileTexts) {
    // The gate fills in what stands in braces: here nothing is to be filled in.
    const text = hostile.replace(/\{(\w+)\}/g, '{ $1 }');
    if (text.length > longest) throw new Error(`There is no room for: ${text}`);
    const longer = bundle === '' ? text : `${bundle} ${text}`;
    if (longer.length > longest) bundles.push(bundle);
    bundle = longer.length > longest ? text : longer;
  }
  return [...bundles, bundle];
}

/** A text as it is shown where spaces do not matter. */
export const everyWord = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
