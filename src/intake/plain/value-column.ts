import type {ColumnType, WordColumn} from "../../engine/parquet/column.ts";
import {type Word, WordStore} from "../../engine/parquet/word-store.ts";

/** Memory that is used for one column after the other: new memory for each would keep the collector busy. */
const scratch = {
  isThere: new Uint8Array(0),
  places: new Int32Array(0),
  order: new Int32Array(0),
  placed: new Int32Array(0),
  placedWords: new Int32Array(0),
  make(rows: number, values: number, words: number): void {
    if (this.places.length < rows) {
      this.isThere = new Uint8Array(2 * rows);
      this.places = new Int32Array(2 * rows);
      this.order = new Int32Array(2 * rows);
    }
    if (this.placed.length < values) this.placed = new Int32Array(2 * values);
    if (this.placedWords.length < words) this.placedWords = new Int32Array(2 * words);
  },
};

/**
 * The different values of one column of facts; and which of them each word of a book leads to.
 *
 * Several words may lead to one value: two addresses of a household to one reader.
 */
export class ValueColumn {
  readonly #store: WordStore;
  readonly #numbers = new Map<Word | null, number>([[null, 0]]);
  /** The number of the value of each word, by the word's number; 0 for none. */
  #ofWord = new Int32Array(1 << 10);
  /** The greatest number of a word so far. */
  #known = 0;

  constructor(type: ColumnType) {
    this.#store = new WordStore(type);
  }

  /** Says what a word leads to. */
  learn(word: number, value: Word | null): void {
    if (word >= this.#ofWord.length) {
      const larger = new Int32Array(2 * word);
      larger.set(this.#ofWord);
      this.#ofWord = larger;
    }
    this.#ofWord[word] = this.#numberOf(value);
    if (word > this.#known) this.#known = word;
  }

  /**
   * The column as Parquet takes it: the values in the order in which they come first. Good until the next column is filled.
   *
   * @param words A word a row.
   * @param rows How many rows there are.
   * @param odd Counts down from -1 where the row's value is one of `oddValues`.
   */
  fill(words: Int32Array, rows: number, odd: Int32Array, oddValues: readonly (Word | null)[]): WordColumn {
    const oddNumbers = Int32Array.from(oddValues, (value) => this.#numberOf(value));
    const values = this.#store.count;
    scratch.make(rows, values + 1, this.#known + 1);
    const {isThere, places, order} = scratch;
    // One more than the place of each value that came already.
    const placed = scratch.placed.fill(0, 0, values + 1);
    // The same for each word: most rows need not look further.
    const placedWords = scratch.placedWords.fill(0, 0, this.#known + 1);
    isThere.fill(0, 0, rows);
    const ofWord = this.#ofWord;
    let used = 0;
    let count = 0;
    for (let row = 0; row < rows; row++) {
      const oddity = odd[row]!;
      const word = words[row]!;
      let place = oddity < 0 ? 0 : placedWords[word]!;
      if (place === 0) {
        const number = oddity < 0 ? oddNumbers[-1 - oddity]! : ofWord[word]!;
        if (number === 0) continue;
        if (placed[number] === 0) {
          order[used++] = number;
          placed[number] = used;
        }
        place = placed[number]!;
        if (oddity >= 0) placedWords[word] = place;
      }
      isThere[row] = 1;
      places[count++] = place - 1;
    }
    const bytes = this.#store.copy(order.subarray(0, used));
    return {words: bytes, wordCount: used, places: places.subarray(0, count), isThere: isThere.subarray(0, rows)};
  }

  #numberOf(value: Word | null): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    const number = this.#store.add(value!);
    this.#numbers.set(value, number);
    return number;
  }
}
