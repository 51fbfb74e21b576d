import { encode } from 'uqr';

/** A QR code: its modules row by row, true for a dark one, the quiet zone included. Always as wide as it is high. */
export type QrCode = readonly (readonly boolean[])[];

/** ISO/IEC 18004 wants four light modules around a code. */
const QUIET_ZONE = 4;

/** At least so many pixels a side, so that the picture is sharp in print at hand's width. */
const LEAST_PIXELS = 1024;

/** The code of a text, with error correction M: it is read also where 15 % of it are soiled. */
export function qrCodeOf(text: string): QrCode {
  return encode(text, { ecc: 'M', border: QUIET_ZONE }).data;
}

/** Black on white, as scanners like it best: 21:1. One path, a rectangle for each run of dark modules. */
export function qrSvg(code: QrCode): string {
  const runs = code.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  const side = code.length;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${runs.join('')}"/></svg>`
  );
}

/** The same as a PNG in which each module is as many whole pixels; null where the browser cannot make one. */
export async function qrPng(code: QrCode): Promise<Blob | null> {
  const scale = Math.ceil(LEAST_PIXELS / code.length);
  const canvas = document.createElement('canvas');
  canvas.width = code.length * scale;
  canvas.height = code.length * scale;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#000';
  for (const [y, row] of code.entries()) {
    for (const [x, length] of runsOf(row)) pen.fillRect(x * scale, y * scale, length * scale, scale);
  }
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** Where the dark runs of a row begin, and how long they are. */
function runsOf(row: readonly boolean[]): [start: number, length: number][] {
  const runs: [number, number][] = [];
  for (const [x, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (!isDark) continue;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  }
  return runs;
}

/** A name for the file, of letters and digits alone, such as `summer-drop-qr`. */
export function qrFileName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain === '' ? 'qr' : `${plain.slice(0, 60)}-qr`;
}
