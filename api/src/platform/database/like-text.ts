/** Prisma hands `contains` to LIKE as it is; a percent sign that somebody searches for must mean itself. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
