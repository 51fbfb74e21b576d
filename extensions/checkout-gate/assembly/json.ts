import { Bytes, find, room } from './bytes';

const QUOTE: u8 = 0x22;
const BACKSLASH: u8 = 0x5c;

/**
 * Reads JSON once from front to back, so that its cost grows with the length of the input and with nothing else. What nobody asks
 * for is passed over. Text that is no JSON breaks it: from then on it finds nothing any more, and never fails.
 */
export class JsonReader {
  private cursor: usize;
  private readonly end: usize;
  /** Whether the string that was read last has a backslash. */
  private hasEscape: bool = false;
  isBroken: bool = false;

  constructor(text: Bytes) {
    this.cursor = text.at;
    this.end = text.at + text.length;
  }

  /** Steps into an object; anything else is passed over. */
  beginObject(): bool {
    return this.begin(0x7b);
  }

  /** Steps into a list; anything else is passed over. */
  beginList(): bool {
    return this.begin(0x5b);
  }

  /** The name of the object's next member, whose value must be read or passed over then; null at its end. */
  nextName(): Bytes | null {
    if (!this.nextMember(0x7d)) return null;
    const name = this.rawString();
    if (this.peek() != 0x3a) return this.break();
    this.cursor += 1;
    return name;
  }

  /** Whether the list has another element, which must be read or passed over then. */
  nextElement(): bool {
    return this.nextMember(0x5d);
  }

  /** The text here; null where something else stands, which is passed over. */
  readText(): Bytes | null {
    if (this.peek() != QUOTE) {
      this.pass();
      return null;
    }
    const raw = this.rawString();
    return this.hasEscape ? unescaped(raw) : raw;
  }

  /** The whole number here; -1 where something else stands, which is passed over. */
  readInteger(): i64 {
    this.peek();
    const from = this.cursor;
    this.pass();
    return new Bytes(from, <i32>(this.cursor - from)).toInteger();
  }

  /** Passes over the value here. */
  pass(): void {
    let depth = 0;
    do {
      const byte = this.peek();
      if (byte == 0) {
        this.break();
      } else if (byte == QUOTE) {
        this.rawString();
      } else if (byte == 0x7b || byte == 0x5b) {
        depth += 1;
        this.cursor += 1;
      } else if (byte == 0x7d || byte == 0x5d) {
        depth -= 1;
        this.cursor += 1;
      } else if (byte == 0x2c || byte == 0x3a) {
        this.cursor += 1;
      } else {
        this.word();
      }
    } while (depth > 0 && !this.isBroken);
  }

  private begin(opening: u8): bool {
    if (this.peek() == opening) {
      this.cursor += 1;
      return true;
    }
    this.pass();
    return false;
  }

  private nextMember(closing: u8): bool {
    let byte = this.peek();
    if (byte == 0x2c) {
      this.cursor += 1;
      byte = this.peek();
    }
    if (byte == closing) {
      this.cursor += 1;
      return false;
    }
    if (byte != 0) return true;
    this.break();
    return false;
  }

  /** The next byte that is no white space; 0 at the end. */
  private peek(): u8 {
    while (this.cursor < this.end) {
      const byte = load<u8>(this.cursor);
      if (byte > 0x20) return byte;
      this.cursor += 1;
    }
    return 0;
  }

  /** What stands between the quotes here, escapes as they are. */
  private rawString(): Bytes {
    const from = this.cursor + 1;
    const end = this.end;
    let cursor = find(from, end, QUOTE, BACKSLASH);
    this.hasEscape = cursor < end && load<u8>(cursor) == BACKSLASH;
    while (cursor < end && load<u8>(cursor) == BACKSLASH) cursor = find(cursor + 2, end, QUOTE, BACKSLASH);
    if (cursor >= end) {
      this.break();
      return new Bytes(from, 0);
    }
    this.cursor = cursor + 1;
    return new Bytes(from, <i32>(cursor - from));
  }

  /** A number, `true`, `false` or `null`. */
  private word(): void {
    while (this.cursor < this.end) {
      const byte = load<u8>(this.cursor);
      if (byte <= 0x20 || byte == 0x2c || byte == 0x5d || byte == 0x7d) return;
      this.cursor += 1;
    }
  }

  private break(): Bytes | null {
    this.isBroken = true;
    this.cursor = this.end;
    return null;
  }
}

/** The text that a JSON string means. */
function unescaped(raw: Bytes): Bytes {
  const at = room(raw.length);
  let length = 0;
  for (let place = 0; place < raw.length; place += 1) {
    const byte = raw.byte(place);
    if (byte != BACKSLASH) {
      store<u8>(at + length++, byte);
      continue;
    }
    place += 1;
    if (raw.byte(place) != 0x75) {
      store<u8>(at + length++, meaning(raw.byte(place)));
      continue;
    }
    let point = hexadecimal(raw, place + 1);
    place += 4;
    // Two halves make one character.
    if ((point & 0xfc00) == 0xd800 && raw.byte(place + 1) == BACKSLASH && raw.byte(place + 2) == 0x75) {
      point = 0x10000 + ((point & 0x3ff) << 10) + (hexadecimal(raw, place + 3) & 0x3ff);
      place += 6;
    }
    length += putUtf8(at + length, point);
  }
  return new Bytes(at, length);
}

function meaning(letter: u8): u8 {
  if (letter == 0x6e) return 0x0a;
  if (letter == 0x74) return 0x09;
  if (letter == 0x72) return 0x0d;
  if (letter == 0x62) return 0x08;
  if (letter == 0x66) return 0x0c;
  return letter;
}

function hexadecimal(raw: Bytes, from: i32): i32 {
  let value = 0;
  for (let place = from; place < from + 4; place += 1) {
    const byte = <i32>raw.byte(place) | 0x20;
    value = (value << 4) | (byte >= 0x61 ? byte - 0x57 : byte - 0x30);
  }
  return value & 0xffff;
}

/** How many bytes the character took. */
function putUtf8(at: usize, point: i32): i32 {
  if (point < 0x80) {
    store<u8>(at, <u8>point);
    return 1;
  }
  const count = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  let rest = point;
  for (let place = count - 1; place > 0; place -= 1) {
    store<u8>(at + place, <u8>(0x80 | (rest & 0x3f)));
    rest >>= 6;
  }
  store<u8>(at, <u8>((count == 2 ? 0xc0 : count == 3 ? 0xe0 : 0xf0) | rest));
  return count;
}
