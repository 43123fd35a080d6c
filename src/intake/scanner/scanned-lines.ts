import type {LineLayout} from "../layouts/layout.ts";
import {cleanLine} from "../line/clean.ts";
import {type LineTable, tableOf} from "./line-table.ts";

/** So many lines are read in one go, and no chunk of a usual log has more: what is made of them is in memory together. */
const mostLines = 1 << 17;

/** Rows that the code has, and rows of a table at first. */
export const firstRows = 1 << 13;

const newline = 0x0a;

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
  /** How many lines are too short to be a request: a mark stands in the table in place of their client. */
  readonly ignored: number;
  readonly short: number;
}

/** Lines that were read, and those that are being. */
export interface LinesSoFar extends ScannedLines {
  table: LineTable;
  lines: number;
  readonly odd: OddLine[];
  until: number;
  ignored: number;
  short: number;
}

/** No line so far. @param given The table to be written over; null where a new one is to be made. */
export function beginLines(given: LineTable | null, start: number): LinesSoFar {
  return {table: given ?? tableOf(firstRows), lines: 0, odd: [], until: start, ignored: 0, short: 0};
}

/** May more lines be read in one go? */
export function hasRoom({lines, odd}: ScannedLines, mostOddLines: number): boolean {
  return lines < mostLines && odd.length < mostOddLines;
}

/** The table, with room for more rows. */
export function widened(read: LinesSoFar, rows: number): LineTable {
  while (read.lines + rows > read.table.client.length) read.table = tableOf(2 * read.table.client.length, read.table);
  return read.table;
}

/** A row of which nothing is known but where its line stands. */
export function addOdd(read: LinesSoFar, line: Omit<OddLine, "row">): void {
  const {agent} = widened(read, 1);
  agent[read.lines] = 0;
  read.odd.push({row: read.lines++, ...line});
}

/** Lines of a chunk that are all to be read as text. */
export function linesAsText(chunk: Buffer, given: LineTable | null, start: number, most = mostLines): ScannedLines {
  return readAsText(chunk, beginLines(given, start), most);
}

/** The rest of a chunk as text. */
export function readAsText(chunk: Buffer, read: LinesSoFar, most: number): ScannedLines {
  while (read.until < chunk.length && hasRoom(read, most)) {
    const until = chunk.indexOf(newline, read.until);
    addOdd(read, {from: read.until, until});
    read.until = until + 1;
  }
  return read;
}

/** Does the comment name columns, and others than the layout has? */
export function namesOthers(comment: Buffer, layout: LineLayout | null): boolean {
  const text = cleanLine(comment);
  return /^#fields:/i.test(text) && text !== layout?.header;
}
