import type {Buffer} from "node:buffer";
import {earliestYear} from "../parse-sql.ts";
import {lineText} from "../spool.ts";
import {LineScanner, type LineShape} from "./line-scanner.ts";
import type {LineTable} from "./line-table.ts";
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
   * @param chunk Whole lines, of which the last ends.
   * @param given A table to be written over; null where a new one is to be made.
   */
  read(chunk: Buffer, {input, shape, latest, tellsClients}: ReadingOrder, given: LineTable | null): ChunkReading {
    if (this.#scanner.isFull) this.#forget();
    const {table, lines, odd} = this.#scanner.read(chunk, {shape, earliest, latest}, given);
    const texts = new Map<string, number>();
    for (const {row, from, until} of odd) {
      const text = lineText(chunk.subarray(from, until));
      const place = texts.get(text) ?? texts.size;
      texts.set(text, place);
      table.client[row] = -1 - place;
    }
    const clients = tellsClients ? this.#newClients(table, lines, input) : [];
    return {lines, table, odd: [...texts.keys()], newWords: this.#newWords(), clients};
  }

  #forget(): void {
    this.#scanner = new LineScanner();
    this.#generation++;
    this.#known = nothing();
    this.#told = new Map();
  }

  #newWords(): NewWords {
    const news = wordNames.map((name) => {
      const count = this.#scanner.countOf(name);
      const words: string[] = [];
      while (this.#known[name] < count) words.push(this.#scanner.word(name, ++this.#known[name]));
      return [name, words];
    });
    return {generation: this.#generation, words: Object.fromEntries(news)};
  }

  /** The clients in the table that were not told of this input. */
  #newClients({client}: LineTable, lines: number, input: number): string[] {
    const before = this.#told.get(input);
    const told = new Uint8Array(this.#scanner.countOf("client") + 1);
    if (before) told.set(before);
    if (!before && this.#told.size === inputsRemembered) this.#told.clear();
    this.#told.set(input, told);
    const news: string[] = [];
    for (let row = 0; row < lines; row++) {
      const word = client[row]!;
      if (word < 0 || told[word] === 1) continue;
      told[word] = 1;
      news.push(this.#scanner.word("client", word));
    }
    return news;
  }
}

function nothing(): Record<WordName, number> {
  return {client: 0, host: 0, method: 0, path: 0, referrer: 0, agent: 0};
}
