import {type FactColumn, factColumns, numberedColumns, textColumns} from "../../engine/facts/layout.ts";
import {type EncodedColumn, encodeNothing, encodeNumbers, encodeTexts} from "../../engine/parquet/column.ts";
import {AnswerNumbers} from "./answer-numbers.ts";
import {TextNumbers} from "./dictionary.ts";
import type {FactValues} from "./fact-values.ts";
import type {LineTable} from "./line-table.ts";

/** Encoded columns of the same rows, in the order of {@link factColumns}. */
export type RowGroup = readonly EncodedColumn[];

/** The numbers of one generation of words. */
interface Numbers {
  readonly values: FactValues;
  readonly answer: AnswerNumbers;
  readonly path: TextNumbers;
  readonly site: TextNumbers;
  readonly agent: TextNumbers;
  readonly host: TextNumbers;
}

/** The texts of one input, and the numbers that its file of facts has for them. */
export class InputTexts {
  #numbers: Numbers | null = null;
  readonly #next = {answer: 0, path: 0, site: 0, agent: 0, host: 0};
  #told: RowGroup[] = [];
  /** Which clients' words of this generation were told. */
  #toldClients = new Uint8Array(0);

  /** The columns of the table that hold numbers of texts. */
  encode(values: FactValues, table: LineTable, rows: number): Map<FactColumn, EncodedColumn> {
    const numbers = this.#numbersOf(values);
    const words = {path: table.path, site: table.referrer, agent: table.agent, host: table.host};
    const columns = new Map<FactColumn, EncodedColumn>();
    for (const name of textColumns) columns.set(name, encodeNumbers(numbers[name].fill(words[name], rows)));
    return columns.set("answer", encodeNumbers(numbers.answer.fill(table, rows)));
  }

  /** Who the readers in the table's requests are, each at least once an input. Asked after {@link encode}. */
  newReaders({readers: known}: FactValues, {client, seconds}: LineTable, rows: number): string[] {
    if (this.#toldClients.length < known.length) {
      const larger = new Uint8Array(2 * known.length);
      larger.set(this.#toldClients);
      this.#toldClients = larger;
    }
    const told = this.#toldClients;
    const readers: string[] = [];
    for (let row = 0; row < rows; row++) {
      const word = client[row]!;
      if (word === 0 || told[word] === 1 || Number.isNaN(seconds[row]!)) continue;
      told[word] = 1;
      readers.push(known[word]!);
    }
    return readers;
  }

  /** The texts that were not told yet, as rows of the file. */
  takeTexts(): RowGroup[] {
    this.#endGeneration();
    return this.#told.splice(0);
  }

  #numbersOf(values: FactValues): Numbers {
    if (this.#numbers?.values === values) return this.#numbers;
    // Other words have the numbers of these now: what the file says of them has to be written down.
    this.#endGeneration();
    const {answer, path, site, agent, host} = this.#next;
    this.#numbers = {
      values,
      answer: new AnswerNumbers(values.method, answer),
      path: new TextNumbers(values.path, path),
      site: new TextNumbers(values.site, site),
      agent: new TextNumbers(values.agent, agent),
      host: new TextNumbers(values.host, host),
    };
    return this.#numbers;
  }

  #endGeneration(): void {
    const numbers = this.#numbers;
    if (numbers === null) return;
    this.#numbers = null;
    this.#toldClients = new Uint8Array(0);
    for (const name of numberedColumns) {
      const {numbering, texts} = numbers[name];
      const [from, until] = [this.#next[name], numbering.next];
      this.#next[name] = until;
      if (until === from) continue;
      const columns = new Map<FactColumn, EncodedColumn>([
        [name, encodeNumbers(Int32Array.from({length: until - from}, (_, row) => from + row))],
        ["word", encodeTexts(texts, new Uint8Array(until - from).fill(1))],
      ]);
      if (name === "answer") columns.set("status", encodeNumbers(numbers.answer.statuses));
      this.#told.push(rowGroup(columns, until - from));
    }
  }
}

/** A row group of facts; what is not among the columns is empty in all rows. */
export function rowGroup(columns: ReadonlyMap<string, EncodedColumn>, rows: number): RowGroup {
  return Object.keys(factColumns).map((name) => columns.get(name) ?? encodeNothing(rows));
}
