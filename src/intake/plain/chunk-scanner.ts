import type {Buffer} from "node:buffer";
import {cleanLine} from "../clean-line.ts";
import {earliestYear} from "../parse-sql.ts";
import {LineScanner, type LineShape} from "./line-scanner.ts";
import type {LineTable} from "./line-table.ts";
import {type NewWords, type WordName, wordNames} from "./word-names.ts";

/** How the lines of an input are to be read. */
export interface ReadingOrder {
  readonly shape: LineShape;
  /** Instant in seconds; a line dated after it is not plain. */
  readonly latest: number;
}

/** What a chunk's bytes tell. */
export interface ChunkReading {
  readonly lines: number;
  readonly table: LineTable;
  /** The lines that are not plain, made harmless, each text once. */
  readonly odd: readonly string[];
  readonly newWords: NewWords;
}

const earliest = Date.UTC(earliestYear, 0, 1) / 1000;

/** Reads the lines of chunks, and remembers their words from one chunk to the next. */
export class ChunkScanner {
  #scanner = new LineScanner();
  #generation = 0;
  #known: Record<WordName, number> = nothing();

  /**
   * Reads a chunk's lines.
   *
   * @param chunk Whole lines, of which the last ends.
   * @param given A table to be written over; null where a new one is to be made.
   */
  read(chunk: Buffer, {shape, latest}: ReadingOrder, given: LineTable | null): ChunkReading {
    if (this.#scanner.isFull) this.#forget();
    const {table, lines, odd} = this.#scanner.read(chunk, {shape, earliest, latest}, given);
    const texts = new Map<string, number>();
    for (const {row, from, until} of odd) {
      const text = cleanLine(chunk.subarray(from, until));
      const place = texts.get(text) ?? texts.size;
      texts.set(text, place);
      table.client[row] = -1 - place;
    }
    return {lines, table, odd: [...texts.keys()], newWords: this.#newWords()};
  }

  #forget(): void {
    this.#scanner = new LineScanner();
    this.#generation++;
    this.#known = nothing();
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
}

function nothing(): Record<WordName, number> {
  return {client: 0, host: 0, method: 0, path: 0, referrer: 0, agent: 0};
}
