import {existsSync, readFileSync} from "node:fs";
import {refuseLinks} from "../base/own-files.ts";
import {sha256} from "../base/sha256.ts";
import {visible} from "../base/text.ts";
import {writeWhole} from "../base/whole-file.ts";
import {asWriteFault} from "../base/write-fault.ts";
import type {AccountsFile} from "./database.ts";
import {dayOf} from "./day.ts";

/** A row of the log: who did what, when, about what. No address. */
export interface LogRow {
  /** From 1 on, without a gap. */
  readonly number: number;
  /** In UTC: to the second at the desk, the day in a forum. */
  readonly at: string;
  /** The name as it was then; `""` where it was nobody that is known. */
  readonly who: string;
  /** What was done, by its name: `signed-in`. */
  readonly act: string;
  readonly about: string;
  /** SHA-256 of the hash of the row before and this one. */
  readonly hash: string;
}

/** What checking the log found: nothing, or the first row that is not what it was. */
export type LogFinding =
  | {readonly found: "whole"; readonly rows: number; readonly head: string}
  | {readonly found: "changed" | "missing"; readonly number: number}
  | {readonly found: "cut"; readonly number: number}
  | {readonly found: "headless"; readonly rows: number};

/** A log of what was done; each row holds the one before. */
export interface ChainedLog {
  /** Adds a row; what it is about is cut where it is longer than the log takes. */
  add(row: {readonly who: string; readonly act: string; readonly about: string}): void;
  /** Adds a row as it was written elsewhere, with its hash. @returns false where it does not follow from the last row. */
  take(row: LogRow): boolean;
  /** Writes the last hash apart from the rows, once they are on the disk. */
  keepHead(): void;
  /** Writes apart that there is no row, where there is none and never was: so that a first row without its head is no missing head. */
  keepBeginning(): void;
  /** The last rows first. */
  rows(options?: {readonly before?: number; readonly most?: number}): LogRow[];
  verify(): LogFinding;
}

/** How a log is written: to the second or by the day, and how many letters stand in a row. */
export interface LogForm {
  readonly time: "second" | "day";
  readonly longestAbout: number;
}

/** What the first row has in the place of the hash before. */
const beginning = "0".repeat(64);
const atOnce = 1000;

/** What a row's hash has to be after that one. */
function chainHash(before: string, {number, at, who, act, about}: Omit<LogRow, "hash">): string {
  return sha256(before + JSON.stringify([number, at, who, act, about]));
}

/**
 * The log in the file of accounts, and its head beside it.
 *
 * @param headPath Where the number and the hash of the last row stand, so that an end that is cut off is missed.
 */
export function openLog(
  file: AccountsFile,
  headPath: string,
  now: () => number,
  {time, longestAbout}: LogForm,
): ChainedLog {
  let isAhead = false;
  const last = (): LogRow | undefined => file.one<LogRow>("lastLogRow");
  const keep = (number: number, hash: string): void => {
    try {
      writeWhole(headPath, `${number} ${hash}\n`, 0o600);
    } catch (cause) {
      throw asWriteFault(cause, headPath) ?? cause;
    }
  };
  return {
    add({who, act, about}) {
      file.whole(() => {
        const before = last();
        const row = {
          number: (before?.number ?? 0) + 1,
          at: time === "day" ? dayOf(now()) : `${new Date(now()).toISOString().slice(0, 19)}Z`,
          who: visible(who),
          act,
          about: visible([...about].slice(0, longestAbout).join("")),
        };
        file.change("addLogRow", {...row, hash: chainHash(before?.hash ?? beginning, row)});
        isAhead = true;
      });
    },
    take: (row) =>
      file.whole(() => {
        const before = last();
        const isNext = row.number === (before?.number ?? 0) + 1;
        if (!isNext || chainHash(before?.hash ?? beginning, row) !== row.hash) return false;
        file.change("addLogRow", {...row});
        isAhead = true;
        return true;
      }),
    keepHead() {
      const row = isAhead ? last() : undefined;
      if (row === undefined) return;
      keep(row.number, row.hash);
      isAhead = false;
    },
    keepBeginning() {
      if (last() === undefined && !existsSync(headPath)) keep(0, beginning);
    },
    rows: ({before = Number.MAX_SAFE_INTEGER, most = 100} = {}) =>
      file.all<LogRow>("logRowsBefore", {before, most}).map((row) => ({...row})),
    verify: () => verifyLog(file, headPath),
  };
}

function verifyLog(file: AccountsFile, headPath: string): LogFinding {
  const head = readHead(headPath);
  let [number, hash] = [0, beginning];
  for (;;) {
    const rows = file.all<LogRow>("logRows", {after: number, most: atOnce});
    for (const row of rows) {
      if (row.number !== number + 1) return {found: "missing", number: number + 1};
      if (chainHash(hash, row) !== row.hash) return {found: "changed", number: row.number};
      [number, hash] = [row.number, row.hash];
      // Who writes all rows anew from one on has other hashes than what was kept apart.
      if (head?.number === number && head.hash !== hash) return {found: "changed", number};
    }
    if (rows.length < atOnce) break;
  }
  if (head === null)
    return number === 0 ? {found: "whole", rows: 0, head: beginning} : {found: "headless", rows: number};
  return head.number > number ? {found: "cut", number: number + 1} : {found: "whole", rows: number, head: hash};
}

/** Where it was killed between a row and its head, the head is of a row before: those after it hold by themselves. */
function readHead(path: string): {readonly number: number; readonly hash: string} | null {
  refuseLinks([path]);
  if (!existsSync(path)) return null;
  const [, number, hash] = /^(\d{1,15}) ([0-9a-f]{64})\n$/.exec(readFileSync(path, "utf8")) ?? [];
  return number === undefined || hash === undefined ? null : {number: Number(number), hash};
}
