import {randomBytes} from "node:crypto";
import {longestLine} from "../line/clean.ts";
import {newLineCode} from "./line-code.ts";
import {type LineTable, tableOf} from "./line-table.ts";
import {type WordName, wordNames} from "./word-names.ts";

/** How the plain lines of a format look. */
export interface LineShape {
  /** Does a virtual host with its port stand before the client? */
  readonly hasHost: boolean;
  /** Do referrer and agent stand behind the size? */
  readonly hasOrigin: boolean;
}

/** What makes a line plain. */
export interface LineOrder {
  readonly shape: LineShape;
  /** Is what stands behind the path's question mark a part of the word? */
  readonly hasQuery?: boolean;
  /** Instants in seconds; a line dated before the one or after the other is not plain. */
  readonly earliest: number;
  readonly latest: number;
}

/** A line that is not plain: its row, and where it stands in the chunk, without its newline. */
export interface OddLine {
  readonly row: number;
  readonly from: number;
  readonly until: number;
}

/** What lines say, as far as they were read. */
export interface ScannedLines {
  readonly table: LineTable;
  readonly lines: number;
  readonly odd: readonly OddLine[];
  /** Where the next line begins that was not read. */
  readonly until: number;
  /** How many lines are too short to be a request: what the table says of them is {@link ignoredMark} or {@link shortMark}. */
  readonly ignored: number;
  readonly short: number;
}

/** So many bytes are looked at together: they stay in the processor's own memory, a whole chunk does not. */
const lookLength = 1 << 18;

/** The code is shown that at once, or one line, or a text of a line, in which a byte may have become three. */
const roomLength = lookLength + 3 * longestLine;

/** Rows that the code has, and rows of a table at first. */
const tableRows = 1 << 13;

/** So many lines, or odd lines, are read in one go, and no chunk of a usual log has more: what is made of them is in memory together. */
export const mostLines = 1 << 17;
const mostOdd = 1 << 14;

/** What the table has in place of the client where a line is too short to be a request: blank or a comment, or anything else. */
export const [ignoredMark, shortMark] = [-(2 ** 31), 1 - 2 ** 31];

/** More words, or more memory for them: what they were is forgotten, and numbers begin anew. */
const [mostWords, mostMemory] = [1 << 18, 1 << 26];

/** Ends the words that a cut line leaves open: whoever looks for a blank or a quote finds one here. */
const fence = new Uint8Array(64).map((_, at) => (at % 2 === 0 ? 0x20 : 0x22));

const newline = 0x0a;

const encoder = new TextEncoder();

/** In the order in which the code has them, after seconds and bytes. */
const columnNames = ["client", "host", "method", "path", "status", "referrer", "agent"] as const;

/**
 * Takes plain lines apart.
 *
 * SQL needs many times as long, because it makes a text of every field of every line. What is in any way odd is left to the
 * format's exact expression. `paths-agree.test.ts` holds the two together.
 */
export class LineScanner {
  readonly #code = newLineCode();
  readonly #chunkAt: number;
  readonly #columnsAt: number;
  readonly #oddsAt: number;
  readonly #memoryAtFirst: number;
  /** The numbers of words that {@link numberOf} was asked for. */
  readonly #numbers = Object.fromEntries(wordNames.map((name) => [name, new Map()])) as Record<
    WordName,
    Map<string, number>
  >;

  constructor() {
    const code = this.#code;
    // No crafted log can make the words collide that does not know it.
    code.begin(roomLength + fence.length, tableRows, randomBytes(8).readBigUInt64LE() | 1n);
    this.#chunkAt = code.chunkAt();
    this.#columnsAt = code.columnsAt();
    this.#oddsAt = code.oddsAt();
    this.#memoryAtFirst = code.memoryUsed();
  }

  /** Should everything be forgotten, so that memory stays bounded? */
  get isFull(): boolean {
    return (
      this.#code.memoryUsed() - this.#memoryAtFirst > mostMemory ||
      wordNames.some((name) => this.countOf(name) > mostWords)
    );
  }

  /** How many different words were seen. */
  countOf(name: WordName): number {
    return this.#code.countOf(wordNames.indexOf(name));
  }

  /** The word of a number, from 1. */
  word(name: WordName, number: number): string {
    const book = wordNames.indexOf(name);
    const length = this.#code.wordLength(book, number);
    return Buffer.from(this.#code.memory.buffer, this.#code.wordAt(book, number), length).toString("utf8");
  }

  /** The number of a word that was taken out of a line elsewhere. Asked between chunks: it is written where they stand. */
  numberOf(name: WordName, text: string): number {
    const known = this.#numbers[name].get(text);
    if (known !== undefined) return known;
    const room = new Uint8Array(this.#code.memory.buffer, this.#chunkAt, roomLength);
    const {written} = encoder.encodeInto(text, room);
    room.fill(0, written, written + 16);
    const number = this.#code.numberWord(wordNames.indexOf(name), written);
    this.#numbers[name].set(text, number);
    return number;
  }

  /**
   * Writes what lines say into a table, a row a line, until there are too many of them.
   *
   * @param chunk Whole lines, of which the last ends.
   * @param start Where the first line begins that is to be read.
   * @param given The table to be written over; null where a new one is to be made. It may have to be replaced by a larger one.
   */
  read(
    chunk: Buffer,
    {shape, hasQuery = false, earliest, latest}: LineOrder,
    given: LineTable | null,
    start = 0,
  ): ScannedLines {
    const code = this.#code;
    code.expect(shape.hasHost, shape.hasOrigin, hasQuery, earliest, latest, longestLine);
    let table = given ?? tableOf(tableRows);
    let lines = 0;
    const odd: OddLine[] = [];
    let [ignored, short] = [0, 0];
    let from = start;
    while (from < chunk.length && lines < mostLines && odd.length < mostOdd) {
      const last = chunk.lastIndexOf(newline, from + lookLength - 1);
      const until = 1 + (last < from ? chunk.indexOf(newline, from) : last);
      this.#put(chunk.subarray(from, until));
      let at = 0;
      while (at < until - from && lines < mostLines && odd.length < mostOdd) {
        at = code.scan(at, until - from);
        const rows = code.rows.value;
        while (lines + rows > table.client.length) table = tableOf(2 * table.client.length, table);
        this.#take(table, lines, rows);
        for (const row of new Int32Array(code.memory.buffer, this.#oddsAt, code.oddRows.value)) {
          const line = lines + row;
          odd.push({row: line, from: from + table.seconds[line]!, until: from + table.bytes[line]!});
        }
        // Where short lines stand is told by the table, within the chunk as of odd ones.
        if (code.shortRows.value + code.ignoredRows.value > 0) place(table, lines, rows, from);
        ignored += code.ignoredRows.value;
        short += code.shortRows.value;
        lines += rows;
      }
      from += at;
    }
    return {table, lines, odd, until: from, ignored, short};
  }

  #put(bytes: Uint8Array): void {
    const room = new Uint8Array(this.#code.memory.buffer, this.#chunkAt);
    room.set(bytes);
    room.set(fence, bytes.length);
  }

  #take(table: LineTable, line: number, rows: number): void {
    const {buffer} = this.#code.memory;
    const [wide, narrow] = [8 * tableRows, 4 * tableRows];
    table.seconds.set(new Float64Array(buffer, this.#columnsAt, rows), line);
    table.bytes.set(new Float64Array(buffer, this.#columnsAt + wide, rows), line);
    for (const [place, name] of columnNames.entries()) {
      table[name].set(new Int32Array(buffer, this.#columnsAt + 2 * wide + place * narrow, rows), line);
    }
  }
}

/** Moves the places of short lines in a part of the table. */
function place({client, seconds, bytes}: LineTable, first: number, rows: number, from: number): void {
  for (let row = first; row < first + rows; row++) {
    if (client[row]! > shortMark) continue;
    seconds[row]! += from;
    bytes[row]! += from;
  }
}
