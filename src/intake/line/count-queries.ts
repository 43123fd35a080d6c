import {extensionOf, furnitureEndings, graphicEndings} from "../../base/paths/endings.ts";
import {canonicalPath} from "../../base/paths/form.ts";
import {bareIn, bareQuery, parameterName, parametersOf} from "../../base/paths/query.ts";
import {pathOf} from "../facts/impersonal-text.ts";
import {queryOf} from "../facts/kept-path.ts";
import {type ReadingPlan, requestsIn} from "./input-lines.ts";

/** What was asked for behind question marks, in lines that were looked at: names and numbers alone, no value. */
export interface QueryCount {
  /** Lines that ask for what may be a document. */
  readonly documents: number;
  /** By the path, without its query. */
  readonly byPath: ReadonlyMap<string, PathQueries>;
}

/** The queries of one path. */
export interface PathQueries {
  /** Lines. */
  readonly requests: number;
  /** How many lines have a parameter, and how many different values it has. */
  readonly parameters: ReadonlyMap<string, {readonly requests: number; readonly values: number}>;
}

const notDocuments = new Set([...graphicEndings, ...furnitureEndings]);

/** So many names of one path are told apart. */
const mostNames = 50;

/** What do lines of an input ask for behind question marks? */
export function countQueries(sample: readonly string[], plan: ReadingPlan): QueryCount {
  const byPath = new Map<string, {requests: number; parameters: Map<string, {requests: number; seen: Set<string>}>}>();
  let documents = 0;
  for (const {method, target, status} of requestsIn(sample, plan)) {
    if (method !== "GET" || target === null || (status !== 200 && status !== 304)) continue;
    const path = canonicalPath(pathOf(target));
    if (notDocuments.has(extensionOf(path))) continue;
    documents++;
    const known = byPath.get(path) ?? {requests: 0, parameters: new Map()};
    byPath.set(path, known);
    known.requests++;
    const query = queryOf(target);
    for (const [name, value] of [[bareQuery, bareIn(query)] as const, ...parametersOf(query)]) {
      if ((name !== bareQuery && !parameterName.test(name)) || value === "") continue;
      const own = known.parameters.get(name) ?? {requests: 0, seen: new Set<string>()};
      if (!known.parameters.has(name) && known.parameters.size >= mostNames) continue;
      known.parameters.set(name, own);
      own.requests++;
      own.seen.add(value);
    }
  }
  return {
    documents,
    byPath: new Map(
      [...byPath].map(([path, {requests, parameters}]) => [path, {requests, parameters: counted(parameters)}]),
    ),
  };
}

function counted(
  parameters: ReadonlyMap<string, {readonly requests: number; readonly seen: ReadonlySet<string>}>,
): PathQueries["parameters"] {
  return new Map([...parameters].map(([name, {requests, seen}]) => [name, {requests, values: seen.size}]));
}
