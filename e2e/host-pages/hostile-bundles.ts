import { hostileTexts } from '../fixtures/hostile-texts.ts';

/**
 * The whole corpus in texts of at most this length, as many of its texts in each as there is room for; one for which there
 * is none comes in pieces.
 */
export function bundlesOf(longest: number): string[] {
  const bundles: string[] = [];
  let bundle = '';
  for (const text of hostileTexts.flatMap((hostile) => piecesOf(hostile, longest))) {
    const longer = bundle === '' ? text : `${bundle} ${text}`;
    if (longer.length > longest) bundles.push(bundle);
    bundle = longer.length > longest ? text : longer;
  }
  return [...bundles, bundle];
}

function piecesOf(hostile: string, longest: number): string[] {
  // The gate fills in what stands in braces: here nothing is to be filled in.
  const text = hostile.replace(/\{(\w+)\}/g, '{ $1 }');
  const count = Math.ceil(text.length / longest);
  return Array.from({ length: count }, (_, at) => text.slice(at * longest, (at + 1) * longest).trim());
}

/** A text as it is shown where spaces do not matter. */
export const everyWord = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');
