import type { ExportLine } from './export-file.ts';

/** Something that was exported: a line that names no parent, with those after it that name it. */
export interface ExportGroup {
  readonly head: Readonly<Record<string, unknown>>;
  readonly members: readonly Readonly<Record<string, unknown>>[];
  /** How many lines it has. */
  readonly lines: number;
  /** Where the next one begins, in bytes from the start of the file. */
  readonly end: number;
}

/** Takes the lines of a grouped export together. Throws where a line is no JSON object, or names another parent than the one before it. */
export async function* groupsOf(lines: AsyncIterable<ExportLine>): AsyncGenerator<ExportGroup> {
  let group: (ExportGroup & { members: Readonly<Record<string, unknown>>[] }) | null = null;
  for await (const { text, end } of lines) {
    if (text === '') continue;
    const { __parentId: parent, ...line }: Record<string, unknown> = JSON.parse(text);
    if (parent === undefined) {
      if (group) yield group;
      group = { head: line, members: [], lines: 1, end };
      continue;
    }
    if (group?.head.id !== parent)
      throw new Error(`A line of ${String(parent)} does not follow it in Shopify's export.`);
    group = { ...group, lines: group.lines + 1, end };
    group.members.push(line);
  }
  if (group) yield group;
}
