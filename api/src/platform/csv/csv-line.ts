/**
 * What a spreadsheet takes for the beginning of a formula, also in the wide forms of East Asian scripts, and after white space, which
 * some of them skip; and a tab or a line's end, at which a cell could begin anew.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * One line of a CSV after RFC 4180, its end included. Every cell is quoted, so that none can be split by another separator than ours. What
 * a spreadsheet would take for a formula begins with an apostrophe, which makes text of it. A carriage return stands at the ends of lines
 * only: who counts them has counted the lines.
 */
export function csvLine(cells: readonly (string | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string | null): string {
  if (text === null || text === '') return '';
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll(/\r\n?/g, '\n').replaceAll('"', '""')}"`;
}
