/** A piece of memory that lies still: of the input, or of what was decoded from it. */
export class Bytes {
  constructor(
    readonly at: usize,
    readonly length: i32,
  ) {}

  /** The byte at a place; 0 beyond the end. */
  @inline
  byte(place: i32): u8 {
    return place < this.length ? load<u8>(this.at + place) : 0;
  }

  /** From one place up to, and without, another. */
  part(from: i32, to: i32): Bytes {
    return new Bytes(this.at + from, to - from);
  }

  equals(other: Bytes): bool {
    if (this.length != other.length) return false;
    // From behind: ids of one cart begin alike.
    for (let place = this.length - 1; place >= 0; place -= 1) {
      if (load<u8>(this.at + place) != load<u8>(other.at + place)) return false;
    }
    return true;
  }

  /** Whether these are the letters of a text, which must be plain ASCII. */
  isText(text: string): bool {
    if (this.length != text.length) return false;
    for (let place = 0; place < this.length; place += 1) {
      if (<u16>load<u8>(this.at + place) != load<u16>(changetype<usize>(text) + (place << 1))) return false;
    }
    return true;
  }

  /** The last 8 bytes as one number; 0 where there are fewer. */
  lastEight(): u64 {
    return this.length < 8 ? 0 : load<u64>(this.at + this.length - 8);
  }

  /** What stands behind the last `mark`; everything where there is none. */
  behindLast(mark: u8): Bytes {
    for (let place = this.length - 1; place >= 0; place -= 1) {
      if (load<u8>(this.at + place) == mark) return this.part(place + 1, this.length);
    }
    return this;
  }

  /** The whole number that these digits write; -1 when they are not 1 to 15 digits. */
  toInteger(): i64 {
    if (this.length < 1 || this.length > 15) return -1;
    let value: i64 = 0;
    for (let place = 0; place < this.length; place += 1) {
      const digit = <i32>load<u8>(this.at + place) - 48;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }
}

const EACH: u64 = 0x0101010101010101;
const HIGHEST: u64 = 0x8080808080808080;

/** Where the first of two signs stands between `at` and `end`; `end` where neither does. Eight bytes at a time. */
export function find(at: usize, end: usize, sign: u8, other: u8): usize {
  const signs = EACH * <u64>sign;
  const others = EACH * <u64>other;
  for (; at + 8 <= end; at += 8) {
    const word = load<u64>(at);
    const marks = zeros(word ^ signs) | zeros(word ^ others);
    if (marks != 0) return at + <usize>(ctz(marks) >> 3);
  }
  while (at < end && load<u8>(at) != sign && load<u8>(at) != other) at += 1;
  return at;
}

/** The highest bit of each byte that is zero. Above the first one it may mark others too. */
@inline
function zeros(word: u64): u64 {
  return (word - EACH) & ~word & HIGHEST;
}

/** Memory of its own for so many bytes, all zero. It is never given back: a run ends within milliseconds. */
export function room(length: i32): usize {
  const at = heap.alloc(<usize>length);
  memory.fill(at, 0, <usize>length);
  return at;
}

/** A text in UTF-8. */
export function utf8(text: string): Bytes {
  const length = String.UTF8.byteLength(text);
  const at = room(length);
  String.UTF8.encodeUnsafe(changetype<usize>(text), text.length, at);
  return new Bytes(at, length);
}
