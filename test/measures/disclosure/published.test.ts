import {mkdtempSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {withoutFew} from "../../../src/measures/disclosure/figures.ts";
import type {PublishedBefore} from "../../../src/measures/disclosure/published-before.ts";
import {sectionReaders} from "../../../src/measures/web/area-readers.ts";
import {readersBy} from "../../../src/measures/web/readers.ts";
import {makeWorkspace} from "../../../src/workspace/make-workspace.ts";
import {lineOf, logOf, run} from "../../press.ts";
import {removeTree} from "../../remove-tree.ts";

const on = (month: string, reader: number, path: string): string =>
  lineOf({client: `198.51.100.${reader}`, at: `05/${month}/2005:12:00:00 +0000`, path});
const many = (count: number, from = 1): number[] => Array.from({length: count}, (_, place) => from + place);

interface JsonReport {
  readonly totals: Readonly<Record<string, number | null>>;
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly {readonly key: string; readonly values: readonly (number | null)[]}[];
  }[];
}

test("a row of two months is not shown where the month published of it leaves one reader", async () => {
  const top = mkdtempSync(join(tmpdir(), "broadsheet-published-"));
  try {
    const folder = join(top, "press");
    makeWorkspace(
      folder,
      JSON.stringify({publication: "The Example Press", timeZone: "UTC", places: false, ranges: false}),
    );
    // Of /few, twelve readers in July and one of them again in August; of /many, twelve others in both and twelve more.
    const lines = [
      ...many(12).map((reader) => on("Jul", reader, "/few")),
      on("Aug", 1, "/few"),
      ...many(12, 21).map((reader) => on("Jul", reader, "/many")),
      ...[...many(12, 21), ...many(12, 41)].map((reader) => on("Aug", reader, "/many")),
    ];
    writeFileSync(join(top, "access.log"), logOf(lines));
    await run(["-C", folder, "ingest", "--quiet", join(top, "access.log")], top);
    const rowsOf = async (): Promise<unknown> => {
      const text = await run(
        ["-C", folder, "report", "2005-07..2005-08", "--tables", "top-documents", "--format", "json"],
        top,
      );
      const report: JsonReport = JSON.parse(text);
      return report.tables[0]!.rows.map(({key, values}) => [key, values[0], values[1]]);
    };
    expect(await rowsOf()).toEqual([
      ["/many", 36, 24],
      ["/few", 13, 12],
    ]);
    await run(["-C", folder, "publish", "2005-07", "--tables", "top-documents", "--accept", "a test", "--quiet"], top);
    // 13 files less the 12 of July are one file of one reader. All others are one row, and the last that is shown goes into it.
    expect(await rowsOf()).toEqual([["others", 49, 36]]);
  } finally {
    removeTree(top);
  }
});

const figureOf = (value: number) => ({value, reason: null, isReported: false, unrecorded: 0});

for (const [name, before, now, told] of [
  ["fewer than ten more in the year that was published", 40, 35, null],
  ["ten more", 45, 35, 35],
  ["the same", 35, 35, 35],
] as const) {
  test(`a section of a month, with ${name}`, () => {
    const measure = sectionReaders({name: "essays", prefixes: ["/essays/"]});
    const period = {name: "2005", months: ["2005-01", "2005-02"]};
    const month = {name: "2005-02", months: ["2005-02"]};
    const published: PublishedBefore = {...period, values: new Map([[`measure|${measure.id}|2005`, before]])};
    const readers = {measure: readersBy({ipv6: 64, byAgent: false}), spans: new Map([[month.name, figureOf(500)]])};
    const figures = [readers, {measure, spans: new Map([[month.name, figureOf(now)]])}];
    const kept = withoutFew(figures, {spans: [month], published: [published]}, 10);
    expect(kept[1]!.spans.get(month.name)!.value).toBe(told);
    expect(kept[0]!.spans.get(month.name)!.value).toBe(500);
  });
}
