import {existsSync, readFileSync} from "node:fs";
import {resolve} from "node:path";
import {readPattern} from "../../base/paths/pattern.ts";
import type {QueryCondition, QueryOrder} from "../../base/paths/query.ts";
import type {Config} from "../../workspace/config/config.ts";
import {listWith} from "../../workspace/config/list.ts";
import type {RuleSettings} from "../../workspace/config/methodology.ts";
import {namedIn} from "../../workspace/config/sites.ts";
import {furnitureConditions} from "../furniture/match.ts";
import {type DepartmentTable, readDepartments} from "./departments.ts";
import {areasOf, conditionsOf} from "./site.ts";

/**
 * What of the queries of logs is kept: the parameters that make a document, and whether what patterns ask of a query holds.
 *
 * @returns null where nothing is.
 * @throws {UserError} DEPARTMENTS_REFUSED
 * @source docs/documents.md
 */
export function queryOrderOf({config, folder}: {readonly config: Config; readonly folder: string}): QueryOrder | null {
  const {documents, departments, methodology, sites} = config;
  const own = namedIn(sites).map(([, site]) => site.own);
  const {query: names} = documents;
  const files = [departments, ...own.map((one) => one.departments)].flatMap((file) => file ?? []);
  const tables = [...new Set(files)].flatMap((file) => tableWithQueries(resolve(folder, file)) ?? []);
  const conditions: QueryCondition[] = [
    ...conditionsOf(areasOf(config)),
    ...tables.flatMap((table) => table.conditions),
    ...[methodology, ...(methodology.changes ?? []), ...own].flatMap(conditionsOfRules),
  ];
  if (names.length === 0 && conditions.length === 0) return null;
  return {names, conditions: [...conditions, ...furnitureConditions]};
}

/** The table where it asks for a query anywhere: a fault in any other is no reason not to read a log. */
function tableWithQueries(path: string): DepartmentTable | null {
  return existsSync(path) && readFileSync(path).includes("?") ? readDepartments(path) : null;
}

function conditionsOfRules({
  pageFurniture,
  notPages,
  feeds,
}: Pick<RuleSettings, "pageFurniture" | "notPages" | "feeds">): QueryCondition[] {
  const ofFeeds = feeds === undefined || feeds === true ? [] : listWith(feeds, []);
  const patterns = [...[pageFurniture, notPages].flatMap((rule) => listWith(rule?.paths, [])), ...ofFeeds];
  return patterns.flatMap((text) => readPattern(text, {plain: "alone"}).conditions);
}
