import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { type QrCode, qrCodeOf, qrFileName, qrSvg } from './qr-code.ts';

const secret = 'Zm9yIHRoZSBnYXRlIG9ubHkh';

/** What a camera would see of it: pixels, each module four of them wide. */
function seen(code: QrCode): [Uint8ClampedArray, number] {
  const side = code.length * 4;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      if (code[y >> 2]?.[x >> 2]) pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return [pixels, side];
}

test.each([
  `https://vip.example/c/${secret}`,
  `https://a-shop-with-a-rather-long-name.myshopify.com/apps/vip/c/${secret}`,
  `http://127.0.0.1:4000/c/${secret}`,
])('a scanner reads %s', (address) => {
  const [pixels, side] = seen(qrCodeOf(address));

  expect(jsQR(pixels, side, side)?.data).toBe(address);
});

test('it is still read where a part of it is soiled', () => {
  const code = qrCodeOf(`https://vip.example/c/${secret}`).map((row) => [...row]);
  for (let y = 18; y < 22; y += 1) for (let x = 18; x < 24; x += 1) (code[y] ?? [])[x] = true;
  const [pixels, side] = seen(code);

  expect(jsQR(pixels, side, side)?.data).toBe(`https://vip.example/c/${secret}`);
});

test('four modules around it stay light, and the picture has a module for each unit', () => {
  const code = qrCodeOf('https://vip.example/c/x');
  const side = code.length;
  const isBorder = (at: number) => at < 4 || at >= side - 4;
  const border = code.flatMap((row, y) => row.filter((_, x) => isBorder(x) || isBorder(y)));

  expect(border.some(Boolean)).toBe(false);
  expect(code[4]?.[4]).toBe(true);
  expect(qrSvg(code)).toContain(`viewBox="0 0 ${side} ${side}"`);
  expect(qrSvg(code)).toContain('M4 4h7v1h-7z');
});

test.each([
  ['Für Presse & Freunde', 'fur-presse-freunde-qr'],
  ['../../etc', 'etc-qr'],
  ['限定', 'qr'],
])('the file for “%s” is called %s', (name, file) => {
  expect(qrFileName(name)).toBe(file);
});
