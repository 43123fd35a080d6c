import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {builtInList} from "../../../methodology/robots/lists/built-in.ts";
import {type BuiltInListName, builtInLists} from "../../../workspace/config/robots.ts";
import type {FileTree} from "../place/place.ts";
import {withoutLookaround} from "./lookaround.ts";

/** A list of robots that an edition was counted by. */
export interface ListThen {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  /** Its patterns in the edition; null where they are not. */
  readonly file: string | null;
}

/** By which lists of robots to count again. */
export interface ListsNow {
  /** As the setting `robots.lists` names them; null where today's are the same. */
  readonly lists: readonly unknown[] | null;
  /** Those that this version has otherwise, and that are no mere patterns. */
  readonly others: readonly string[];
}

/** Lists of packages that are patterns and nothing else, and whether capitals count in them. */
const replayed: Readonly<Record<string, {readonly isCaseSensitive: boolean}>> = {
  isbot: {isCaseSensitive: false},
  "crawler-user-agents": {isCaseSensitive: true},
};

/**
 * The lists of robots as they were, where this version brings others along: of public ones the patterns that the edition has.
 *
 * @param own What the edition's settings name; undefined where they name none.
 * @param folder Where lists are written.
 */
export function listsThen(then: readonly ListThen[], own: unknown, place: FileTree, folder: string): ListsNow {
  const differing = then.filter(({name, sha256}) => isBuiltIn(name) && builtInList(name).sha256 !== sha256);
  if (differing.length === 0) return {lists: null, others: []};
  const made = new Map(differing.map((list) => [list.name, replayedList(list, place, folder)]));
  const named = (Array.isArray(own) ? own : ((own as {add?: unknown[]} | undefined)?.add ?? [])) as (
    | string
    | {name: string}
  )[];
  const lists = then.flatMap(({name}): unknown[] => {
    if (made.has(name)) return [made.get(name) ?? name];
    if (isBuiltIn(name)) return [name];
    return named.filter((one) => typeof one !== "string" && one.name === name);
  });
  const others = differing.filter(({name}) => made.get(name) === null);
  return {lists, others: others.map(({name, version}) => `${name} ${version}`)};
}

function isBuiltIn(name: string): name is BuiltInListName {
  return (builtInLists as readonly string[]).includes(name);
}

/** A list of one's own with the patterns; null where it cannot be made of them. */
function replayedList({name, file}: ListThen, place: FileTree, folder: string): object | null {
  const how = replayed[name];
  const text = file === null ? undefined : place.files.get(file)?.read().toString("utf8");
  if (how === undefined || text === undefined) return null;
  const patterns = text
    .split("\n")
    .filter((line) => line !== "")
    .map(withoutLookaround);
  if (patterns.includes(null)) return null;
  // As the two packages are written; that with `instances` is read with its capitals.
  const entries = patterns.map((pattern) => (how.isCaseSensitive ? {pattern, instances: []} : {pattern}));
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify(entries));
  return {name, file: path};
}
