import {randomBytes} from "node:crypto";
import {longestLine} from "../clean-line.ts";
import {chunkCapacity} from "./chunk-cutter.ts";
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
  /** Instants in seconds; a line dated before the one or after the other is not plain. */
  readonly earliest: number;
  readonly latest: number;
}

/** A line that is not plain: its row, and where it stands, without its newline. */
export interface OddLine {
  readonly row: number;
  readonly from: number;
  readonly until: number;
}

/** So many bytes are looked at together: they stay in the processor's own memory, a whole chunk does not. */
const lookLength = 1 << 18;

const [tableRows, firstRows] = [1 << 13, 1 << 16];

/** More words, or more memory for them: what they were is forgotten, and numbers begin anew. */
const [mostWords, mostMemory] = [1 << 18, 1 << 26];

/** Ends the words that a cut line leaves open: whoever looks for a blank or a quote finds one here. */
const fence = new Uint8Array(64).map((_, at) => (at % 2 === 0 ? 0x20 : 0x22));

const newline = 0x0a;

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

  constructor() {
    const code = this.#code;
    // No crafted log can make the words collide that does not know it.
    code.begin(chunkCapacity + fence.length, tableRows, randomBytes(8).readBigUInt64LE() | 1n);
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
    return Buffer.from(this.#code.memory.buffer, this.#code.wordAt(book, number), length).toString("latin1");
  }

  /**
   * Writes what lines say into a table, a row a line.
   *
   * @param chunk Whole lines, of which the last ends.
   * @param given The table to be written over; null where a new one is to be made. It may have to be replaced by a larger one.
   */
  read(
    chunk: Buffer,
    {shape, earliest, latest}: LineOrder,
    given: LineTable | null,
  ): {table: LineTable; lines: number; odd: OddLine[]} {
    const code = this.#code;
    code.expect(shape.hasHost, shape.hasOrigin, earliest, latest, longestLine);
    let table = given ?? tableOf(firstRows);
    let lines = 0;
    const odd: OddLine[] = [];
    for (let from = 0; from < chunk.length; ) {
      const last = chunk.lastIndexOf(newline, from + lookLength - 1);
      const until = 1 + (last < from ? chunk.indexOf(newline, from) : last);
      this.#put(chunk.subarray(from, until));
      for (let at = 0; at < until - from; ) {
        at = code.scan(at, until - from);
        const rows = code.rows.value;
        while (lines + rows > table.client.length) table = tableOf(2 * table.client.length, table);
        this.#take(table, lines, rows);
        for (const row of new Int32Array(code.memory.buffer, this.#oddsAt, code.oddRows.value)) {
          const line = lines + row;
          odd.push({row: line, from: from + table.seconds[line]!, until: from + table.bytes[line]!});
        }
        lines += rows;
      }
      from = until;
    }
    return {table, lines, odd};
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
