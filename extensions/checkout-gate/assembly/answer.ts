import { Bytes, room, utf8 } from './bytes';

/** Shopify takes an answer of 20 kB; so many messages always fit, and nobody reads more. */
const MOST_MESSAGES: i32 = 5;

const HEXADECIMAL = '0123456789abcdef';

/** The errors to be shown, each message once. */
export class Answer {
  private readonly messages: Array<Bytes> = [];

  add(message: Bytes): void {
    if (this.messages.length == MOST_MESSAGES) return;
    for (let place = 0; place < this.messages.length; place += 1) if (this.messages[place].equals(message)) return;
    this.messages.push(message);
  }

  /** As `CartValidationsGenerateRunResult` in JSON. */
  toJson(): Bytes {
    if (this.messages.length == 0) return utf8('{"operations":[]}');
    let length = 64;
    for (let place = 0; place < this.messages.length; place += 1) length += 6 * this.messages[place].length + 64;
    const at = room(length);
    let end = put(at, utf8('{"operations":[{"validationAdd":{"errors":['));
    for (let place = 0; place < this.messages.length; place += 1) {
      if (place > 0) end = put(end, utf8(','));
      end = put(end, utf8('{"target":"$.cart","message":"'));
      end = put(putEscaped(end, this.messages[place]), utf8('"}'));
    }
    end = put(end, utf8(']}}]}'));
    return new Bytes(at, <i32>(end - at));
  }
}

function put(at: usize, bytes: Bytes): usize {
  memory.copy(at, bytes.at, bytes.length);
  return at + bytes.length;
}

function putEscaped(at: usize, text: Bytes): usize {
  let end = at;
  for (let place = 0; place < text.length; place += 1) {
    const byte = text.byte(place);
    if (byte < 0x20) {
      end = put(end, utf8('\\u00'));
      store<u8>(end, <u8>HEXADECIMAL.charCodeAt(byte >> 4));
      store<u8>(end + 1, <u8>HEXADECIMAL.charCodeAt(byte & 15));
      end += 2;
      continue;
    }
    if (byte == 0x22 || byte == 0x5c) store<u8>(end++, 0x5c);
    store<u8>(end++, byte);
  }
  return end;
}
