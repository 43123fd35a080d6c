import {instantsSql} from "../../engine/duckdb/facts-sql.ts";
import type {FactStore} from "../../engine/fact-store.ts";

/**
 * A sample of the requests in a file of facts, by which two files are compared in no time.
 *
 * Each request has a number that is made of its instant, its client and, where it is asked for, its size; those with the lowest numbers are in
 * the sample. So of requests that are alike in two files, both samples have the same.
 */
export interface Sketch {
  /** In order, the lowest first. */
  readonly keys: Float64Array;
  /** When each was, in seconds. */
  readonly seconds: Float64Array;
  /** Are all requests of the file in it? */
  readonly isWhole: boolean;
}

/** So many requests are in a sample: of two files, one in a hundred that is shared shows. */
const sampled = 4096;

/** Are sizes a part of what makes requests alike? */
export interface SketchedBy {
  readonly bySize: boolean;
}

/** The sample of a file of facts. @param file SQL literal of its path. */
async function sketchFacts(engine: FactStore, file: string, {bySize}: SketchedBy): Promise<Sketch> {
  const size = bySize ? ", coalesce(bytes, -1)" : "";
  const rows = await engine.rows(`select second::double as second, key from (
      select second, (hash(second, reader${size}) >> 11)::double as key
      from ${await instantsSql(engine, file)} where second is not null)
    order by key limit ${sampled}`);
  return {
    keys: Float64Array.from(rows, ({key}) => Number(key)),
    seconds: Float64Array.from(rows, ({second}) => Number(second)),
    isWhole: rows.length < sampled,
  };
}

/** What two samples say of what the files share. */
export interface SketchComparison {
  /** How many requests of the time that was asked for there are to compare, in the sample that has fewer. */
  readonly compared: number;
  /** How many of them are in both. */
  readonly shared: number;
  /** Are these not samples, but all requests? */
  readonly isWhole: boolean;
}

/** Compares what two files hold from one second to another, both of them included. */
export function compareSketches(one: Sketch, other: Sketch, from: number, until: number): SketchComparison {
  const highest = Math.min(highestOf(one), highestOf(other));
  const left = new Map<number, number>();
  let [ofOne, ofOther, shared] = [0, 0, 0];
  for (const key of keysBetween(one, highest, from, until)) {
    left.set(key, (left.get(key) ?? 0) + 1);
    ofOne++;
  }
  for (const key of keysBetween(other, highest, from, until)) {
    ofOther++;
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    left.set(key, count - 1);
    shared++;
  }
  return {compared: Math.min(ofOne, ofOther), shared, isWhole: one.isWhole && other.isWhole};
}

/** Up to which number the sample has every request. */
function highestOf({keys, isWhole}: Sketch): number {
  return isWhole ? Number.POSITIVE_INFINITY : keys.at(-1)!;
}

function* keysBetween({keys, seconds}: Sketch, highest: number, from: number, until: number): Generator<number> {
  for (let place = 0; place < keys.length && keys[place]! <= highest; place++) {
    if (seconds[place]! >= from && seconds[place]! <= until) yield keys[place]!;
  }
}

/** Samples of files that were looked at; the longest unused goes first. */
export class SketchBook {
  readonly #sketches = new Map<string, Sketch>();

  /** @param path Of a file of facts, whole. */
  async of(path: string, engine: FactStore, by: SketchedBy): Promise<Sketch> {
    const key = `${by.bySize ? "" : "sizeless "}${path}`;
    const sketch = this.#sketches.get(key) ?? (await sketchFacts(engine, engine.file(path), by));
    this.#sketches.delete(key);
    this.#sketches.set(key, sketch);
    if (this.#sketches.size > mostKept) this.#sketches.delete(this.#sketches.keys().next().value!);
    return sketch;
  }
}

/** Each takes 64 kB. */
const mostKept = 500;
