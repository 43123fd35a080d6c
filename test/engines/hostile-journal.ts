import {createHash} from "node:crypto";
import {lstatSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {JournalEntry} from "../../src/engine/clickhouse/journal.ts";
import {clusterSchema, rulesOf} from "../../src/operations/store/cluster-rules.ts";
import {openWorkspace} from "../../src/workspace/workspace.ts";
import type {Answer} from "./hostile-server.ts";

/** What a stand-in answers to what fits an expression. */
export type Reply = readonly [RegExp, Answer | string];

/** An entry of the journal as it should be: one input that was read. */
export const addition = {
  continues: null,
  input: {
    name: "a.log",
    sha256: "a".repeat(64),
    bytes: 10,
    head: "b".repeat(64),
    isWhole: 1,
    format: "combined",
    lines: 1,
    requests: 1,
    quarantined: 0,
    ignored: 0,
    firstSecond: 1_770_000_000,
    lastSecond: 1_770_000_000,
  },
  parts: [
    {load: "7", hasPlaces: false, firstSecond: 1_770_000_000, lastSecond: 1_770_000_000, placesSource: null, books: []},
  ],
  isReplacement: false,
  quarantined: [],
};

/** Text as ClickHouse writes it into a cell. */
function cellOf(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}

/** The journal as the server has it: one entry of this kind. */
export function journalOf(
  kind: JournalEntry["kind"],
  body: unknown,
  id: string | number = 5,
  number: string | number = 1,
): Reply {
  const text = cellOf(typeof body === "string" ? body : JSON.stringify(body));
  const columns = {number: "UInt64", entry_id: "String", kind: "String", body: "String"};
  return [/kind in \('add', 'drop', 'close', 'unread'\)/, {columns, rows: [[number, id, kind, text]]}];
}

/** What the cluster was set up for: this workspace's rules, and whatever else they are to be. */
export function setupOf(folder: string, rules: Readonly<Record<string, unknown>> = {}): Reply {
  const body = JSON.stringify({
    schema: clusterSchema,
    shards: 1,
    rules: {...rulesOf(openWorkspace(folder)), ...rules},
  });
  return [/kind = 'setup'/, {columns: {body: "String"}, rows: [[cellOf(body)]]}];
}

/** Everything in a folder, with what is in it; the catalogue's own notes aside. */
export function everythingIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      if (/sqlite/.test(name)) return [path.replace(/-(wal|shm)$/, "")];
      if (lstatSync(path).isDirectory()) return [path, ...everythingIn(path)];
      return [`${path} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`];
    })
    .filter((line, place, all) => all.indexOf(line) === place);
}
