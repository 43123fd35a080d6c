import {TextStore} from "../../engine/parquet/text-store.ts";

/**
 * The different texts of one column of facts; and which of them each word of a book leads to.
 *
 * Several words may lead to one text: two addresses of one site to the site.
 */
export class Dictionary {
  /** The texts, by their numbers from 1. */
  readonly store = new TextStore();
  readonly #numbers = new Map<string | null, number>([[null, 0]]);
  #ofWord = new Int32Array(1 << 10);
  #known = 0;

  /** The number of the text of each word, by the word's number; 0 for none. */
  get ofWord(): Int32Array {
    return this.#ofWord;
  }

  /** The greatest number of a word so far. */
  get known(): number {
    return this.#known;
  }

  /** Says what the next words lead to. */
  learn(texts: readonly (string | null)[]): void {
    const most = this.#known + texts.length + 1;
    if (most > this.#ofWord.length) {
      const larger = new Int32Array(2 * most);
      larger.set(this.#ofWord);
      this.#ofWord = larger;
    }
    for (const text of texts) this.#ofWord[++this.#known] = this.numberOf(text);
  }

  /** The number of a text; 0 for none. */
  numberOf(text: string | null): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.store.add(text!);
    this.#numbers.set(text, number);
    return number;
  }
}

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

/** What a word's place says as long as nobody has asked for it, and what it says where the word leads to nothing. */
const [unasked, nothing, first] = [0, 1, 2];

/** Used for one column after the other: new memory for each would keep the collector busy. */
let scratch = new Int32Array(0);

/** The numbers that one input has for the texts of a book. */
export class TextNumbers {
  readonly numbering: Numbering;
  readonly #book: Dictionary;
  /** For each word, the number of its text and {@link first}. */
  #ofWord = new Int32Array(0);

  /** @param from The first number. */
  constructor(book: Dictionary, from: number) {
    this.#book = book;
    this.numbering = new Numbering(from);
  }

  /** The texts as Parquet writes them, in the order of their numbers. */
  get texts(): Uint8Array {
    return this.#book.store.copy(this.numbering.things);
  }

  /** The number of the text of each row's word; -1 for none. Good until the next column is filled. */
  fill(words: Int32Array, rows: number): Int32Array {
    if (this.#ofWord.length <= this.#book.known) {
      const larger = new Int32Array(2 * (this.#book.known + 1));
      larger.set(this.#ofWord);
      this.#ofWord = larger;
    }
    const ofWord = this.#ofWord;
    if (scratch.length < rows) scratch = new Int32Array(2 * rows);
    const numbers = scratch.subarray(0, rows);
    for (let row = 0; row < rows; row++) {
      const word = words[row]!;
      if (ofWord[word] === unasked) ofWord[word] = this.#numberOf(this.#book.ofWord[word]!);
      numbers[row] = ofWord[word]! - first;
    }
    return numbers;
  }

  #numberOf(text: number): number {
    return text === 0 ? nothing : first + this.numbering.numberOf(text);
  }
}
