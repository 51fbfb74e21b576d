import { Bytes, room } from './bytes';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648, 5, without padding. */
export function encoded(bytes: Bytes): Bytes {
  const length = (bytes.length * 8 + 5) / 6;
  const at = room(length);
  for (let place = 0; place < length; place += 1) {
    const bit = place * 6;
    const pair = (<i32>bytes.byte(bit >> 3) << 8) | <i32>bytes.byte((bit >> 3) + 1);
    const value = (pair >> (10 - (bit & 7))) & 63;
    store<u8>(at + place, <u8>load<u16>(changetype<usize>(ALPHABET) + (value << 1)));
  }
  return new Bytes(at, length);
}

/** The bytes that a text writes; null where it has another sign. */
export function decoded(text: Bytes): Bytes | null {
  const length = (text.length * 6) >> 3;
  const at = room(length + 2);
  let bits: u32 = 0;
  let count = 0;
  let done = 0;
  for (let place = 0; place < text.length; place += 1) {
    const value = valueOf(text.byte(place));
    if (value < 0) return null;
    bits = (bits << 6) | value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    store<u8>(at + done++, <u8>(bits >> count));
  }
  return new Bytes(at, length);
}

function valueOf(sign: u8): i32 {
  if (sign >= 65 && sign <= 90) return sign - 65;
  if (sign >= 97 && sign <= 122) return sign - 71;
  if (sign >= 48 && sign <= 57) return sign + 4;
  if (sign == 45) return 62;
  return sign == 95 ? 63 : -1;
}
