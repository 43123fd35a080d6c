import fc from "fast-check";
import {expect} from "vitest";
import {type Hit, hits, readersOf, smallest, type Told, tellingsOf} from "./subtract.ts";

const isFew = (readers: number): boolean => readers > 0 && readers < smallest;

/** Is the one among the other, by its requests? */
function isPart(part: Told, whole: Told, sets: ReadonlyMap<Told, ReadonlySet<Hit>>): boolean {
  return sets.get(part)!.isSubsetOf(sets.get(whole)!);
}

/** What points at a few readers in a report of these requests, in words; empty where nothing does. */
export async function pointersIn(all: readonly Hit[]): Promise<string[]> {
  const {told, report} = await tellingsOf(all);
  const sets = new Map(told.map((one) => [one, new Set(one.hits)]));
  const found: string[] = [];
  for (const one of told) {
    // What is printed is true.
    if (one.readers !== null) expect([one.name, one.readers]).toEqual([one.name, readersOf(one.hits)]);
    if (one.requests !== null) expect([one.name, one.requests]).toEqual([one.name, one.hits.length]);
    const isWhole = one.name === "all" || one.name.startsWith("readers ");
    if (!isWhole && one.readers !== null && isFew(one.readers)) found.push(`${one.name} has ${one.readers}`);
  }
  for (const whole of told) {
    for (const part of told) {
      const isOfMonths = part.way === "months" || whole.way === "months";
      if (part === whole || !isPart(part, whole, sets)) continue;
      // Of the months only their own measure is told, and all readers of the same month.
      const areAlike = isOfMonths
        ? part.name.split(" ")[0] === whole.name.split(" ")[0] ||
          (whole.name.startsWith("readers") && part.name.slice(-2) === whole.name.slice(-2))
        : part.way === whole.way;
      if (!areAlike) continue;
      if (part.readers !== null && whole.readers !== null && isFew(whole.readers - part.readers)) {
        found.push(`${whole.name} less ${part.name} is ${whole.readers - part.readers} readers`);
      }
    }
    if (whole.requests === null) continue;
    const parts = told.filter((part) => {
      return part !== whole && part.way === whole.way && part.requests !== null && isPart(part, whole, sets);
    });
    const tables = Map.groupBy(parts, ({name}) => name.split(" ")[0]!);
    for (const group of [...parts.map((part) => [part]), ...tables.values()]) {
      const left = whole.hits.filter((hit) => !group.some((part) => sets.get(part)!.has(hit)));
      if (isFew(readersOf(left))) {
        found.push(`${whole.name} less ${group.map(({name}) => name).join(", ")}: files of ${readersOf(left)}`);
      }
    }
  }
  for (const id of Object.keys(report.ranges.values)) {
    const isReaders = id === "readers" || id.startsWith("section-readers:");
    const own = [...(report.measures.find((measure) => measure.id === id)?.values ?? []), report.totals[id] ?? null];
    for (const [alternative, values] of Object.entries(report.ranges.values[id]!)) {
      for (const [place, value] of [...values, report.ranges.totals[id]?.[alternative] ?? null].entries()) {
        const figure = own[place] ?? null;
        if (value === null || figure === null || value === figure) continue;
        if (isReaders && isFew(Math.abs(value - figure))) found.push(`${id} by ${alternative}: ${value} for ${figure}`);
        if (alternative !== "heavy-readers-in") continue;
        const heavy = heavyIn(all, place);
        if (isFew(heavy)) found.push(`${id} by ${alternative}: what ${heavy} heavy readers did`);
      }
    }
  }
  return found;
}

/** How many readers took more than six documents: in July, in August, in one of them. */
function heavyIn(all: readonly Hit[], place: number): number {
  const own = all.filter(
    ({path, month}) => !path.startsWith("/gone/") && (place === 2 || month === ["07", "08"][place]),
  );
  const months = Map.groupBy(own, ({reader, month}) => `${reader} ${month}`);
  return new Set([...months].filter(([, those]) => those.length > 6).map(([key]) => key.split(" ")[0])).size;
}

/** Holds for any log: nothing in a report, and nothing that is left when one is taken from another, points at a few. */
export async function checkAnyLog(numRuns: number, seed: number): Promise<void> {
  const property = fc.asyncProperty(hits, async (all) => {
    expect(await pointersIn(all)).toEqual([]);
  });
  await fc.assert(property, {numRuns, seed});
}
