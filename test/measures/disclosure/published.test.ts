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
import {longTest} from "../../run/amounts.ts";

const on = (month: string, reader: number, path: string): string =>
  lineOf({client: `198.51.100.${reader}`, at: `05/${month}/2005:12:00:00 +0000`, path});
const many = (count: number, from = 1): number[] => Array.from({length: count}, (_, place) => from + place);

interface JsonReport {
  readonly totals: Readonly<Record<string, number | null>>;
  readonly tables: readonly {
    readonly id: string;
    readonly rows: readonly {
      readonly key: string;
      readonly rank: number | null;
      readonly values: readonly (number | null)[];
    }[];
  }[];
}

/** A new workspace of one log, and what a report of it has in its first table: key, rank, files and readers of each row. */
async function withPress(
  lines: readonly string[],
  settings: object,
  tell: (press: {
    run(...args: readonly string[]): Promise<string>;
    rowsOf(period: string): Promise<unknown>;
    write(file: string, text: string): void;
  }) => Promise<void>,
): Promise<void> {
  const top = mkdtempSync(join(tmpdir(), "broadsheet-published-"));
  try {
    const folder = join(top, "press");
    const own = {publication: "The Example Press", timeZone: "UTC", places: false, ranges: false};
    makeWorkspace(folder, JSON.stringify({...own, ...settings}));
    writeFileSync(join(top, "access.log"), logOf(lines));
    const inside = (...args: readonly string[]) => run(["-C", folder, ...args], top);
    await inside("ingest", "--quiet", join(top, "access.log"));
    await tell({
      run: inside,
      write: (file, text) => writeFileSync(join(folder, file), text),
      rowsOf: async (period) => {
        const report: JsonReport = JSON.parse(
          await inside("report", period, "--tables", "top-documents", "--format", "json"),
        );
        return report.tables[0]!.rows.map(({key, rank, values}) => [key, rank, values[0], values[1]]);
      },
    });
  } finally {
    removeTree(top);
  }
}

longTest("a table that was corrected by one client has all its rows, with their ranks", async () => {
  const readersOf = (path: string, count: number, from: number) => many(count, from).map((one) => on("Jul", one, path));
  const lines = [
    ...readersOf("/first", 30, 1),
    ...readersOf("/second", 25, 31),
    ...readersOf("/third", 20, 56),
    ...["/first", "/second", "/third", "/third"].map((path) => on("Jul", 250, path)),
  ];
  const settings = {methodology: {extends: "central-task", blacklist: "blacklist.csv"}};
  await withPress(lines, settings, async ({run: inside, rowsOf, write}) => {
    write(
      "blacklist.csv",
      "entry,from,until,reason,decided_by,decided_on\n198.51.100.250,2005-07-01,,a mirror,us,2005-07-01\n",
    );
    await inside("publish", "2005-07", "--tables", "top-documents", "--accept", "a test", "--quiet");
    expect(await rowsOf("2005-07")).toEqual([
      ["/first", 1, 30, 30],
      ["/second", 2, 25, 25],
      ["/third", 3, 20, 20],
    ]);
    write("blacklist.csv", "entry,from,until,reason,decided_by,decided_on\n");
    await inside("correct", "2005-07", "--reason", "it was a reader", "--quiet");
    const corrected = [
      ["/first", 1, 31, 31],
      ["/second", 2, 26, 26],
      ["/third", 3, 22, 21],
    ];
    expect(await rowsOf("2005-07")).toEqual(corrected);
    expect(await rowsOf("2005-07")).toEqual(corrected);
  });
});

test("below a row that is not shown stand no ranks, which would be those of others", async () => {
  const readersOf = (path: string, month: string, count: number, from = 1) =>
    many(count, from).map((one) => on(month, one, path));
  const lines = [
    ...readersOf("/most", "Jul", 40),
    ...readersOf("/most", "Aug", 40, 51),
    ...readersOf("/few", "Jul", 29, 101),
    on("Aug", 101, "/few"),
    ...readersOf("/last", "Jul", 12, 141),
    ...readersOf("/last", "Aug", 12, 161),
    ...readersOf("/more", "Aug", 11, 181),
  ];
  await withPress(lines, {tables: {"top-documents": 3}}, async ({run: inside, rowsOf}) => {
    await inside("publish", "2005-07", "--tables", "top-documents", "--accept", "a test", "--quiet");
    // 30 files of /few less the 29 of July are one: it stands among the others, and is read more than /last.
    expect(await rowsOf("2005-07..2005-08")).toEqual([
      ["/most", 1, 80, 80],
      ["/last", null, 24, 24],
      ["others", null, 41, 40],
    ]);
  });
});

longTest("a row of two months is not shown where the month published of it leaves one reader", async () => {
  // Of /few, twelve readers in July and one of them again in August; of /many, twelve others in both and twelve more.
  const lines = [
    ...many(12).map((reader) => on("Jul", reader, "/few")),
    on("Aug", 1, "/few"),
    ...many(12, 21).map((reader) => on("Jul", reader, "/many")),
    ...[...many(12, 21), ...many(12, 41)].map((reader) => on("Aug", reader, "/many")),
  ];
  await withPress(lines, {}, async ({run: inside, rowsOf}) => {
    expect(await rowsOf("2005-07..2005-08")).toEqual([
      ["/many", 1, 36, 24],
      ["/few", 2, 13, 12],
    ]);
    await inside("publish", "2005-07", "--tables", "top-documents", "--accept", "a test", "--quiet");
    // 13 files less the 12 of July are one file of one reader. All others are one row, and the last that is shown goes into it.
    expect(await rowsOf("2005-07..2005-08")).toEqual([["others", null, 49, 36]]);
  });
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
