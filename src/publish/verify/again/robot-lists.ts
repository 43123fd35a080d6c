import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {presets} from "../../../methodology/presets.ts";
import {builtInList} from "../../../methodology/robots/lists/built-in.ts";
import {packageListAsFile} from "../../../methodology/robots/lists/former.ts";
import {type BuiltInListName, builtInLists} from "../../../workspace/config/robots.ts";
import type {FileTree} from "../place/place.ts";

/** A list of robots that an edition was counted by. */
export interface ListThen {
  readonly name: string;
  readonly version: string;
  readonly sha256: string;
  /** Its patterns in the edition; null where they are not. */
  readonly file: string | null;
  /** Of a list that is more than patterns, the same as expressions in the edition. */
  readonly expressions?: string | undefined;
}

type Settings = Readonly<Record<string, unknown>>;

/** By which rules to count again. */
export interface RulesThen {
  readonly rules: Settings;
  /** Lists that this version has otherwise, and that cannot be taken from the edition. */
  readonly others: readonly string[];
}

/**
 * The rules with the lists of robots as they were, wherever rules name some, where this version brings others along.
 *
 * @param then All that some month of the edition went by.
 * @param folder Where lists are written; those of the edition lie there.
 */
export function withListsThen(rules: Settings, then: readonly ListThen[], place: FileTree, folder: string): RulesThen {
  const differing = then.filter(({name, sha256}) => isBuiltIn(name) && builtInList(name).sha256 !== sha256);
  const known = new Set(then.map(({name}) => name));
  const preset = Object.entries(presets).find(([name]) => name === (rules["extends"] ?? "central-task"))?.[1];
  const own = partsOf(rules["robots"]);
  const today = preset?.robots.lists ?? [];
  // A methodology may name more lists in a later version.
  const usual = today.filter((name) => known.has(name));
  const isMore = usual.length < today.length && !Array.isArray(own?.["lists"]);
  if ((differing.length === 0 && !isMore) || own === null) return {rules, others: []};
  const made = new Map(differing.map((list) => [list.name, replayedList(list, place, folder)]));
  const asThen = (list: unknown): unknown => (typeof list === "string" ? (made.get(list) ?? list) : list);
  const lists = listsIn(own["lists"] ?? {add: []}, asThen);
  const base = Array.isArray(lists) ? lists : [...usual.map(asThen), ...(lists as {add: unknown[]}).add];
  const {changes} = rules;
  const others = differing.filter(({name}) => made.get(name) === null);
  return {
    rules: {
      ...rules,
      robots: {...own, lists: base},
      ...(Array.isArray(changes) ? {changes: changes.map((change) => changedThen(change, asThen))} : {}),
    },
    others: others.map(({name, version}) => `${name} ${version}`),
  };
}

function changedThen(change: Settings, asThen: (list: unknown) => unknown): Settings {
  const robots = partsOf(change["robots"]);
  const lists = robots?.["lists"];
  return lists === undefined ? change : {...change, robots: {...robots, lists: listsIn(lists, asThen)}};
}

/** `[…]` or `{add: […]}`; what is neither is refused where settings are read. */
function listsIn(lists: unknown, asThen: (list: unknown) => unknown): unknown {
  if (Array.isArray(lists)) return lists.map(asThen);
  const {add} = (lists ?? {}) as {readonly add?: unknown};
  return {add: Array.isArray(add) ? add.map(asThen) : []};
}

/** The parts of `robots`; null where it is no such thing. */
function partsOf(robots: unknown): Settings | null {
  if (robots === undefined) return {};
  return typeof robots === "object" && !Array.isArray(robots) ? (robots as Settings | null) : null;
}

function isBuiltIn(name: string): name is BuiltInListName {
  return (builtInLists as readonly string[]).includes(name);
}

/** A list of one's own that answers as it did; null where it cannot be made. */
function replayedList({name, file, expressions}: ListThen, place: FileTree, folder: string): object | null {
  if (expressions !== undefined) {
    const isThere = /^lists\/[a-z0-9._-]+$/i.test(expressions) && place.files.has(expressions);
    return isThere ? {name, file: join(folder, expressions)} : null;
  }
  const text = file === null ? undefined : place.files.get(file)?.read().toString("utf8");
  const entries = text === undefined ? null : packageListAsFile(name, text);
  if (entries === null) return null;
  const path = join(folder, `${name}.json`);
  writeFileSync(path, entries);
  return {name, file: path};
}
