import type {TypedLine} from "./fact-columns.ts";
import type {LineTable} from "./line-table.ts";
import type {TextBook} from "./text-book.ts";

/** More than any status, which has 16 bits. */
const statuses = 1 << 16;

/** Few methods are used; for these, and statuses of three digits, the way is short. */
const [usualMethods, usualStatuses] = [32, 1000];

/** The numbers that one input has for what servers answered: they rise by one, in the order in which answers come first. */
export class AnswerNumbers {
  readonly #methods: TextBook;
  readonly #from: number;
  readonly #numbers = new Map<number, number>();
  /** In the order of the numbers; see {@link refused}. */
  readonly #refused: number[] = [];
  /** One more than the number of each usual answer; 0 for one that did not come yet. */
  readonly #usual = new Int32Array(usualMethods * usualStatuses);

  /** @param from The first number. */
  constructor(methods: TextBook, from: number) {
    this.#methods = methods;
    this.#from = from;
  }

  /** The number after the last one. */
  get next(): number {
    return this.#from + this.#numbers.size;
  }

  /** The methods as Parquet writes them, in the order of the answers' numbers. */
  get texts(): Uint8Array {
    return this.#methods.store.copy(Array.from(this.#numbers.keys(), (answer) => Math.floor(answer / statuses)));
  }

  /** The statuses, in the same order. */
  get statuses(): Int32Array {
    return Int32Array.from(this.#numbers.keys(), (answer) => answer % statuses);
  }

  /** In the same order, 1 for an answer that only lines hold that are no request; -1 for any other. */
  get refused(): Int32Array {
    return Int32Array.from(this.#refused);
  }

  /** The number of the answer of each row; -1 where a line does not say it. */
  fill({method, status, client}: LineTable, rows: number, odd: readonly TypedLine[]): Int32Array {
    const oddNumbers = odd.map((line) => {
      return line.method === null || line.status === null
        ? -1
        : this.#numberOf(this.#methods.numberOf(line.method), line.status, line.second !== null);
    });
    const {ofWord} = this.#methods;
    const usual = this.#usual;
    const numbers = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const oddity = client[row]!;
      if (oddity < 0) {
        numbers[row] = oddNumbers[-1 - oddity]!;
        continue;
      }
      const named = ofWord[method[row]!]!;
      const said = status[row]!;
      const place = named * usualStatuses + said;
      const isUsual = named < usualMethods;
      if (isUsual && usual[place]! > 0) {
        numbers[row] = usual[place]! - 1;
        continue;
      }
      const number = this.#numberOf(named, said, true);
      if (isUsual) usual[place] = number + 1;
      numbers[row] = number;
    }
    return numbers;
  }

  #numberOf(method: number, status: number, isRequest: boolean): number {
    const answer = method * statuses + status;
    const number = this.#numbers.get(answer) ?? this.next;
    if (number === this.next) {
      this.#numbers.set(answer, number);
      this.#refused.push(1);
    }
    if (isRequest) this.#refused[number - this.#from] = -1;
    return number;
  }
}
