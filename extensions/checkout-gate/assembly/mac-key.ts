import { Bytes, room } from './bytes';
import { BLOCK, compress, DIGEST, finish, firstState } from './sha256';

/**
 * A key for HMAC-SHA-256 (RFC 2104), its two pads worked in once for all messages; and, since the proofs of one pass begin with the same
 * block, that block once for all messages that begin with it in a row.
 */
export class MacKey {
  private readonly inner: usize;
  private readonly outer: usize;
  /** The state after the inner pad and the first block, and that block; meaningless before there was one. */
  private readonly begun: usize = room(DIGEST);
  private readonly firstBlock: usize = room(BLOCK);
  private hasBegun: bool = false;

  /** `key`: at most 64 bytes. */
  constructor(key: Bytes) {
    this.inner = padded(key, 0x36);
    this.outer = padded(key, 0x5c);
  }

  /** 32 bytes. */
  of(message: Bytes): Bytes {
    return finish(this.outer, BLOCK, message.length < BLOCK ? finish(this.inner, BLOCK, message) : this.long(message));
  }

  private long(message: Bytes): Bytes {
    if (!this.hasBegun || memory.compare(this.firstBlock, message.at, BLOCK) != 0) {
      memory.copy(this.firstBlock, message.at, BLOCK);
      memory.copy(this.begun, this.inner, DIGEST);
      compress(this.begun, message.at);
      this.hasBegun = true;
    }
    return finish(this.begun, 2 * BLOCK, message.part(BLOCK, message.length));
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
