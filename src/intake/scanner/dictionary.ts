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
