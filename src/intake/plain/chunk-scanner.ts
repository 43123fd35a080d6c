import type {Buffer} from "node:buffer";
import {mostInFull} from "../../workspace/quarantined.ts";
import {cleanLine} from "../clean-line.ts";
import {earliestYear} from "../parse-sql.ts";
import {LineScanner, type LineShape, shortMark} from "./line-scanner.ts";
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
  /** The lines that are not plain, made harmless, each text once. Those that are too short to be a request stand here as one. */
  readonly odd: readonly string[];
  /** What the first of those says that are too short, by their rows. */
  readonly short: ReadonlyMap<number, string>;
  readonly newWords: NewWords;
  /** Where the next line begins that was not read. */
  readonly until: number;
}

/** What stands for all lines that are too short to be a request: one of those that are ignored, and one of those that are not. */
const [ignoredText, shortText] = ["", "-"];

const earliest = Date.UTC(earliestYear, 0, 1) / 1000;

/** Reads the lines of chunks, and remembers their words from one chunk to the next. */
export class ChunkScanner {
  #scanner = new LineScanner();
  #generation = 0;
  #known: Record<WordName, number> = nothing();

  /**
   * Reads a chunk's lines, from one of them on; not all, where they are very many.
   *
   * @param chunk Whole lines, of which the last ends.
   * @param given A table to be written over; null where a new one is to be made.
   */
  read(chunk: Buffer, {shape, latest}: ReadingOrder, given: LineTable | null, from = 0): ChunkReading {
    if (this.#scanner.isFull) this.#forget();
    const scanned = this.#scanner.read(chunk, {shape, earliest, latest}, given, from);
    const {table, lines, odd, until} = scanned;
    const texts = new Map<string, number>();
    const placeOf = (text: string): number => {
      const place = texts.get(text) ?? texts.size;
      texts.set(text, place);
      return -1 - place;
    };
    for (const line of odd) table.client[line.row] = placeOf(cleanLine(chunk.subarray(line.from, line.until)));
    const short = new Map<number, string>();
    const ignoredPlace = scanned.ignored > 0 ? placeOf(ignoredText) : 0;
    const shortPlace = scanned.short > 0 ? placeOf(shortText) : 0;
    for (let row = 0, left = scanned.ignored + scanned.short; left > 0; row++) {
      const mark = table.client[row]!;
      if (mark > shortMark) continue;
      left--;
      table.client[row] = mark === shortMark ? shortPlace : ignoredPlace;
      if (mark === shortMark && short.size < mostInFull) {
        short.set(row, cleanLine(chunk.subarray(table.seconds[row]!, table.bytes[row]!)));
      }
    }
    return {lines, table, odd: [...texts.keys()], short, newWords: this.#newWords(), until};
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
