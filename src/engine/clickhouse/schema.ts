import {z} from "zod";
import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {countNumber, nameText, parseAnswer} from "./answers.ts";
import {literal} from "./bind.ts";
import type {Cluster} from "./cluster.ts";

/** The oldest server that answers every question as others do. */
export const leastVersion = [18, 16] as const;

/** A column as a server describes it. */
const tableColumn = z.object({table: z.string(), name: z.string(), type: z.string()});

const serverClock = z.object({version: z.string().regex(/^\d{1,4}(\.\d{1,9}){1,4}[\w.-]{0,40}$/), second: countNumber});

/** A table of the cluster; the same on every shard. */
interface ClusterTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rest: string;
}

/** What a request is, in the order in which it is sent. */
const request = {
  reader: "UInt64",
  address: "Nullable(UInt64)",
  network48: "Nullable(UInt64)",
  network32: "Nullable(UInt64)",
  method: "String",
  path: "String",
  status: "Int32",
  bytes: "Nullable(UInt64)",
  site: "Nullable(String)",
  agent: "Nullable(String)",
  host: "Nullable(String)",
} as const;

const orNothing = (type: string): string => (type.startsWith("Nullable") ? type : `Nullable(${type})`);

/** Every table that outlives a report. */
export const clusterTables: readonly ClusterTable[] = [
  {
    name: "fact",
    columns: {day: "Date", load: "UInt64", line: "UInt32", second: "UInt32", ...request},
    rest: "partition by toYYYYMM(day) order by (reader, second)",
  },
  {
    // Lines that are no request: of no use to a report, but a file that is read again is known by all of its lines.
    name: "refused",
    columns: {
      load: "UInt64",
      line: "UInt32",
      ...Object.fromEntries(Object.entries(request).map(([name, type]) => [name, orNothing(type)])),
    },
    rest: "order by (load, line)",
  },
  {
    name: "place",
    columns: {
      load: "UInt64",
      reader: "UInt64",
      country: "Nullable(String)",
      region: "Nullable(String)",
      city: "Nullable(String)",
    },
    rest: "order by (load, reader)",
  },
  {
    // Whose networks readers are in; a table of its own, since a cluster of before has that of places without it.
    name: "network",
    columns: {load: "UInt64", reader: "UInt64", network: "String"},
    rest: "order by (load, reader)",
  },
  {
    // Who the readers are, sealed where nobody here has the key; on the first server. A month goes as a whole.
    name: "sealed",
    columns: {load: "UInt64", place: "UInt32", month: "String", book: "String"},
    rest: "partition by month order by (load, place)",
  },
  {
    name: "event",
    columns: {number: "UInt64", kind: "String", id: "UInt64", lock: "UInt64", body: "String", at: "DateTime"},
    rest: "order by number",
  },
];

/** The statements that make what is missing, in their order. */
export function setupStatements(database: string): string[] {
  const tables = clusterTables.map(({name, columns, rest}) => {
    const lines = Object.entries(columns).map(([column, type]) => `  ${column} ${type}`);
    return `create table if not exists ${database}.${name} (\n${lines.join(",\n")}\n) engine = MergeTree ${rest}`;
  });
  return [`create database if not exists ${database}`, ...tables];
}

/**
 * Do the servers know the tables, just as they were made?
 *
 * @throws {UserError} ENGINE_UNPREPARED naming the first difference, and the server.
 */
export async function checkTables(cluster: Cluster): Promise<void> {
  await cluster.onEach(async (server) => {
    const answer = await server.rows(
      `select table, name, type from system.columns where database = ${literal(cluster.database)}`,
    );
    const rows = parseAnswer(z.array(tableColumn), answer, "columns of its tables", server.url);
    for (const {name, columns} of clusterTables) {
      const found = new Map(rows.filter(({table}) => table === name).map((row) => [row.name, row.type]));
      const what = differenceOf(name, columns, found);
      if (what === null) continue;
      const help = found.size === 0 ? advise("set-up-servers") : advise("restore-table");
      throw new UserError("ENGINE_UNPREPARED", what, help, server.url);
    }
  });
}

function differenceOf(
  table: string,
  columns: Readonly<Record<string, string>>,
  found: ReadonlyMap<string, string>,
): string | null {
  if (found.size === 0) return `there is no table ${table}`;
  for (const [column, type] of Object.entries(columns)) {
    if (!found.has(column)) return `the table ${table} lacks its column ${column}`;
    if (found.get(column) !== type)
      return `the column ${column} of ${table} is ${told(found.get(column)!)}, and was made ${type}`;
  }
  const [more] = [...found.keys()].filter((column) => !(column in columns));
  return more === undefined ? null : `the table ${table} has a column that it was not made with: ${told(more)}`;
}

/** What a table or a type is called, where it is called so that it can be told. */
function told(name: string): string {
  return nameText.safeParse(name).success ? name : "of another kind";
}

/** Clocks that are further apart than this make dates and locks doubtful. */
const mostApartSeconds = 300;

/**
 * Are the servers of a version that will do, and do their clocks agree with ours?
 *
 * @param now Milliseconds since 1970 UTC.
 * @throws {UserError} ENGINE_UNPREPARED, ENGINE_FAILED or ENGINE_DENIED
 */
export async function checkServers(cluster: Cluster, now: () => number): Promise<void> {
  await cluster.onEach(async (server) => {
    const [row] = await server.rows("select version() as version, toUnixTimestamp(now()) as second");
    const {version, second} = parseAnswer(serverClock, row, "its version and its clock", server.url);
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (major < leastVersion[0] || (major === leastVersion[0] && minor < leastVersion[1])) {
      const help = `update it to ${leastVersion.join(".")} or newer`;
      throw new UserError(
        "ENGINE_UNPREPARED",
        `the server is ClickHouse ${version}, which is too old`,
        help,
        server.url,
      );
    }
    const apart = Math.round(second - now() / 1000);
    if (Math.abs(apart) <= mostApartSeconds) return;
    const what = `the server's clock is ${Math.abs(apart)} seconds ${apart > 0 ? "ahead of" : "behind"} this machine's`;
    throw new UserError("ENGINE_UNPREPARED", what, "set both clocks, by NTP for instance", server.url);
  });
}
