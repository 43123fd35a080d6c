import {randomUUID} from "node:crypto";
import {rmSync} from "node:fs";
import {join, matchesGlob} from "node:path";
import {instantsSql, keyedLinesSql, linesSql, writeFacts} from "../../engine/duckdb/facts-sql.ts";
import type {FactStore} from "../../engine/fact-store.ts";
import type {Catalogue, PartOfInput} from "../../workspace/catalogue/catalogue.ts";
import {checkFiles} from "../../workspace/checked-files.ts";
import type {OverlapSetting} from "../../workspace/config/overlap.ts";
import {storedFiles} from "../../workspace/stored-files.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {Draft} from "../facts/draft-types.ts";
import {allLines, type SharedStore} from "../shared/store.ts";
import {fieldsOfAll, isLogOfOtherSizes, isSharedLog, type SecondRange, weighEvidence} from "./evidence.ts";
import {compareSketches, type SketchBook, type SketchComparison, type SketchedBy} from "./sketch.ts";

/** Lines of an input that stand in another, too, and count there. */
export interface RepeatedLines {
  /** The other input's name. */
  readonly name: string;
  readonly lines: number;
  /** Have they another size there? */
  readonly haveOtherSizes: boolean;
}

/** With what lines are compared. */
export interface OverlapContext {
  readonly workspace: Workspace;
  readonly catalogue: Catalogue;
  readonly engine: FactStore;
  readonly sketches: SketchBook;
  /** Where facts are that several machines share; null where they are in the workspace. */
  readonly shared: SharedStore | null;
}

/** Another input with requests in the time of the new one. */
interface Neighbour {
  readonly name: string;
  /** Files of the store, or loads of the cluster. */
  readonly files: readonly string[];
  readonly range: SecondRange;
}

/** The same, with files that can be read. */
interface ReadableNeighbour extends Neighbour {
  readonly paths: readonly string[];
}

/** Fewer than these in a sample say nothing: then lines are compared. */
const fewestSampled = 30;

/** Files that share less than this of their samples are not compared line by line. */
const leastShared = 0.05;

/** The same where sizes are left out: nearly all lines have to be in both then, and servers behind one balancer share many of such. */
const leastSharedSizeless = 0.5;

/**
 * Leaves lines out of a draft that stand in inputs that count already.
 *
 * A line is the same line where instant, client, request, status, size, site, agent and virtual host are: what is kept of it. One that
 * stands twice in one file and once in the other counts twice. Where nothing but chance made lines alike, all of them count. Where nearly all
 * lines of two files are alike but for their sizes, they are the same lines.
 *
 * @param own The input that the draft continues; its lines are other lines, however alike.
 */
export async function leaveOutRepeated(
  draft: Draft,
  {name, own}: {readonly name: string; readonly own: number | null},
  context: OverlapContext,
): Promise<{readonly draft: Draft; readonly repeated: readonly RepeatedLines[]}> {
  const {overlap} = context.workspace.config;
  if (overlap.count === "each" || draft.requests === 0) return {draft, repeated: []};
  const neighbours = await neighboursOf(draft, name, own, overlap, context);
  const {shared, engine, workspace} = context;
  const {facts, work} = workspace.store;
  const compare = (some: readonly Neighbour[], pathOf: (file: string) => string): ReturnType<typeof compareWith> => {
    const readable = some.map((one) => ({...one, paths: one.files.map(pathOf)}));
    return compareWith(draft, readable, context);
  };
  if (!shared) return compare(neighbours, (file) => join(facts, file));
  const near: Neighbour[] = [];
  for (const neighbour of neighbours) if (await mayShareLoads(draft, neighbour, shared, engine)) near.push(neighbour);
  if (near.length === 0) return {draft, repeated: []};
  const loads = near.flatMap(({files}) => files);
  return shared.withFacts(loads, allLines, {work, engine}, (paths) => {
    return compare(near, (load) => paths[loads.indexOf(load)]!);
  });
}

async function compareWith(
  draft: Draft,
  neighbours: readonly ReadableNeighbour[],
  context: OverlapContext,
): Promise<{readonly draft: Draft; readonly repeated: readonly RepeatedLines[]}> {
  const [sharing, otherwise]: [ReadableNeighbour[], ReadableNeighbour[]] = [[], []];
  for (const neighbour of neighbours) {
    if (await sharesLines(draft, neighbour, context, {bySize: true})) sharing.push(neighbour);
    else if (await sharesLines(draft, neighbour, context, {bySize: false})) otherwise.push(neighbour);
  }
  const alike = await leaveOut(draft, sharing, context, {bySize: true});
  const alikeButSizes = await leaveOut(alike.draft, otherwise, context, {bySize: false});
  return {draft: alikeButSizes.draft, repeated: [...alike.repeated, ...alikeButSizes.repeated]};
}

/** So many pairs of second and reader of the draft are looked for on the servers: of a log that is shared a third of them is there. */
const pairsAsked = 300;

/** May loads share lines with the draft? Asked of the servers, so that only those are fetched that may. */
async function mayShareLoads(
  {file}: Draft,
  {files, range}: Neighbour,
  shared: SharedStore,
  engine: FactStore,
): Promise<boolean> {
  const rows = await engine.rows(`select second::bigint::varchar as second, reader::varchar as reader from (
      select distinct second, coalesce(reader, 0) as reader from ${await instantsSql(engine, engine.file(file))}
      where second between ${range.from} and ${range.until})
    order by hash(second, reader) limit ${pairsAsked}`);
  const pairs = rows.map((row) => [String(row["second"]), String(row["reader"])] as const);
  const alike = await shared.countAlike(files, pairs, engine);
  return pairs.length < pairsAsked ? alike > 0 : alike >= leastShared * pairs.length;
}

async function neighboursOf(
  {firstSecond, lastSecond}: Draft,
  name: string,
  own: number | null,
  overlap: OverlapSetting,
  {catalogue, shared, workspace: {store}}: OverlapContext,
): Promise<Neighbour[]> {
  const parts = catalogue
    .partsBetween(firstSecond!, lastSecond!)
    .filter((part) => part.input !== own && !areApart(name, part.name, overlap));
  if (parts.length > 0 && !shared) await checkFiles(storedFiles(parts, store, catalogue), store);
  return [...Map.groupBy(parts, ({input}) => input).values()].map((ofInput: PartOfInput[]) => ({
    name: ofInput[0]!.name,
    files: ofInput.map(({file}) => file),
    range: {
      from: Math.max(firstSecond!, Math.min(...ofInput.map((part) => part.firstSecond!))),
      until: Math.min(lastSecond!, Math.max(...ofInput.map((part) => part.lastSecond!))),
    },
  }));
}

/** Are the files those of two servers, as the settings say? */
function areApart(one: string, other: string, {servers}: OverlapSetting): boolean {
  const [first, second] = [one, other].map((name) => servers.findIndex((pattern) => matchesGlob(name, pattern)));
  return first !== -1 && second !== -1 && first !== second;
}

async function sharesLines(
  draft: Draft,
  {paths, range}: ReadableNeighbour,
  context: OverlapContext,
  by: SketchedBy,
): Promise<boolean> {
  const {engine, sketches} = context;
  const own = await sketches.of(draft.file, engine, by);
  for (const path of paths) {
    const compared = compareSketches(own, await sketches.of(path, engine, by), range.from, range.until);
    if (!mayShare(compared, by)) continue;
    const others = paths.map((one) => engine.file(one));
    const found = await weighEvidence(engine, engine.file(draft.file), others, range, {
      ...by,
      ownRequests: draft.requests,
    });
    return by.bySize ? isSharedLog(found) : isLogOfOtherSizes(found);
  }
  return false;
}

function mayShare({compared, shared, isWhole}: SketchComparison, {bySize}: SketchedBy): boolean {
  const least = bySize ? leastShared : leastSharedSizeless;
  return isWhole && bySize ? shared > 0 : compared < fewestSampled || shared >= least * compared;
}

/** Makes the draft anew without the lines that stand in the others. */
async function leaveOut(
  draft: Draft,
  sharing: readonly ReadableNeighbour[],
  {engine, workspace}: OverlapContext,
  by: SketchedBy,
): Promise<{draft: Draft; repeated: RepeatedLines[]}> {
  if (sharing.length === 0 || draft.requests === 0) return {draft, repeated: []};
  const id = randomUUID();
  const table = `repeated_${id.replaceAll("-", "")}`;
  const own = engine.file(draft.file);
  const inputs = [[own], ...sharing.map(({paths}) => paths.map((path) => engine.file(path)))];
  const fields = await fieldsOfAll(engine, inputs, by);
  const others = await Promise.all(
    sharing.flatMap(({paths, range}, place) =>
      paths.map(async (path) => {
        return `select key, ${place} as place from ${await keyedLinesSql(engine, engine.file(path), range, fields)}`;
      }),
    ),
  );
  const whole = {from: draft.firstSecond!, until: draft.lastSecond!};
  // The first of lines that are alike is the same as the first of the others, the second as the second.
  const numbered = (by: string): string => `row_number() over (partition by key order by ${by}) as nth`;
  await engine.run(`create table ${table} as select line, place
    from (select line, key, ${numbered("line")} from ${await keyedLinesSql(engine, own, whole, fields)}) as mine
    join (select key, place, ${numbered("place")} from (${others.join(" union all ")})) as theirs using (key, nth)`);
  const file = join(workspace.store.work, `${id}.parquet`);
  try {
    const columns = ["at", "reader", "address", "network48", "network32", "method", "path", "status", "bytes"];
    const left = [...columns, "site", "agent", "host"].map(
      (column) => `case when place is null then "${column}" end as "${column}"`,
    );
    const lines = `(select line, ${left.join(", ")} from ${await linesSql(engine, own)} as read left join ${table} using (line))`;
    await writeFacts(engine, lines, engine.file(file), `facts_${id.replaceAll("-", "")}`);
    const counts = await engine.rows(`select place, count(*) as lines from ${table} group by place order by place`);
    const [rest] = await engine.rows(
      `select count(second) as requests, min(second)::double as first, max(second)::double as last from ${engine.parquet([engine.file(file)])}`,
    );
    rmSync(draft.file, {force: true});
    const second = (value: unknown): number | null => (value === null ? null : Number(value));
    return {
      draft: {
        ...draft,
        file,
        requests: Number(rest!["requests"]),
        firstSecond: second(rest!["first"]),
        lastSecond: second(rest!["last"]),
      },
      repeated: counts.map(({place, lines: count}) => {
        return {name: sharing[Number(place)]!.name, lines: Number(count), haveOtherSizes: !by.bySize};
      }),
    };
  } finally {
    await engine.run(`drop table if exists ${table}`);
  }
}
