import {domainToASCII} from "node:url";
import {gunzipSync} from "node:zlib";
import type {UserError} from "../base/error.ts";
import {quoted} from "../workspace/sheet/cell.ts";
import {decodeText} from "../workspace/text-file.ts";
import {importFault} from "./import/import-fault.ts";
import {readImport} from "./import/read-grids.ts";
import {entriesOf, ZipRefused} from "./import/zip.ts";
import {findRankColumns, isRank, listedCells} from "./rank-columns.ts";

/** Where the names stand in a public list. */
export interface ListedRanks {
  /** By the names that were asked for; null for one that the list does not hold. */
  readonly ranks: ReadonlyMap<string, number | null>;
  /** How far the list goes. */
  readonly length: number;
}

/** Of so many rows are the columns known. */
const sampled = 200;

/** Unpacked: a list of a million names has 22 megabytes. */
const mostBytes = 2 ** 28;

/**
 * Looks names up in a public list: a CSV file with a column of ranks, from the first on, and one of domains; plain, `.gz` or `.zip`.
 *
 * @param names Domains; capitals and the script they are written in make no difference.
 * @param where What the file is called in messages.
 * @throws {UserError} IMPORT_REFUSED where the file is no such list.
 */
export async function readRankList(path: string, where: string, names: readonly string[]): Promise<ListedRanks> {
  const text = decodeText(unpacked(readImport(path, where), where))?.text ?? "";
  const wanted = new Map(names.map((name) => [plainDomain(name), name]));
  const ranks = new Map<string, number | null>(names.map((name) => [name, null]));
  let length = 0;
  const sample = linesOf(text)
    .take(sampled)
    .map(({row}) => row)
    .toArray();
  if (sample.length === 0) throw emptyList(where);
  const columns = findRankColumns(sample, where);
  for (const {line, row} of columns.hasHead ? linesOf(text).drop(1) : linesOf(text)) {
    const cells = listedCells(row, columns.separator);
    const [digits, domain] = [cells[columns.rank] ?? "", cells[columns.name] ?? ""];
    const rank = Number(digits);
    if (!isRank(digits) || domain === "") {
      const what = `${quoted(row)} is not a rank and a domain`;
      throw importFault(what, "name a list whose rows are like 1,example.org", `${where}:${line}`);
    }
    if (rank < Math.max(1, length)) {
      const what = `the rank ${digits} comes after ${length}`;
      throw importFault(what, "name a list that goes from the first on", `${where}:${line}`);
    }
    length = rank;
    const name = wanted.get(domain) ?? wanted.get(domain.toLowerCase());
    if (name !== undefined && ranks.get(name) === null) ranks.set(name, rank);
  }
  return {ranks, length};
}

function emptyList(where: string): UserError {
  return importFault("the list is empty", "name a list whose rows are like 1,example.org", where);
}

function plainDomain(name: string): string {
  return domainToASCII(name.replace(/\.$/, "")) || name.toLowerCase();
}

function* linesOf(text: string): Generator<{line: number; row: string}> {
  for (let line = 1, from = 0; from < text.length; line++) {
    const end = text.indexOf("\n", from);
    const row = text.slice(from, end === -1 ? undefined : end).trim();
    from = end === -1 ? text.length : end + 1;
    if (row !== "") yield {line, row};
  }
}

function unpacked(bytes: Buffer, where: string): Buffer {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes, {maxOutputLength: mostBytes});
    if (bytes.toString("latin1", 0, 4) !== "PK\x03\x04") return bytes;
    const [list, ...others] = entriesOf(bytes).filter(({name}) => /\.(?:csv|txt)$/i.test(name));
    if (list !== undefined && others.length === 0) return list.read();
    throw new ZipRefused("the ZIP does not hold one list", "unpack it, and name the list");
  } catch (fault) {
    if (fault instanceof ZipRefused) throw importFault(fault.message, fault.help, where);
    if (!(fault instanceof Error && "code" in fault)) throw fault;
    throw importFault("the file is damaged, or cut off", "fetch it again", where);
  }
}
