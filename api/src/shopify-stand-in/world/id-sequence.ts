/**
 * Gives ids of 64 bits, in order, as digits. They lie above 2^53, as Shopify's newer ones do, so that whoever reads one as a
 * JavaScript number gets a wrong one. The same steps give the same ids.
 */
export class IdSequence {
  private last: bigint;

  constructor(first = 788_032_119_674_292_001n) {
    this.last = first - 1n;
  }

  next(): string {
    this.last += 1n;
    return this.last.toString();
  }
}
