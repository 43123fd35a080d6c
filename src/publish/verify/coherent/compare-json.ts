import {parsedJson} from "../../../base/json.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import type {ComparedFile} from "./compare-lines.ts";

/** So many places of a file are named. */
const mostNamed = 20;
/** Deeper than anything in a report. */
const deepest = 40;
const longestShown = 80;

/** Which values of a JSON file are not what would be made now? Each is called by the way to it: `measures[0].values[2]`. */
export function compareJson({file, published, made, excuse}: ComparedFile): Finding[] {
  if (published === made) return [];
  const [theirs, ours] = [parsedJson(published), parsedJson(made)];
  if (theirs === undefined) return [differs(file, "it is no JSON any more")];
  const found: Difference[] = [];
  for (const one of differences(theirs, ours, "", 0)) {
    found.push(one);
    if (found.length > mostNamed) break;
  }
  if (excuse !== null) return [unchecked(file, excuse)];
  if (found.length === 0) return [differs(file, "it is written otherwise, with the same values")];
  const named = found.slice(0, mostNamed).map(({way, own, now}) => {
    return differs(file, "it contradicts the rest of the file", {cell: way, published: shown(own), now: shown(now)});
  });
  return found.length > mostNamed ? [...named, differs(file, "and more values differ")] : named;
}

interface Difference {
  readonly way: string;
  readonly own: unknown;
  readonly now: unknown;
}

function* differences(own: unknown, now: unknown, way: string, depth: number): Generator<Difference> {
  if (Object.is(own, now)) return;
  if (depth < deepest && isBranch(own) && isBranch(now) && Array.isArray(own) === Array.isArray(now)) {
    for (const key of new Set([...Object.keys(now), ...Object.keys(own)])) {
      const step = Array.isArray(now) ? `[${key}]` : way === "" ? cut(key) : `.${cut(key)}`;
      yield* differences(valueAt(own, key), valueAt(now, key), way + step, depth + 1);
    }
    return;
  }
  yield {way, own, now};
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isBranch(value)) return `{${Object.keys(value).slice(0, 3).map(cut).join(", ")}, …}`;
  return JSON.stringify(typeof value === "string" ? cut(value) : value);
}

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

/** What stands there of its own: `__proto__` of an object is nothing that its file says. */
function valueAt(value: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
