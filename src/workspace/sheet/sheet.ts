import type {z} from "zod";
import type {Help} from "../../base/advice.ts";
import {type ErrorCode, UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import {readKeptFile, readKeptFileIfAny} from "../kept-file.ts";
import {decodeText, type FileText, isWorkbook} from "../text-file.ts";
import {eachRow} from "./csv-rows.ts";
import {cellFault, FaultList, SheetRefused} from "./fault.ts";
import {findSeparator, type Header, readHeader, type Separator} from "./header.ts";

/** A kind of CSV file that a person keeps: what it is called, and what its columns may hold. */
export interface SheetKind<Shape extends z.ZodRawShape> {
  /** The code of its faults. */
  readonly code: ErrorCode;
  /** As a fault calls it: `blacklist`. */
  readonly name: string;
  /** What to try where the file cannot be read. */
  readonly help: Help;
  /** True where a file that is missing is one without rows. */
  readonly mayBeMissing?: boolean;
  /** One schema a column; a column whose schema takes `undefined` may be missing, and its cells empty. */
  readonly columns: z.ZodObject<Shape>;
  /** What is larger is refused; 64 where it is left out. */
  readonly mostMegabytes?: number;
  /** What may part the cells; all of them where it is left out. */
  readonly separators?: readonly Separator[];
}

/** Where a row stands, and how to refuse it. */
export interface SheetPlace {
  /** Where the row begins; the file's first line is 1. */
  readonly line: number;
  /** Takes down a fault of this row; reading goes on, and the whole sheet is refused at its end. */
  readonly refuse: (what: string, help: string, column?: string) => void;
}

/** Takes a row whose cells were all allowed. */
export type TakeRow<Shape extends z.ZodRawShape> = (cells: z.output<z.ZodObject<Shape>>, place: SheetPlace) => void;

/** How a sheet was read. */
export type SheetReading = Pick<FileText, "encoding" | "isGuessed"> & {readonly rowCount: number};

/**
 * Reads a CSV file that a person keeps, row by row.
 *
 * The first row names the columns, in any order and case; further columns are not looked at. Commas, semicolons or tabs
 * part the cells; UTF-8, UTF-16 or Windows-1252; any line ends. Cells are trimmed. Empty rows are passed over, and so
 * are lines that begin with `#`.
 *
 * @throws {SheetRefused} with the kind's code, at the end, when any row was refused; {UserError} with the same code
 *   when the file cannot be read.
 */
export function readSheet<Shape extends z.ZodRawShape>(
  path: string,
  kind: SheetKind<Shape>,
  take: TakeRow<Shape>,
): SheetReading {
  const {mayBeMissing = false} = kind;
  const bytes = mayBeMissing ? readKeptFileIfAny(path, kind) : readKeptFile(path, kind);
  if (bytes === null) return {rowCount: 0, encoding: "utf-8", isGuessed: false};
  const saveAgain = "save it again, as CSV in UTF-8";
  if (isWorkbook(bytes)) throw new UserError(kind.code, "the file is a spreadsheet's own, not CSV", saveAgain, path);
  const file = decodeText(bytes);
  if (file === null) throw new UserError(kind.code, "the file is damaged, or cut off", saveAgain, path);
  const {text, encoding, isGuessed} = file;
  return {rowCount: parseSheet(text, path, kind, take), encoding, isGuessed};
}

/** Reads the text of a sheet; see {@link readSheet}. Gives the number of rows. */
export function parseSheet<Shape extends z.ZodRawShape>(
  text: string,
  path: string,
  {code, columns, separators = [",", ";", "\t"]}: SheetKind<Shape>,
  take: TakeRow<Shape>,
): number {
  // The parser would take the first line end for that of all lines.
  const lines = text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
  const separator = findSeparator(lines, Object.keys(columns.shape), separators);
  const faults = new FaultList();
  let header: Header | null = null;
  let rowCount = 0;

  const badRow = eachRow(lines, separator, (row, line) => {
    const refuse = (what: string, help: string, column: string | null = null) => faults.add({line, column, what, help});
    if (header === null) {
      header = readHeader(row, columns.shape, (what, help) => {
        throw new SheetRefused(code, path, [{line, column: null, what, help}]);
      });
      return;
    }
    rowCount++;
    if (row.length !== header.width) {
      const cells = plural(row.length, "cell", "cells");
      refuse(`the line has ${cells}, the first line names ${header.width}`, quoteHelp(separator));
      return;
    }
    const cells = cellsOf(row, header);
    const result = columns.safeParse(cells);
    if (result.success) take(result.data, {line, refuse});
    else for (const issue of result.error.issues) faults.add(cellFault(issue, cells, line));
  });
  if (badRow !== null) faults.add({column: null, ...badRow, help: badRow.help ?? quoteHelp(separator)});
  faults.throwAny(code, path);
  return rowCount;
}

function cellsOf(row: readonly string[], {columns}: Header): Record<string, string | undefined> {
  const cells: Record<string, string | undefined> = {};
  for (const {name, place, isOptional} of columns) {
    cells[name] = isOptional && row[place] === "" ? undefined : row[place];
  }
  return cells;
}

function quoteHelp(separator: Separator): string {
  const name = {",": "comma", ";": "semicolon", "\t": "tab"}[separator];
  return `put text that holds a ${name} or a quote in quotes, and write its quotes twice`;
}
