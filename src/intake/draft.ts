import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join} from "node:path";
import {type DuckDbEngine, quoteText} from "../engine/duckdb.ts";
import type {QuarantinedLine} from "../workspace/catalogue.ts";
import type {Workspace} from "../workspace/workspace.ts";
import type {LogFormat} from "./format.ts";
import {linesOf} from "./lines.ts";
import {factsSql} from "./parse-sql.ts";
import {isIgnored, refuse} from "./quarantine.ts";
import type {Packing} from "./scan.ts";
import {spool} from "./spool.ts";

/** A file of facts that does not count yet. */
export interface Draft {
  readonly file: string;
  readonly lines: number;
  readonly requests: number;
  readonly ignored: number;
  readonly quarantined: readonly QuarantinedLine[];
  readonly firstSecond: number | null;
  readonly lastSecond: number | null;
}

/** What turns lines into facts. */
export interface DraftContext {
  readonly engine: DuckDbEngine;
  readonly workspace: Workspace;
  readonly format: LogFormat;
  /** Instant in seconds; a line dated later than that is refused. */
  readonly latest: number;
}

/**
 * Writes the facts of a file that the engine can read as it is.
 *
 * @param linesBefore How many lines of the input came before this file's first.
 */
export async function draftFacts(
  path: string,
  packing: Packing,
  context: DraftContext,
  linesBefore = 0,
): Promise<Draft> {
  const {engine, workspace, format, latest} = context;
  const file = join(workspace.store.work, `${randomUUID()}.parquet`);
  const lines = linesOf(path, packing, workspace.store.work);
  try {
    const facts = factsSql(format, lines, workspace.key, latest);
    await engine.run(`copy (${facts}) to ${quoteText(file)} (format parquet, compression zstd, parquet_version v2)`);
    const counted = await countFacts(file, engine);
    const refused = counted.lines === counted.requests ? [] : await findRefused(lines, file, engine);
    const quarantined = refused
      .filter(({line}) => !isIgnored(line))
      .map(({number, line}) => refuse(linesBefore + number, line, format));
    return {file, ...counted, ignored: refused.length - quarantined.length, quarantined};
  } catch (fault) {
    rmSync(file, {force: true});
    throw fault;
  }
}

/** Writes the facts of an input that has to be made readable first, or of its bytes after `from`. */
export async function draftSpooled(
  path: string,
  packing: Packing,
  context: DraftContext,
  {from = 0, linesBefore = 0} = {},
): Promise<Draft> {
  const spooled = join(context.workspace.store.work, `${randomUUID()}.spool`);
  try {
    await spool(path, packing, spooled, from);
    return await draftFacts(spooled, "none", context, linesBefore);
  } finally {
    rmSync(spooled, {force: true});
  }
}

/** Throws a draft away. */
export function discard({file}: Draft): void {
  rmSync(file, {force: true});
}

type Counts = Pick<Draft, "lines" | "requests" | "firstSecond" | "lastSecond">;

async function countFacts(file: string, engine: DuckDbEngine): Promise<Counts> {
  const [row] = await engine.rows(`select count(*) as lines, count("at") as requests,
    epoch_us(min("at")) // 1000000 as "firstSecond", epoch_us(max("at")) // 1000000 as "lastSecond"
    from read_parquet(${quoteText(file)})`);
  return row as unknown as Counts;
}

/** The lines that are no request, and where they stand: looked for only where there are any. */
async function findRefused(
  lines: string,
  file: string,
  engine: DuckDbEngine,
): Promise<{number: number; line: string}[]> {
  const rows = await engine.rows(`select number, coalesce(line, '') as line
    from (select row_number() over () as number, line from ${lines})
    where hash(coalesce(line, '')) in (select refused from read_parquet(${quoteText(file)}) where refused is not null)
    order by number`);
  return rows as unknown as {number: number; line: string}[];
}
