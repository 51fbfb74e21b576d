import { Bytes, room } from './bytes';

/** Bytes of one block. */
export const BLOCK: i32 = 64;
/** Bytes of a digest, and of the state between two blocks. */
export const DIGEST: i32 = 32;

// FIPS 180-4, 4.2.2.
const K = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01,
  0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
  0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147,
  0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08,
  0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
  0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);
// FIPS 180-4, 5.3.3.
const FIRST_STATE = memory.data<u32>([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);
const SCHEDULE = memory.data(256);

/** The state before the first block. */
export function firstState(): usize {
  return FIRST_STATE;
}

/** Works one block into a state. */
export function compress(state: usize, block: usize): void {
  spread(block);
  let a = load<u32>(state);
  let b = load<u32>(state, 4);
  let c = load<u32>(state, 8);
  let d = load<u32>(state, 12);
  let e = load<u32>(state, 16);
  let f = load<u32>(state, 20);
  let g = load<u32>(state, 24);
  let h = load<u32>(state, 28);
  // Eight rounds at a time, so that the letters change their parts instead of their values.
  for (let at: usize = 0; at < 256; at += 32) {
    h = first(e, f, g, h, at);
    d += h;
    h += second(a, b, c);
    g = first(d, e, f, g, at + 4);
    c += g;
    g += second(h, a, b);
    f = first(c, d, e, f, at + 8);
    b += f;
    f += second(g, h, a);
    e = first(b, c, d, e, at + 12);
    a += e;
    e += second(f, g, h);
    d = first(a, b, c, d, at + 16);
    h += d;
    d += second(e, f, g);
    c = first(h, a, b, c, at + 20);
    g += c;
    c += second(d, e, f);
    b = first(g, h, a, b, at + 24);
    f += b;
    b += second(c, d, e);
    a = first(f, g, h, a, at + 28);
    e += a;
    a += second(b, c, d);
  }
  store<u32>(state, load<u32>(state) + a);
  store<u32>(state, load<u32>(state, 4) + b, 4);
  store<u32>(state, load<u32>(state, 8) + c, 8);
  store<u32>(state, load<u32>(state, 12) + d, 12);
  store<u32>(state, load<u32>(state, 16) + e, 16);
  store<u32>(state, load<u32>(state, 20) + f, 20);
  store<u32>(state, load<u32>(state, 24) + g, 24);
  store<u32>(state, load<u32>(state, 28) + h, 28);
}

/** The digest of what was worked into the state (`before` bytes) and of a message after it. The given state stays. */
export function finish(state: usize, before: i32, message: Bytes): Bytes {
  const own = room(DIGEST);
  memory.copy(own, state, DIGEST);
  let done = 0;
  for (; message.length - done >= BLOCK; done += BLOCK) compress(own, message.at + done);
  const left = message.length - done;
  const lastBlocks = left + 9 > BLOCK ? 2 * BLOCK : BLOCK;
  const tail = room(lastBlocks);
  memory.copy(tail, message.at + done, left);
  store<u8>(tail + left, 0x80);
  store<u64>(tail + lastBlocks - 8, bswap<u64>((<u64>before + message.length) * 8));
  compress(own, tail);
  if (lastBlocks > BLOCK) compress(own, tail + BLOCK);
  for (let word = 0; word < DIGEST; word += 4) store<u32>(own + word, bswap<u32>(load<u32>(own + word)));
  return new Bytes(own, DIGEST);
}

@inline
function first(e: u32, f: u32, g: u32, h: u32, at: usize): u32 {
  const choice = g ^ (e & (f ^ g));
  return h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + choice + load<u32>(K + at) + load<u32>(SCHEDULE + at);
}

@inline
function second(a: u32, b: u32, c: u32): u32 {
  return (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) | (c & (a | b)));
}

function spread(block: usize): void {
  for (let offset: usize = 0; offset < 64; offset += 4) {
    store<u32>(SCHEDULE + offset, bswap<u32>(load<u32>(block + offset)));
  }
  for (let at = SCHEDULE + 64; at < SCHEDULE + 256; at += 4) {
    const before15 = load<u32>(at - 60);
    const before2 = load<u32>(at - 8);
    const small0 = rotr(before15, 7) ^ rotr(before15, 18) ^ (before15 >>> 3);
    const small1 = rotr(before2, 17) ^ rotr(before2, 19) ^ (before2 >>> 10);
    store<u32>(at, load<u32>(at - 64) + small0 + load<u32>(at - 28) + small1);
  }
}
