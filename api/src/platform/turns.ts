/** Lets so many things of one owner go on at once in this process; who comes beyond that is sent away, and may come again. */
export class Turns {
  readonly #atOnce: number;
  readonly #going = new Map<string, number>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** The way to end what begins now, to be called once; null where as many go on already. */
  begin(owner: string): (() => void) | null {
    const going = this.#going.get(owner) ?? 0;
    if (going >= this.#atOnce) return null;
    this.#going.set(owner, going + 1);
    return () => this.#end(owner);
  }

  #end(owner: string): void {
    const left = (this.#going.get(owner) ?? 0) - 1;
    if (left > 0) this.#going.set(owner, left);
    else this.#going.delete(owner);
  }
}
