import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {isHostName, isTooWide, parseNetwork} from "../base/address.ts";
import {UserError} from "../base/error.ts";
import {isDay} from "../base/period.ts";
import {plural} from "../base/text.ts";
import type {Listed, Listing} from "./listing.ts";

const columns = ["entry", "from", "until", "reason", "decided_by", "decided_on"] as const;

interface CsvRow {
  readonly record: Readonly<Record<(typeof columns)[number], string>>;
  readonly info: {readonly lines: number};
}

/**
 * Reads a blacklist: `entry,from,until,reason,decided_by,decided_on`.
 *
 * `entry` is an address, a network, a host name, or `agent:TEXT` for every agent whose name holds the text, whatever
 * its case; `from` and `until` are days, both inclusive, and either may be empty.
 *
 * @throws {UserError} BLACKLIST_REFUSED with the line.
 */
export function readBlacklist(path: string): Listing[] {
  return parseBlacklist(readText(path), path);
}

/** The listings in a blacklist's text; see {@link readBlacklist}. */
export function parseBlacklist(text: string, path: string): Listing[] {
  return rowsOf(text, path).map(({record, info}) => {
    const where = `${path}:${info.lines}`;
    const [from, until] = [dayOf(record, "from", where), dayOf(record, "until", where)];
    dayOf(record, "decided_on", where);
    if (from !== null && until !== null && until < from) {
      throw refused(`until ${until} is before from ${from}`, "swap the two days, or leave one empty", where);
    }
    return {who: listedOf(record.entry, `${where}, column "entry"`), from, until};
  });
}

function rowsOf(text: string, path: string): CsvRow[] {
  try {
    return parse(text, {
      bom: true,
      columns: (header: string[]) => checkHeader(header, path),
      info: true,
      trim: true,
      skip_empty_lines: true,
      comment: "#",
      comment_no_infix: true,
    });
  } catch (fault) {
    if (fault instanceof UserError) throw fault;
    const {code, lines, record} = fault as Error & {code?: string; lines?: number; record?: readonly string[]};
    const what =
      code === "CSV_RECORD_INCONSISTENT_COLUMNS"
        ? `the line has ${plural(record?.length ?? 0, "cell", "cells")}, the first line names ${columns.length}`
        : "a quote is opened and not closed, or stands in the middle of a cell";
    throw refused(
      what,
      "put text that holds a comma or a quote in quotes, and write its quotes twice",
      `${path}:${lines ?? 1}`,
    );
  }
}

function checkHeader(header: readonly string[], path: string): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = columns.find((column) => !names.includes(column));
  if (missing === undefined) return names;
  throw refused(`there is no column "${missing}"`, `begin the file with ${columns.join(",")}`, `${path}:1`);
}

function listedOf(entry: string, where: string): Listed {
  const agentText = /^agent:\s*(.*)$/i.exec(entry)?.[1];
  if (agentText !== undefined) {
    if (agentText.length >= 3) return {agentText};
    throw refused(
      `the agent text "${agentText}" would fit nearly everything`,
      "write at least three characters",
      where,
    );
  }
  const network = parseNetwork(entry);
  if (!network && !isHostName(entry)) {
    throw refused(
      `"${entry}" is no address, network or host name`,
      "write it like 192.0.2.10, 198.51.100.0/24 or agent:TEXT",
      where,
    );
  }
  if (network && isTooWide(network)) {
    throw refused(`the network ${entry} is too wide to be looked for`, "list the narrower networks in it", where);
  }
  return {client: entry};
}

function dayOf(record: CsvRow["record"], column: "from" | "until" | "decided_on", where: string): string | null {
  const text = record[column];
  if (text === "") return null;
  if (isDay(text)) return text;
  throw refused(`"${text}" is not a day`, "write it like 2005-09-01", `${where}, column "${column}"`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (fault) {
    const what =
      (fault as NodeJS.ErrnoException).code === "ENOENT"
        ? "there is no such blacklist"
        : "the blacklist cannot be read";
    throw refused(what, "check methodology.blacklist in broadsheet.yaml", path);
  }
}

function refused(what: string, help: string, where: string): UserError {
  return new UserError("BLACKLIST_REFUSED", what, help, where);
}
