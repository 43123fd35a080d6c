import {randomBytes} from "node:crypto";
import type {SignBefore} from "../carriers/text-before.ts";
import type {LineLayout} from "../layouts/layout.ts";
import {longestLine} from "../line/clean.ts";
import {EscapedWords} from "./escaped-words.ts";
import {writeBefore, writeLayout} from "./layout-code.ts";
import {newLineCode} from "./line-code.ts";
import type {LineTable} from "./line-table.ts";
import {
  addOdd,
  beginLines,
  firstRows,
  hasRoom,
  type LinesSoFar,
  namesOthers,
  readAsText,
  type ScannedLines,
  widened,
} from "./scanned-lines.ts";
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
  /** How the lines look, where they are of the combined family; any shape where there is a layout. */
  readonly shape: LineShape;
  readonly layout?: LineLayout | null;
  /** What stands before each line; null where nothing does. */
  readonly before?: readonly SignBefore[] | null;
  /** So many odd lines are enough. */
  readonly mostOdd?: number;
  /** Is what stands behind the path's question mark a part of the word? */
  readonly hasQuery?: boolean;
  /** Instants in seconds; a line dated before the one or after the other is not plain. */
  readonly earliest: number;
  readonly latest: number;
}

/** So many bytes are looked at together: they stay in the processor's own memory, a whole chunk does not. */
const lookLength = 1 << 18;

/** The code is shown that at once, or one line, or a text of a line, in which a byte may have become three. */
const roomLength = lookLength + 3 * longestLine;

/** So many odd lines are read in one go. */
const usualOdd = 1 << 14;

/** What the table has in place of the client where a line is too short to be a request: blank or a comment, or anything else. */
export const [ignoredMark, shortMark] = [-(2 ** 31), 1 - 2 ** 31];

/** More words, or more memory for them: what they were is forgotten, and numbers begin anew. */
const [mostWords, mostMemory] = [1 << 18, 1 << 26];

/** Ends the words that a cut line leaves open: whoever looks for a blank or a quote finds one here. */
const fence = new Uint8Array(64).map((_, at) => (at % 2 === 0 ? 0x20 : 0x22));

const newline = 0x0a;

/** The books of words that facts are not made of as they stand; behind those that {@link wordNames} are. */
const [escapedAgents, contents] = [6, 7];

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
  readonly #escaped = new EscapedWords(this);
  /** What the server called the content, by the row, as the number of a word. */
  #contents = new Int32Array(firstRows);

  constructor() {
    const code = this.#code;
    // No crafted log can make the words collide that does not know it.
    code.begin(roomLength + fence.length, firstRows, randomBytes(8).readBigUInt64LE() | 1n);
    this.#chunkAt = code.chunkAt();
    this.#columnsAt = code.columnsAt();
    this.#oddsAt = code.oddsAt();
    this.#memoryAtFirst = code.memoryUsed();
  }

  /** Should everything be forgotten, so that memory stays bounded? */
  get isFull(): boolean {
    return (
      this.#code.memoryUsed() - this.#memoryAtFirst > mostMemory ||
      [...wordNames.keys(), escapedAgents, contents].some((book) => this.#code.countOf(book) > mostWords)
    );
  }

  /** How many different words were seen. */
  countOf(name: WordName): number {
    return this.#code.countOf(wordNames.indexOf(name));
  }

  /** The word of a number, from 1. */
  word(name: WordName, number: number): string {
    return this.#wordIn(wordNames.indexOf(name), number);
  }

  /** An agent as it stands there, with its escapes. */
  escapedAgent(number: number): string {
    return this.#wordIn(escapedAgents, number);
  }

  /** What the server called the content. */
  content(number: number): string {
    return this.#wordIn(contents, number);
  }

  #wordIn(book: number, number: number): string {
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
  read(chunk: Buffer, order: LineOrder, given: LineTable | null, start = 0): ScannedLines {
    const {layout = null, mostOdd = usualOdd} = order;
    const code = this.#code;
    this.#expect(order);
    const read = beginLines(given, start);
    let isLaidOut = true;
    while (isLaidOut && read.until < chunk.length && hasRoom(read, mostOdd)) {
      const from = read.until;
      const last = chunk.lastIndexOf(newline, from + lookLength - 1);
      const until = 1 + (last < from ? chunk.indexOf(newline, from) : last);
      this.#put(chunk.subarray(from, until));
      let at = 0;
      while (isLaidOut && at < until - from && hasRoom(read, mostOdd)) {
        at = code.scan(at, until - from);
        this.#take(read, from);
        if (code.isAtComment.value === 0) continue;
        const end = chunk.indexOf(newline, from + at);
        // The rows behind a comment that names other columns are for those who read text.
        isLaidOut = !namesOthers(chunk.subarray(from + at, end), layout);
        addOdd(read, {from: from + at, until: end});
        this.#makeRoom(read);
        this.#contents[read.lines - 1] = 0;
        at = end + 1 - from;
      }
      read.until = from + at;
    }
    if (layout !== null) this.#nameWords(read, layout);
    return isLaidOut ? read : readAsText(chunk, read, mostOdd);
  }

  #expect({shape, layout = null, before = null, hasQuery = false, earliest, latest}: LineOrder): void {
    const code = this.#code;
    const longest = Math.min(longestLine, layout?.longestLine ?? longestLine);
    code.expect(shape.hasHost, shape.hasOrigin, hasQuery, earliest, latest, longest);
    writeBefore(code, before ?? []);
    if (layout === null) code.expectLayout(false, false, 0, 0, 0);
    else writeLayout(code, layout, this.numberOf("method", "GET"));
  }

  /** Makes those words of the rows that facts are made of. */
  #nameWords({table, lines}: ScannedLines, {agentEscapes}: LineLayout): void {
    if (agentEscapes !== null) this.#escaped.unescapeAgents(table, lines, agentEscapes);
    this.#escaped.nameContents(table, this.#contents.subarray(0, lines));
  }

  #makeRoom({table}: ScannedLines): void {
    if (this.#contents.length >= table.client.length) return;
    const before = this.#contents;
    this.#contents = new Int32Array(table.client.length);
    this.#contents.set(before);
  }

  #put(bytes: Uint8Array): void {
    const room = new Uint8Array(this.#code.memory.buffer, this.#chunkAt);
    room.set(bytes);
    room.set(fence, bytes.length);
  }

  /** Adds the rows that were scanned last, of lines behind this place of the chunk. */
  #take(read: LinesSoFar, from: number): void {
    const code = this.#code;
    const {buffer} = code.memory;
    const rows = code.rows.value;
    const [wide, narrow] = [8 * firstRows, 4 * firstRows];
    const first = read.lines;
    const table = widened(read, rows);
    table.seconds.set(new Float64Array(buffer, this.#columnsAt, rows), first);
    table.bytes.set(new Float64Array(buffer, this.#columnsAt + wide, rows), first);
    for (const [place, name] of columnNames.entries()) {
      table[name].set(new Int32Array(buffer, this.#columnsAt + 2 * wide + place * narrow, rows), first);
    }
    this.#makeRoom(read);
    const contentsAt = this.#columnsAt + 2 * wide + columnNames.length * narrow;
    this.#contents.set(new Int32Array(buffer, contentsAt, rows), first);
    for (const row of new Int32Array(buffer, this.#oddsAt, code.oddRows.value)) {
      const line = first + row;
      read.odd.push({row: line, from: from + table.seconds[line]!, until: from + table.bytes[line]!});
    }
    // Where short lines stand is told by the table, within the chunk as of odd ones.
    if (code.shortRows.value + code.ignoredRows.value > 0) place(table, first, rows, from);
    read.ignored += code.ignoredRows.value;
    read.short += code.shortRows.value;
    read.lines += rows;
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
