/** The numbers that one input gives to what is in its lines: they rise by one, in the order in which things come first. */
export class Numbering {
  readonly #from: number;
  readonly #numbers = new Map<number, number>();
  readonly #refused: number[] = [];

  /** @param from The first number. */
  constructor(from: number) {
    this.#from = from;
  }

  /** The number after the last one. */
  get next(): number {
    return this.#from + this.#numbers.size;
  }

  /** What has numbers, in their order. */
  get things(): number[] {
    return [...this.#numbers.keys()];
  }

  /** In the same order, 1 for what only lines hold that are no request; -1 for anything else. */
  get refused(): Int32Array {
    return Int32Array.from(this.#refused);
  }

  /** The number of a thing that a line holds. */
  numberOf(thing: number, isRequest: boolean): number {
    const number = this.#numbers.get(thing) ?? this.next;
    if (number === this.next) {
      this.#numbers.set(thing, number);
      this.#refused.push(1);
    }
    if (isRequest) this.#refused[number - this.#from] = -1;
    return number;
  }
}
