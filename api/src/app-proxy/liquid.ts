import type { Html } from '../platform/http/html.ts';

/**
 * HTML as a Liquid template that draws exactly it. What a merchant or a visitor wrote must not be run by the shop's theme: without a brace
 * Liquid finds nothing to run. `{% raw %}` would not do, for a text may close it. Scripts and styles with content do not belong in
 * here: entities are not read there.
 */
export function inertLiquid(content: Html): string {
  return content.text.replaceAll('{', '&#123;');
}
