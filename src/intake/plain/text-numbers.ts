import type {TextBook} from "./text-book.ts";

/** What a word's place says as long as nobody has asked for it, and what it says where the word leads to nothing. */
const [unasked, nothing, first] = [0, 1, 2];

/** Used for one column after the other: new memory for each would keep the collector busy. */
let scratch = new Int32Array(0);

/** The text of an odd line; null for none. */
export interface OddText {
  readonly text: string | null;
  readonly isRequest: boolean;
}

/** A word a row, and where it is not known. */
export interface WordRows {
  readonly words: Int32Array;
  readonly rows: number;
  /** Counts down from -1 where the row is that of an odd line. */
  readonly odd: Int32Array;
}

/** The numbers that one input has for the texts of a book: they rise by one, in the order in which texts come first. */
export class TextNumbers {
  readonly #book: TextBook;
  readonly #from: number;
  /** The numbers of texts in the book, in the order of their numbers here. */
  readonly #order: number[] = [];
  /** In the same order; see {@link refused}. */
  readonly #refused: number[] = [];
  /** For each text of the book, and for each word, its number here and {@link first}. */
  #ofText = new Int32Array(0);
  #ofWord = new Int32Array(0);

  /** @param from The first number. */
  constructor(book: TextBook, from: number) {
    this.#book = book;
    this.#from = from;
  }

  /** The number after the last one. */
  get next(): number {
    return this.#from + this.#order.length;
  }

  /** The texts as Parquet writes them, in the order of their numbers. */
  get texts(): Uint8Array {
    return this.#book.store.copy(this.#order);
  }

  /** In the same order, 1 for a text that only lines hold that are no request; -1 for any other. */
  get refused(): Int32Array {
    return Int32Array.from(this.#refused);
  }

  /** The number of the text of each row; -1 for none. Good until the next column is filled. */
  fill({words, rows, odd}: WordRows, oddTexts: readonly OddText[]): Int32Array {
    const oddNumbers = oddTexts.map(({text, isRequest}) => this.#numberOf(this.#book.numberOf(text), isRequest));
    this.#ofWord = grown(this.#ofWord, this.#book.known + 1);
    const ofWord = this.#ofWord;
    if (scratch.length < rows) scratch = new Int32Array(2 * rows);
    const numbers = scratch.subarray(0, rows);
    for (let row = 0; row < rows; row++) {
      const oddity = odd[row]!;
      if (oddity < 0) {
        numbers[row] = oddNumbers[-1 - oddity]! - first;
        continue;
      }
      const word = words[row]!;
      if (ofWord[word] === unasked) ofWord[word] = this.#numberOf(this.#book.ofWord[word]!, true);
      numbers[row] = ofWord[word]! - first;
    }
    return numbers;
  }

  #numberOf(text: number, isRequest: boolean): number {
    if (text === 0) return nothing;
    this.#ofText = grown(this.#ofText, this.#book.store.count + 1);
    if (this.#ofText[text] === unasked) {
      this.#ofText[text] = first + this.next;
      this.#order.push(text);
      this.#refused.push(1);
    }
    const number = this.#ofText[text]!;
    if (isRequest) this.#refused[number - first - this.#from] = -1;
    return number;
  }
}

function grown(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  if (numbers.length >= length) return numbers;
  const larger = new Int32Array(2 * length);
  larger.set(numbers);
  return larger;
}
