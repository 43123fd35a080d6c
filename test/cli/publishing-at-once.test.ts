import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {linesFrom, type Said, Workshop} from "../intake/workshop.ts";

let workshop: Workshop;
beforeEach(async () => {
  workshop = new Workshop();
  workshop.write("a.log", linesFrom(0, 30));
  workshop.write("b.log", linesFrom(100, 7));
  await workshop.ingest(["a.log"]);
});
afterEach(() => workshop.remove());

const publish = (): Promise<Said> =>
  workshop.run("report", "2026-02", "--publish", "--quiet", "--tables", "none", "--no-ranges");
const accept = (reason: string): Promise<Said> => workshop.run("restate", "2026-02", "--accept", "--reason", reason);

interface Kept {
  readonly restated: readonly {readonly reason: string; readonly figures: readonly {readonly key: string}[]}[];
}

function kept(): Kept {
  return JSON.parse(readFileSync(join(workshop.folder, "published/2026-02.json"), "utf8")) as Kept;
}

test("two restatements that are accepted at once are both kept, and the figures restated once", async () => {
  expect((await publish()).status).toBe(0);
  await workshop.ingest(["b.log"]);
  // Both have read what was published before either writes.
  const both = await Promise.all([accept("a mirror was missing"), accept("a log came late")]);
  expect(both.map(({status}) => status)).toEqual([0, 0]);
  const {restated} = kept();
  expect(restated.map(({reason}) => reason).sort()).toEqual(["a log came late", "a mirror was missing"]);
  expect(restated[0]!.figures.length).toBeGreaterThan(0);
  expect(restated[1]!.figures).toEqual([]);
  // What was accepted is in force: nothing is left that moved.
  expect((await accept("again")).status).toBe(0);
  expect(kept().restated).toHaveLength(2);
});

test("of two that publish a report at once one does, and the other says that it was", async () => {
  const both = await Promise.all([publish(), publish()]);
  expect(both.map(({status}) => status)).toEqual([0, 0]);
  expect(both.map(({stderr}) => /^Published: /.test(stderr)).sort()).toEqual([false, true]);
  expect(readdirSync(join(workshop.folder, "published"))).toEqual(["2026-02.json"]);
});
