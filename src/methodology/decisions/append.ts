import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  realpathSync,
  writeFileSync,
} from "node:fs";
import {UserError} from "../../base/error.ts";
import {asCellText} from "../../base/text.ts";
import {writeWhole} from "../../base/whole-file.ts";
import {asWriteFault} from "../../base/write-fault.ts";
import {readKeptFile} from "../../workspace/kept-file.ts";
import {csvRow} from "../../workspace/sheet/csv-row.ts";
import {eachRow} from "../../workspace/sheet/csv-rows.ts";
import {decodeText} from "../../workspace/text-file.ts";
import type {ClientSelector} from "./entry.ts";
import {blacklistColumns, listingsOf, parseDecisions} from "./read.ts";
import {type Decision, type DecisionRow, keyOf} from "./resolve.ts";

/** A decision that is to be written down. */
export interface NewDecision {
  /** As it stands in the blacklist: an address, a network, a host's name or `client:NUMBER`. */
  readonly entry: string;
  /** `YYYY-MM-DD`, both inclusive; null is open. */
  readonly from: string | null;
  readonly until: string | null;
  readonly decision: Decision;
  readonly reason: string;
  readonly decidedBy: string;
}

/** Decisions as they are to stand in a blacklist. */
export interface PlannedDecisions {
  /** @throws {UserError} WORKSPACE_DENIED or DISK_FULL; nothing is written then. */
  write(): void;
  /** The line that each row begins in. */
  readonly lines: readonly number[];
}

/** Writes {@link planDecisions} at once, and gives their lines. */
export function addDecisions(path: string, decisions: readonly NewDecision[], now: number): readonly number[] {
  const planned = planDecisions(path, decisions, now);
  planned.write();
  return planned.lines;
}

/**
 * Puts decisions at the end of a blacklist, each as a row of its own: what stood there stays as it is.
 *
 * A row has the day; where the client has a row of that day, or of a later one, the instant, so that it is the last. The
 * rows are written in one go: all of them are there afterwards, or none. A blacklist that has no column for decisions gets
 * one when there is need of it.
 *
 * @param now Milliseconds since 1970 UTC.
 * @throws {UserError} BLACKLIST_REFUSED where it cannot be added to, or the rows contradict each other.
 */
export function planDecisions(path: string, decisions: readonly NewDecision[], now: number): PlannedDecisions {
  const file = openFile(path);
  const needed = decisions.some(({decision}) => decision !== "robot");
  const wide = needed && !file.columns.includes("decision") ? withColumn(file) : file;
  const rows: Record<string, string>[] = [];
  let known = parseDecisions(wide.text, path);
  for (const {entry, from, until, decision, reason, decidedBy} of decisions) {
    const row = {
      ...{
        entry,
        from: from ?? "",
        until: until ?? "",
        decision,
        reason: reasonText(reason),
        decided_by: reasonText(decidedBy),
      },
      decided_on: "",
    };
    const [read] = parseDecisions(`${csvRow(Object.keys(row))}\n${csvRow(Object.values(row))}\n`, path);
    row.decided_on = dateOf(read!.who, known, now);
    rows.push(row);
    known = [...known, {...read!, decidedOn: row.decided_on}];
  }
  const begin = wide.text === "" || wide.text.endsWith("\n") ? "" : wide.lineEnd;
  const lines = rows.map((row) => `${csvRow(wide.columns.map((name) => row[name] ?? ""))}${wide.lineEnd}`);
  const added = begin + lines.join("");
  const text = wide.text + added;
  listingsOf(parseDecisions(text, path), path);
  const first = text.slice(0, text.length - lines.join("").length).split("\n").length;
  return {
    lines: lines.map((_, place) => first + place),
    write: () => write(path, wide === file && file.exists ? {added} : {text: `${file.mark}${text}`}),
  };
}

/**
 * How is what a person wrote kept in the blacklist?
 *
 * In one line, since a line break would spread the row over two; without anything that a terminal or a spreadsheet would do instead
 * of showing it: the text may have been copied from a log.
 */
export function reasonText(text: string): string {
  return asCellText(text.replace(/\s+/g, " ").trim());
}

/** The day, or the instant where the client has a row of the day already. */
function dateOf(who: ClientSelector, known: readonly DecisionRow[], now: number): string {
  const day = instantOf(now).slice(0, 10);
  const own = known.filter((row) => keyOf(row.who) === keyOf(who)).map(({decidedOn}) => decidedOn);
  const last = own.toSorted().at(-1) ?? "";
  if (last < day) return day;
  const instant = instantOf(now);
  if (last < instant) return instant;
  return instantOf(Date.parse(last.includes("T") ? last : `${last}T00:00:00Z`) + 1000);
}

function instantOf(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

interface BlacklistFile {
  readonly exists: boolean;
  /** The byte order mark that it begins with, if any. */
  readonly mark: string;
  readonly text: string;
  readonly lineEnd: string;
  readonly columns: readonly string[];
}

function openFile(path: string): BlacklistFile {
  const header = `${csvRow(blacklistColumns)}\n`;
  if (!existsSync(path)) return {exists: false, mark: "", text: header, lineEnd: "\n", columns: blacklistColumns};
  const help = "check methodology.blacklist in broadsheet.yaml";
  const bytes = readKeptFile(path, {code: "BLACKLIST_REFUSED", name: "blacklist", help, mostMegabytes: 16});
  const file = decodeText(bytes);
  if (file === null || file.encoding !== "utf-8") {
    throw new UserError(
      "BLACKLIST_REFUSED",
      "the blacklist is not in UTF-8, and cannot be added to",
      "save it as CSV in UTF-8",
      path,
    );
  }
  const mark = bytes.subarray(0, 3).equals(Buffer.from("\ufeff")) ? "\ufeff" : "";
  const lineEnd = file.text.includes("\r\n") ? "\r\n" : "\n";
  const columns = columnsOf(file.text);
  if (columns.length > 0) return {exists: true, mark, text: file.text, lineEnd, columns};
  return {exists: false, mark, text: `${file.text}${header}`, lineEnd, columns: blacklistColumns};
}

function columnsOf(text: string): string[] {
  let columns: string[] = [];
  eachRow(text.replace(/\r\n?/g, "\n"), ",", (row) => {
    columns = row.map((cell) => cell.toLowerCase());
    return false;
  });
  return columns;
}

/**
 * Begins a blacklist where there is none, with its columns and no row.
 *
 * @throws {UserError} WORKSPACE_DENIED or DISK_FULL
 */
export function beginBlacklist(path: string): void {
  if (!existsSync(path)) write(path, {text: `${csvRow(blacklistColumns)}\n`});
}

/** The file with a column for decisions behind the others; what stands in its lines stays as it is. */
function withColumn(file: BlacklistFile): BlacklistFile {
  const lines = file.text.split(/\r?\n/);
  const begins: number[] = [];
  eachRow(lines.join("\n"), ",", (_, line) => begins.push(line - 1));
  const ends = begins.map((begin, row) => lastLine(lines, begin, begins[row + 1] ?? lines.length));
  const text = lines
    .map((line, place) => {
      if (!ends.includes(place)) return line;
      return `${line}${place === ends[0] ? ",decision" : ","}`;
    })
    .join(file.lineEnd);
  return {...file, text, columns: [...file.columns, "decision"]};
}

/** In which line does a row end that begins in one? Its quotes are closed there. */
function lastLine(lines: readonly string[], begin: number, next: number): number {
  let quotes = 0;
  for (let place = begin; place < next; place++) {
    quotes += lines[place]!.split('"').length - 1;
    if (quotes % 2 === 0) return place;
  }
  return next - 1;
}

/** Adds to a file, or takes its place as a whole. Either is on the disk when it returns. */
function write(path: string, what: {readonly added: string} | {readonly text: string}): void {
  const target = existsSync(path) ? realpathSync(path) : path;
  try {
    if ("added" in what) append(target, what.added);
    else writeWhole(target, what.text);
  } catch (fault) {
    throw asWriteFault(fault, path) ?? fault;
  }
}

/** In one write at the file's end: others that add to it at the same time lose nothing. */
function append(path: string, text: string): void {
  const file = openSync(path, "a");
  const {size} = fstatSync(file);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } catch (fault) {
    // Half a row would make the whole blacklist unreadable.
    ftruncateSync(file, size);
    throw fault;
  } finally {
    closeSync(file);
  }
}
