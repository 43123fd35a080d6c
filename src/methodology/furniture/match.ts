import type {AskedPath} from "../../base/paths/asked-path.ts";
import {type PathPattern, readPattern} from "../../base/paths/pattern.ts";
import type {FurnitureName} from "../../workspace/config/furniture.ts";
import {type FurnitureGroup, knownFurniture} from "./known.ts";

/** An address that is known, without slash at its end, and whether it may lie in any folder. */
interface Address {
  readonly group: FurnitureName;
  readonly path: string;
  readonly isAnywhere: boolean;
}

const groups = Object.entries(knownFurniture) as [FurnitureName, FurnitureGroup][];

/** By the last part: most paths end in none of these. */
const addressesByName = Map.groupBy(
  groups.flatMap(([group, {alone = []}]): Address[] =>
    alone.map((text) => ({group, path: text.replace(/^\*/, ""), isAnywhere: text.startsWith("*")})),
  ),
  ({path}) => path.slice(path.lastIndexOf("/") + 1),
);

const patterns: readonly (readonly [FurnitureName, PathPattern])[] = groups.flatMap(([group, {patterns: own = []}]) =>
  own.map((text) => [group, readPattern(text, {plain: "alone"})] as const),
);

/** Most requests have nothing of a query that could be asked about. */
const withQuery = patterns.filter(([, {conditions}]) => conditions.length > 0);
const withoutQuery = patterns.filter(([, {conditions}]) => conditions.length === 0);

/** What patterns of the list ask of queries. */
export const furnitureConditions = patterns.flatMap(([, {conditions}]) => conditions);

/** Is it known that programs fetch this, as a part of a system? */
export function isKnownFurniture(asked: AskedPath, wanted: ReadonlySet<string>): boolean {
  const path = asked.path.endsWith("/") ? asked.path.slice(0, -1) : asked.path;
  const known = addressesByName.get(path.slice(path.lastIndexOf("/") + 1));
  const isKnown = known?.some((one) => {
    return wanted.has(one.group) && (one.isAnywhere ? path.endsWith(one.path) : path === one.path);
  });
  if (isKnown || fitsAny(asked, withoutQuery, wanted)) return true;
  return asked.query.length + asked.conditions.length > 0 && fitsAny(asked, withQuery, wanted);
}

function fitsAny(asked: AskedPath, some: typeof patterns, wanted: ReadonlySet<string>): boolean {
  return some.some(([group, pattern]) => pattern.fits(asked) && wanted.has(group));
}
