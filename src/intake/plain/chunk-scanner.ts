import {Buffer} from "node:buffer";
import {earliestYear} from "../parse-sql.ts";
import {longestLine} from "../scan.ts";
import {lineText} from "../spool.ts";
import {fence, fenceLength, LineScanner, type LineShape} from "./line-scanner.ts";
import {type LineTable, tableOf} from "./line-table.ts";
import {type NewWords, type WordName, wordNames} from "./word-names.ts";

/** How the lines of an input are to be read. */
export interface ReadingOrder {
  /** One number an input. */
  readonly input: number;
  readonly shape: LineShape;
  /** Instant in seconds; a line dated after it is not plain. */
  readonly latest: number;
  /** Is it asked which clients there are? */
  readonly tellsClients: boolean;
}

/** What a chunk's bytes tell. */
export interface ChunkReading {
  readonly lines: number;
  readonly table: LineTable;
  /** The lines that are not plain, made harmless, each text once. */
  readonly odd: readonly string[];
  readonly newWords: NewWords;
  /** Plain clients as the log writes them, each at least once an input; empty where nobody asks. */
  readonly clients: readonly string[];
}

const earliest = Date.UTC(earliestYear, 0, 1) / 1000;
const newline = 0x0a;
const firstRows = 1 << 16;

/** Of how many inputs it is remembered which clients were told; they are read two at once. */
const inputsRemembered = 4;

/** Reads the lines of chunks, and remembers their words from one chunk to the next. */
export class ChunkScanner {
  #scanner = new LineScanner();
  #generation = 0;
  #known: Record<WordName, number> = nothing();
  /** Which clients were told of each of the inputs that were read last. */
  #told = new Map<number, Uint8Array>();

  /**
   * Reads a chunk's lines.
   *
   * @param chunk Whole lines, of which the last ends; has room for a fence behind them.
   * @param length How many of its bytes are lines.
   * @param table To be written over; null where a new one is to be made.
   */
  read(chunk: Buffer, length: number, order: ReadingOrder, table: LineTable | null): ChunkReading {
    if (this.#scanner.isFull) this.#forget();
    fence(chunk.subarray(length, length + fenceLength));
    const odd = new Map<string, number>();
    const filled = this.#fill(chunk, length, order, odd, table ?? tableOf(firstRows));
    const clients = order.tellsClients ? this.#newClients(filled.table, filled.lines, order.input) : [];
    return {...filled, odd: [...odd.keys()], newWords: this.#newWords(), clients};
  }

  #fill(
    chunk: Buffer,
    length: number,
    {shape, latest}: ReadingOrder,
    odd: Map<string, number>,
    given: LineTable,
  ): {table: LineTable; lines: number} {
    const scanner = this.#scanner;
    const view = new DataView(chunk.buffer, chunk.byteOffset, length + fenceLength);
    let table = given;
    let row = 0;
    for (let at = 0; at < length; row++) {
      if (row === table.client.length) table = tableOf(2 * row, table);
      const next = scanner.scan(view, at, shape, table, row);
      const second = table.seconds[row]!;
      if (next > 0 && next - at <= longestLine && second >= earliest && second <= latest) {
        at = next;
        continue;
      }
      const end = chunk.indexOf(newline, at);
      // Some of what Node does with bytes it does not do with shared ones.
      const text = lineText(Buffer.from(chunk.subarray(at, end)));
      const place = odd.get(text) ?? odd.size;
      if (place === odd.size) odd.set(text, place);
      table.client[row] = -1 - place;
      at = end + 1;
    }
    return {table, lines: row};
  }

  #forget(): void {
    this.#scanner = new LineScanner();
    this.#generation++;
    this.#known = nothing();
    this.#told = new Map();
  }

  #newWords(): NewWords {
    const news = wordNames.map((name) => {
      const book = this.#scanner.books[name];
      const words: string[] = [];
      while (this.#known[name] < book.count) words.push(book.word(++this.#known[name]));
      return [name, words];
    });
    return {generation: this.#generation, words: Object.fromEntries(news)};
  }

  /** The clients in the table that were not told of this input. */
  #newClients({client}: LineTable, lines: number, input: number): string[] {
    const book = this.#scanner.books.client;
    const before = this.#told.get(input);
    const told = new Uint8Array(book.count + 1);
    if (before) told.set(before);
    if (!before && this.#told.size === inputsRemembered) this.#told.clear();
    this.#told.set(input, told);
    const news: string[] = [];
    for (let row = 0; row < lines; row++) {
      const word = client[row]!;
      if (word < 0 || told[word] === 1) continue;
      told[word] = 1;
      news.push(book.word(word));
    }
    return news;
  }
}

function nothing(): Record<WordName, number> {
  return {client: 0, host: 0, method: 0, path: 0, referrer: 0, agent: 0};
}
