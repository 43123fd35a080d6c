import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {deleteOwn, ownForms} from "../../base/own-files.ts";
import {isPeriod, parsePeriod} from "../../base/period.ts";
import type {Cluster} from "../../engine/clickhouse/cluster.ts";
import {deleteLoads} from "../../engine/clickhouse/delete-loads.ts";
import {Journal} from "../../engine/clickhouse/journal.ts";
import type {SharedStore} from "../../intake/shared/store.ts";
import type {Catalogue, InputRow} from "../../workspace/catalogue/catalogue.ts";
import {publishedFolder} from "../../workspace/published.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {StorePaths} from "../../workspace/workspace-files.ts";
import {inputsNamed, isNamedBy, listInputs} from "./list.ts";
import {settingsOfReading} from "./reading.ts";

/** What goes with inputs that are taken out, and what rests on them. */
export interface DropForecast {
  readonly inputs: readonly InputRow[];
  readonly lines: number;
  readonly requests: number;
  readonly months: readonly string[];
  /** Those of the months that were closed: no address of them can come back with the logs. */
  readonly closedMonths: readonly string[];
  /** Periods of published reports, as they were named, that the months are in. */
  readonly published: readonly string[];
  /** Lines of other inputs that were left out because they stand in these: they would count nowhere. */
  readonly leftWithout: readonly {readonly name: string; readonly lines: number}[];
}

/** What would be lost if these inputs were taken out? */
export function forecastDrop(
  inputs: readonly InputRow[],
  {folder, config}: Pick<Workspace, "folder" | "config">,
  catalogue: Catalogue,
): DropForecast {
  const months = [
    ...new Set(
      listInputs(inputs, config.timeZone, settingsOfReading({folder, config})).flatMap((input) => input.months),
    ),
  ].sort();
  const closed = catalogue.closedMonths();
  return {
    inputs,
    lines: inputs.reduce((sum, {lines}) => sum + lines, 0),
    requests: inputs.reduce((sum, {requests}) => sum + requests, 0),
    months,
    closedMonths: months.filter((month) => closed.has(month)),
    published: publishedPeriods(folder).filter((period) => touches(period, months)),
    leftWithout: leftWithout(inputs, catalogue),
  };
}

function leftWithout(inputs: readonly InputRow[], catalogue: Catalogue): DropForecast["leftWithout"] {
  const [gone, names] = [new Set(inputs.map(({id}) => id)), new Set(inputs.map(({name}) => name))];
  const named = new Map(catalogue.inputs().map(({id, name}) => [id, name]));
  const rows = catalogue.leftOut.repeated().filter((row) => names.has(row.name) && !gone.has(row.input));
  return rows.map(({input, lines}) => ({name: named.get(input)!, lines}));
}

/** The periods of which a report was published, as they are named: by a folder each, or the file of an older Broadsheet. */
export function publishedPeriods(folder: string): string[] {
  const path = join(folder, publishedFolder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).map((name) => (name.endsWith(".json") ? name.slice(0, -".json".length) : name));
  return [...new Set(names.filter(isPeriod))].sort();
}

/** Is one of the months in the period of that name? */
export function touches(period: string, months: readonly string[]): boolean {
  try {
    const own = new Set(parsePeriod(period, "1970-01-01").months);
    return months.some((month) => own.has(month));
  } catch {
    return false;
  }
}

/** What is to be taken out of a cluster. */
export interface SharedDrop {
  /** Words that name inputs that count. */
  readonly words: readonly string[];
  /** How many words name inputs that were taken out before: that may have been cut off before their rows were deleted. */
  readonly before: number;
}

/** Which of the words name inputs of a cluster that are to be taken out, and which name some that are out? */
export function sortDrop(words: readonly string[], catalogue: Catalogue, gone: readonly InputRow[]): SharedDrop {
  const inputs = catalogue.inputs();
  const isOut = (word: string): boolean =>
    !inputs.some((input) => isNamedBy(word, input)) && gone.some((input) => isNamedBy(word, input));
  const left = words.filter((word) => !isOut(word));
  return {words: left, before: words.length - left.length};
}

/**
 * Takes inputs out of a cluster, for every machine: what says so first, then their rows. Where it is interrupted between the two they
 * count no more, and the next one deletes their rows.
 *
 * @param hashes Of the inputs; none where only rows of what was taken out before are to be deleted.
 * @returns Are their rows deleted? Not where a report is being made that may read them.
 * @throws {UserError} INPUT_UNKNOWN where one has grown meanwhile; ENGINE_FAILED, ENGINE_DENIED
 */
export async function dropShared(hashes: readonly string[], cluster: Cluster, shared: SharedStore): Promise<boolean> {
  if (hashes.length > 0) await shared.drop((inputs) => inputsNamed(hashes, inputs));
  return deleteLoads(cluster, new Journal(cluster));
}

/**
 * Takes inputs out of a workspace whose lock is held: rows first and together, then files. Where it is interrupted between the
 * two, the files count no more, and the next ingest takes them away.
 */
export function dropInputs(inputs: readonly InputRow[], store: StorePaths, catalogue: Catalogue): void {
  const gone = catalogue.drop(inputs.map(({id}) => id));
  deleteOwn(store.facts, ownForms.facts, (name) => gone.has(name));
  deleteOwn(store.addresses, ownForms.addresses, (name) => gone.has(name));
  // What a report left for the next names paths and clients of all that was read.
  deleteOwn(store.retained, ownForms.retained);
}
