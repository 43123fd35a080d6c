import {type Dictionary, Numbering} from "./dictionary.ts";
import type {LineTable} from "./line-table.ts";

/** More than any status, which has 16 bits. */
const statuses = 1 << 16;

/** Few methods are used; for these, and statuses of three digits, the way is short. */
const [usualMethods, usualStatuses] = [32, 1000];

/** The numbers that one input has for what servers answered: for methods with statuses. */
export class AnswerNumbers {
  readonly numbering: Numbering;
  readonly #methods: Dictionary;
  /** One more than the number of each usual answer; 0 for one that did not come yet. */
  readonly #usual = new Int32Array(usualMethods * usualStatuses);

  /** @param from The first number. */
  constructor(methods: Dictionary, from: number) {
    this.#methods = methods;
    this.numbering = new Numbering(from);
  }

  /** The methods as Parquet writes them, in the order of the answers' numbers. */
  get texts(): Uint8Array {
    return this.#methods.store.copy(this.numbering.things.map((answer) => Math.floor(answer / statuses)));
  }

  /** The statuses, in the same order. */
  get statuses(): Int32Array {
    return Int32Array.from(this.numbering.things, (answer) => answer % statuses);
  }

  /** The number of the answer of each row; -1 where a line does not say it. */
  fill({method, status}: LineTable, rows: number): Int32Array {
    const {ofWord} = this.#methods;
    const usual = this.#usual;
    const numbers = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const named = ofWord[method[row]!]!;
      if (named === 0) {
        numbers[row] = -1;
        continue;
      }
      const said = status[row]!;
      const place = named * usualStatuses + said;
      const isUsual = named < usualMethods;
      if (isUsual && usual[place]! > 0) {
        numbers[row] = usual[place]! - 1;
        continue;
      }
      const number = this.numbering.numberOf(named * statuses + said);
      if (isUsual) usual[place] = number + 1;
      numbers[row] = number;
    }
    return numbers;
  }
}
