import { Bytes } from './bytes';

/** Shopify hands the input to `stdin` and takes the answer from `stdout`; these two are all that is imported. */
@external('wasi_snapshot_preview1', 'fd_read')
declare function fd_read(file: i32, pieces: usize, count: i32, read: usize): i32;
@external('wasi_snapshot_preview1', 'fd_write')
declare function fd_write(file: i32, pieces: usize, count: i32, written: usize): i32;

const STDIN: i32 = 0;
const STDOUT: i32 = 1;
const FIRST_ROOM: i32 = 131_072;

/** Everything on `stdin`. */
export function readInput(): Bytes {
  let capacity = FIRST_ROOM;
  let at = heap.alloc(<usize>capacity);
  let length = 0;
  for (let read = next(at, capacity); read > 0; read = next(at + length, capacity - length)) {
    length += read;
    if (length < capacity) continue;
    capacity *= 2;
    at = heap.realloc(at, <usize>capacity);
  }
  return new Bytes(at, length);
}

/** Writes all of it to `stdout`. */
export function writeOutput(bytes: Bytes): void {
  const piece = memory.data(16);
  let done = 0;
  while (done < bytes.length) {
    store<u32>(piece, <u32>bytes.at + done);
    store<u32>(piece, bytes.length - done, 4);
    if (fd_write(STDOUT, piece, 1, piece + 8) != 0) unreachable();
    done += load<i32>(piece, 8);
  }
}

/** How many bytes were put there; 0 at the end of the input. */
function next(at: usize, room: i32): i32 {
  const piece = memory.data(16);
  store<u32>(piece, <u32>at);
  store<u32>(piece, room, 4);
  if (fd_read(STDIN, piece, 1, piece + 8) != 0) unreachable();
  return load<i32>(piece, 8);
}
