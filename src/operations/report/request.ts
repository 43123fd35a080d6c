import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {type Period, parsePeriod, shiftedPeriod} from "../../base/period.ts";
import {type TableId, tableIds} from "../../base/table-ids.ts";
import {plural} from "../../base/text.ts";
import type {LanguageId} from "../../base/words/language.ts";
import {isTable, needsOf} from "../../measures/tables/all.ts";
import {alternativesTo} from "../../methodology/alternatives.ts";
import type {Methodology} from "../../methodology/methodology.ts";
import {settingsUnder} from "../../methodology/named.ts";
import type {Report} from "../../report/report.ts";
import type {Config} from "../../workspace/config/config.ts";
import type {MethodologyName} from "../../workspace/config/methodology.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {Confirm} from "./wide-networks.ts";

/** What a report shows beside its main table, and how it is judged; undefined for what the settings say. */
export interface ReportScope {
  /** `YYYY-MM-DD`; null for the last day the logs cover. */
  readonly date: string | null;
  /** What its texts are in; undefined for what the settings say. */
  readonly language?: LanguageId | undefined;
  readonly compare?: string | undefined;
  readonly tables?: string | undefined;
  /** Rules that are done otherwise, by their ids. */
  readonly with?: readonly string[];
  /** The methodology by which everything is judged; undefined for the workspace's own. */
  readonly methodology?: MethodologyName | undefined;
  /** The one site that the report is of, by its name or a host of it; undefined for what the settings say, or all. */
  readonly site?: string | undefined;
  /** Are the figures to have their ranges? */
  readonly hasRanges?: boolean;
  /** Is it to say how many clients nobody has decided about? */
  readonly hasUndecided?: boolean;
  /** Is it of the logs alone, so that books do not make up for them? */
  readonly needsLogs?: boolean;
  /** Requests that were read of months beside the period, where the period was chosen for whoever reads; by month. */
  readonly outside?: ReadonlyMap<string, number>;
  /** Asks whether a wide network is meant. */
  readonly confirm?: Confirm;
  /** A commentary that is not in its file yet, in the place of the one that is; `name` is the file's, for faults. */
  readonly commentary?: {readonly name: string; readonly text: string} | undefined;
  /** Is called while the engine has long work to do. */
  readonly meanwhile?: () => void;
}

/** The main table alone. */
export const mainTableOnly: ReportScope = {date: null, compare: "none", tables: "none"};

/**
 * What the workspace says, judged by the methodology that the scope names.
 *
 * @throws {UserError} ROBOT_LIST_REFUSED
 */
export function configFor({config, folder}: Workspace, {methodology: name}: ReportScope): Config {
  if (name === undefined) return config;
  return {...config, methodology: settingsUnder(name, config.methodology, folder)};
}

/** Is it the workspace's methodology, as it is? Then its figures are those that are published. */
export function isOwnMethodology({config}: Workspace, {methodology, with: ids = []}: ReportScope): boolean {
  return ids.length === 0 && (methodology ?? config.methodology.extends) === config.methodology.extends;
}

/**
 * Which period is the report's compared with? Null for none.
 *
 * @throws {UserError} PERIOD_UNREADABLE, or COMMAND_INCOMPLETE where it has more or fewer months.
 */
export function comparedPeriod(period: Period, {compare}: ReportScope, config: Config): Period | null {
  const asked = compare ?? config.compare ?? "none";
  const count = period.months.length;
  if (asked === "none") return null;
  if (asked === "year-ago") return shiftedPeriod(period, -12);
  if (asked === "previous") return shiftedPeriod(period, -count);
  const compared = parsePeriod(
    asked,
    period.months[0]!,
    compare === undefined ? "broadsheet.yaml, compare" : {field: "compare"},
  );
  if (compared.months.length === count) return compared;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    `${compared.name} has ${plural(compared.months.length, "month", "months")}, ${period.name} has ${count}`,
    `name a period of ${plural(count, "month", "months")}, such as ${shiftedPeriod(period, -12).name}, or year-ago`,
    compare === undefined ? "broadsheet.yaml, compare" : {field: "compare"},
  );
}

/**
 * The methodology with the rules done otherwise that are asked for.
 *
 * @throws {UserError} COMMAND_UNKNOWN
 */
export function methodologyWith(methodology: Methodology, {with: ids = []}: ReportScope): Methodology {
  return ids.reduce((now, id) => {
    const variants = alternativesTo(now);
    const variant = variants.find((one) => one.id === id);
    if (variant) return variant.methodology;
    const known = variants.map((one) => one.id);
    const near = nearest(id, known);
    throw new UserError(
      "COMMAND_UNKNOWN",
      `there is no alternative "${id}" to the methodology`,
      near === null ? `name one of ${known.join(", ")}` : `write ${near}`,
      {field: "with"},
    );
  }, methodology);
}

/**
 * Which tables are wanted, and how many rows of each? Null for as many as a table usually shows.
 *
 * @throws {UserError} COMMAND_UNKNOWN
 */
export function tablesWanted({tables}: ReportScope, config: Pick<Config, "tables">): Map<TableId, number | null> {
  const asked = tables === undefined ? null : tables.split(",").map((name) => name.trim());
  const wanted = asked === null ? tableIds.filter((id) => config.tables[id] !== false) : asked.flatMap(tablesNamed);
  return new Map(
    tableIds
      .filter((id) => wanted.includes(id))
      .map((id) => [id, typeof config.tables[id] === "number" ? config.tables[id] : null]),
  );
}

/** Which tables were named that the report could not have? Each needs something that is not there. */
export function missingTables(
  report: Report,
  {tables}: Pick<ReportScope, "tables">,
  config: Pick<Config, "tables">,
): MissingTable[] {
  if (tables === undefined || tables === "all") return [];
  const missing = [...tablesWanted({tables, date: null}, config).keys()].filter((id) => !isIn(report, id));
  const hasReaders = report.notes.every(({id}) => id !== "tables-not-recorded");
  // What robots took is told without readers.
  const ofReaders = (id: TableId): boolean => isTable(id) && id !== "robots" && id !== "ai-agents";
  return missing.map((id) => {
    const needs = hasReaders || !ofReaders(id) ? needsOf(id) : "logs that tell readers apart";
    return {id, isTable: isTable(id), needs};
  });
}

/** A table or another part that was named and is not there. */
export interface MissingTable {
  readonly id: TableId;
  readonly isTable: boolean;
  /** What it would take, in words. */
  readonly needs: string;
}

function isIn({tables, ledger, moved, commentary}: Report, id: TableId): boolean {
  if (id === "commentary") return commentary !== null;
  if (id === "ledger") return ledger !== null;
  return id === "moved" ? moved.length > 0 : tables.some((table) => table.id.split(":")[0] === id);
}

function tablesNamed(name: string): readonly TableId[] {
  if (name === "all") return tableIds;
  if (name === "none") return [];
  const known = tableIds.find((id) => id === name);
  if (known) return [known];
  const near = nearest(name, [...tableIds, "all", "none"]);
  throw new UserError(
    "COMMAND_UNKNOWN",
    `there is no table "${name}"`,
    near === null ? `name some of ${tableIds.join(", ")}, or all or none` : `write ${near}`,
    {field: "tables"},
  );
}
