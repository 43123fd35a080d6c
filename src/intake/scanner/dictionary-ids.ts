/** The numbers that one input gives to what is in its lines: they rise by one, in the order in which things come first. */
export class Numbering {
  readonly #from: number;
  readonly #numbers = new Map<number, number>();

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

  /** The number of a thing that a line holds. */
  numberOf(thing: number): number {
    const number = this.#numbers.get(thing) ?? this.next;
    if (number === this.next) this.#numbers.set(thing, number);
    return number;
  }
}
