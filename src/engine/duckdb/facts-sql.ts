import {clientColumns, factColumns, numberedColumns, plainColumns, textColumns} from "../facts/layout.ts";
import {keptTextSql} from "../kept-text.ts";
import type {SiteNumbers} from "../query-engine.ts";
import type {Row} from "../values.ts";
import {quoteText} from "./literal.ts";
import {parquetSql} from "./paths.ts";

/** What runs DuckDB's statements. */
export interface Statements {
  run(sql: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
}

/** Facts of which there are none: what is asked of months without logs finds no request. */
const noFacts = `(select ${Object.entries(factColumns)
  .map(([name, type]) => `null::${type} as ${name}`)
  .join(", ")} where false)`;

/** Files that were written before long texts were cut hold them whole. */
const kept = keptTextSql("word");

/**
 * SQL of the lines of a file of facts with their texts, as they were read: one row a line, `line` counted from 1.
 *
 * @param file SQL literal of its path.
 */
export async function linesSql(engine: Statements, file: string): Promise<string> {
  if (await isEarlier(engine, file)) return earlierLinesSql(file);
  const texts = (kind: string): string =>
    `(select ${kind} as number, ${kept} as word, status from ${parquetSql(file)} where word is not null and ${kind} is not null)`;
  const joined = numberedColumns.map((column) => {
    return `left join ${texts(column)} as ${column}_text on fact.${column} = ${column}_text.number`;
  });
  return `(select file_row_number + 1 as line, to_timestamp(second) as "at", ${clientColumns.join(", ")},
      answer_text.word as method, path_text.word as path, answer_text.status, bytes, site_text.word as site,
      agent_text.word as agent, host_text.word as host
    from ${parquetSql(file, {isNumbered: true})} as fact
    ${joined.join(" ")}
    where fact.word is null)`;
}

/** SQL of when the requests of a file of facts were, whose, and of which size. @param file SQL literal of its path. */
export async function instantsSql(engine: Statements, file: string): Promise<string> {
  return (await isEarlier(engine, file))
    ? `(select epoch_us("at") // 1000000 as second, reader, bytes from ${parquetSql(file)})`
    : parquetSql(file);
}

/** Which fields are looked at, beside those that every log records, to see whether lines are alike. */
export interface KeyedFields {
  readonly bytes: boolean;
  readonly site: boolean;
  readonly agent: boolean;
  readonly host: boolean;
}

/**
 * SQL of the requests of a file of facts from one second to another, each with a number that is the same for lines that are alike.
 *
 * @param file SQL literal of its path.
 * @param range In whole seconds, both of them included.
 */
export async function keyedLinesSql(
  engine: Statements,
  file: string,
  range: {readonly from: number; readonly until: number},
  fields: KeyedFields,
): Promise<string> {
  const more = (["bytes", "site", "agent", "host"] as const).filter((field) => fields[field]);
  const key = ["second", "reader", "address", "method", "path", "status", ...more].join(", ");
  return `(select line, second, reader, hash(${key}) as key
    from (select *, epoch_us("at") // 1000000 as second from ${await linesSql(engine, file)})
    where second between ${Math.floor(range.from)} and ${Math.floor(range.until)})`;
}

/** How many lines has a file of facts? @param file SQL literal of its path. */
export async function countLines(engine: Statements, file: string): Promise<number> {
  const lines = (await isEarlier(engine, file)) ? "" : "where word is null";
  const [row] = await engine.rows(`select count(*) as lines from ${parquetSql(file)} ${lines}`);
  return Number(row!["lines"]);
}

/**
 * Writes a file of facts from lines with their texts.
 *
 * @param lines SQL relation with the columns of {@link linesSql}; `line` says where a row stands.
 * @param file SQL literal of the path to be written.
 * @param name How the names of tables begin that are there meanwhile.
 */
export async function writeFacts(engine: Statements, lines: string, file: string, name: string): Promise<void> {
  const tables = numberedColumns.map((kind) => {
    return {kind, table: `${name}_${kind}`, columns: kind === "answer" ? ["method", "status"] : [kind]};
  });
  try {
    for (const {columns, table} of tables) {
      const [list, areThere] = [columns.join(", "), columns.map((column) => `${column} is not null`).join(" and ")];
      await engine.run(`create table ${table} as
        select ${list}, case when requests = 0 then 1 end as refused, (row_number() over (order by ${list}) - 1)::integer as number
        from (select ${list}, count("at") as requests from ${lines} as read where ${areThere} group by ${list})`);
    }
    const numbers = tables.map(({kind, table}) => `${table}.number as ${kind}`);
    const joins = tables.map(({columns, table}) => `left join ${table} using (${columns.join(", ")})`);
    const words = tables.map(({kind, table, columns: [word, status]}) => {
      return `select number as ${kind}, ${word} as word, ${status ?? "null"} as status, refused from ${table}`;
    });
    await engine.run(`copy (
        select * exclude (line) from (
          select line, epoch_us("at") // 1000000 as second, ${plainColumns.join(", ")}, ${numbers.join(", ")}
          from ${lines} as read ${joins.join(" ")}
          union all by name ${words.join(" union all by name ")}
        )
        order by line nulls last, ${numberedColumns.join(", ")})
      to ${file} (format parquet, compression zstd, parquet_version v2)`);
  } finally {
    await engine.run(tables.map(({table}) => `drop table if exists ${table}`).join("; "));
  }
}

/** Files of facts that questions are asked of. */
export interface OpenFiles {
  /** SQL of all of them, with the number of each and the rule period of each request. */
  readonly lines: string;
  readonly texts: string;
  /** SQL of what a column of keys is, in `lines` or in `texts`. @param sites How many keys there are to be of each. */
  keyOf(kind: (typeof numberedColumns)[number], sites?: number): string;
}

/**
 * Makes the views that `QueryEngine.openFacts` speaks of.
 *
 * @param files SQL literals of their paths.
 * @param rulePeriods See `TimeRange`.
 */
export async function viewFacts(
  engine: Statements,
  files: readonly string[],
  rulePeriods: readonly number[],
): Promise<OpenFiles> {
  const list = files.length === 0 ? noFacts : parquetSql(files);
  const strides = files.length > 1 || rulePeriods.length > 0 ? await stridesOf(engine, list) : null;
  // In each file texts are counted from 0: here the numbers of a file come after those of the file before, and those of a rule period
  // after those of the rule period before.
  const keyOf: OpenFiles["keyOf"] = (kind, sites = 1) => {
    if (strides === null) return sites === 1 ? kind : `${kind}::bigint`;
    const stride = Number(strides[kind]);
    const ofRulePeriod = stride * files.length;
    const type = ofRulePeriod * (rulePeriods.length + 1) * sites < 2 ** 31 ? "integer" : "bigint";
    return `(${kind}::${type} + file_index::${type} * ${stride} + rule_period::${type} * ${ofRulePeriod})`;
  };
  const begun = rulePeriods.map((second, place) => `when second >= ${second} then ${place + 1}`);
  const rulePeriod = begun.length > 0 ? `case ${begun.reverse().join(" ")} else 0 end` : "0";
  const index = files.length > 1 ? "file_index" : "0 as file_index";
  const opened = {
    lines: `(select *, ${index}, ${rulePeriod} as rule_period from ${list} where second is not null)`,
    texts: `(select *, ${index} from ${list} where word is not null and refused is null) cross join range(${rulePeriods.length + 1}) as rule_periods(rule_period)`,
    keyOf,
  };
  const keys = numberedColumns.map((kind) => `${keyOf(kind)} as ${kind}`);
  const views = numberedColumns.map((kind) => {
    const text = kind === "answer" ? `${kept} as method, status` : `${kept} as ${kind}_text`;
    return `create or replace view known_${kind} as
      select rule_period::tinyint as rule_period, ${keyOf(kind)} as ${kind}, ${text}
      from ${opened.texts} where ${kind} is not null`;
  });
  await engine.run([`create or replace view fact as ${factSql(opened.lines, keys)}`, ...views].join("; "));
  return opened;
}

/**
 * Makes the same views of requests and paths as `QueryEngine.openSites` speaks of them.
 *
 * @param sites Hosts stand in the table `site_host`.
 */
export async function viewSites(
  engine: Statements,
  {lines, texts, keyOf}: OpenFiles,
  {count, byFile, other, none}: Omit<SiteNumbers, "byHost">,
): Promise<void> {
  const ofFiles = byFile.every((site) => site === null)
    ? "null"
    : `[${byFile.map(String).join(", ")}][file_index::bigint + 1]`;
  const own = `coalesce(${ofFiles}, case when host is null then ${none} else coalesce(host_site, ${other}) end)`;
  const keys = numberedColumns.map((kind) => {
    return kind === "path" ? `${keyOf(kind, count)} * ${count} + ${own} as path` : `${keyOf(kind)} as ${kind}`;
  });
  await engine.run(`create or replace table fact_host as
    select distinct host, file_index, host_site
    from (select host, file_index, ${kept} as host_text from ${texts} where host is not null) join site_host using (host_text);
    create or replace view fact as ${factSql(`${lines} left join fact_host using (host, file_index)`, keys)};
    drop view known_path;
    create table known_path as
    select rule_period::tinyint as rule_period, key * ${count} + own_site as path, concat(own_site, ' ', path_text) as path_text
    from (select rule_period, ${keyOf("path", count)} as key, ${kept} as path_text from ${texts} where path is not null) as known
    join (select distinct path // ${count} as key, path % ${count} as own_site from fact) as asked using (key)`);
}

/** Nobody has the number 0, as on servers, where a number is always there. A refused line leaves a row without an instant; it is no request. */
function factSql(lines: string, keys: readonly string[]): string {
  return `select coalesce(reader, 0::ubigint) as reader, address, network48, network32, second, second // 900 as quarter, bytes,
    ${keys.join(", ")} from ${lines}`;
}

/** So many numbers of each kind has none of the files. */
async function stridesOf(engine: Statements, list: string): Promise<Row> {
  const most = numberedColumns.map((kind) => `coalesce(max(${kind}), 0) + 1 as ${kind}`);
  const [row] = await engine.rows(`select ${most.join(", ")} from ${list} where word is not null`);
  return row!;
}

/** Which of the files, by their literals, did an earlier Broadsheet write, that left each text in its line? */
export async function earlierFiles(engine: Statements, files: readonly string[]): Promise<Set<string>> {
  if (files.length === 0) return new Set();
  const found = await engine.rows(
    `select distinct file_name from parquet_schema([${files.join(", ")}]) where name = 'at'`,
  );
  return new Set(found.map((row) => quoteText(String(row["file_name"]))));
}

async function isEarlier(engine: Statements, file: string): Promise<boolean> {
  return (await earlierFiles(engine, [file])).size > 0;
}

/** The first Broadsheet knew an IPv6 client by its networks alone. */
function earlierLinesSql(file: string): string {
  const empty = "(select null::ubigint as address where false)";
  const texts = ["method", ...textColumns].map((name) => `${keptTextSql(name)} as ${name}`);
  return `(select * replace (${texts.join(", ")}), file_row_number + 1 as line
    from (select * from ${parquetSql(file, {isNumbered: true})} union all by name select * from ${empty}))`;
}
