import type {Dictionary} from "./dictionary.ts";
import {Numbering} from "./dictionary-ids.ts";

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
