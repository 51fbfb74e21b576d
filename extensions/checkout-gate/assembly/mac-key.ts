import { Bytes, room } from './bytes';
import { BLOCK, compress, DIGEST, finish, firstState } from './sha256';

/** A key for HMAC-SHA-256 (RFC 2104), its two pads worked in once for all messages. */
export class MacKey {
  private readonly inner: usize;
  private readonly outer: usize;

  /** `key`: at most 64 bytes. */
  constructor(key: Bytes) {
    this.inner = padded(key, 0x36);
    this.outer = padded(key, 0x5c);
  }

  /** 32 bytes. */
  of(message: Bytes): Bytes {
    return finish(this.outer, BLOCK, finish(this.inner, BLOCK, message));
  }
}

function padded(key: Bytes, pad: u8): usize {
  const block = room(BLOCK);
  for (let place = 0; place < BLOCK; place += 1) store<u8>(block + place, key.byte(place) ^ pad);
  const state = room(DIGEST);
  memory.copy(state, firstState(), DIGEST);
  compress(state, block);
  return state;
}
