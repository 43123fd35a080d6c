import {expect, test} from "vitest";
import type {Report} from "../../../src/report/report.ts";
import {reportPress} from "../../press.ts";
import {at, day, type Given, pressOf, rowsOf} from "./asked-files.ts";

const wait = 60_000;
const few = {smallest: 10};

/** So many clients who took a file home. */
function taken(path: string, clients: number, first = 1): Given[] {
  return Array.from({length: clients}, (_, place) =>
    at(day + place, {path, client: `198.51.${first + Math.floor(place / 200)}.${1 + (place % 200)}`, bytes: 1000}),
  );
}

function figure({measures}: Report, id: string): unknown {
  const found = measures.find((measure) => measure.id === id)!;
  return found.values[0] ?? found.reasons[0];
}

test(
  "what fewer than ten took home has no figure, and its number of downloads has none either",
  async () => {
    const report = await reportPress(pressOf([...taken("/a.pdf", 9), ...taken("/page.html", 30)], {settings: few}));
    expect([figure(report, "downloaders"), figure(report, "downloads")]).not.toContainEqual(expect.any(Number));
    expect(rowsOf(report)).toEqual({others: [null, null, null]});
  },
  wait,
);

test(
  "a file of few stands among the others, and not where the total less the rows would tell of it",
  async () => {
    const three = [...taken("/a.pdf", 40), ...taken("/b.pdf", 30, 20), ...taken("/c.pdf", 20, 40)];
    const lines = [...three, ...taken("/d.pdf", 3, 60), ...taken("/page.html", 200, 100)];
    const report = await reportPress(pressOf(lines, {settings: few}));
    expect(figure(report, "downloaders")).toBe(93);
    // The last that is shown goes into the others with the few.
    expect(rowsOf(report)).toEqual({"/a.pdf": [40, 40, 40_000], "/b.pdf": [30, 30, 30_000], others: [23, 23, 23_000]});
  },
  wait,
);

test(
  "of a name that few took there is no figure, and the total less the other name does not tell it",
  async () => {
    const lines = [...taken("/a.pdf", 40), ...taken("/b.epub", 4, 20), ...taken("/page.html", 200, 100)];
    const downloads = {pdf: "*.pdf", books: "*.epub"};
    const report = await reportPress(pressOf(lines, {settings: {...few, downloads}}));
    const told = ["downloaders", "download-readers:pdf", "download-readers:books"].map((id) => figure(report, id));
    expect(told.filter((one) => typeof one === "number")).toHaveLength(1);
    expect(figure(report, "downloads:books")).not.toEqual(expect.any(Number));
  },
  wait,
);

test(
  "of one site alone its own downloads are counted, by all who are readers of any",
  async () => {
    const lines = [...taken("/paper/a.pdf", 12), ...taken("/shop/a.pdf", 15, 20)];
    const of = (site: string | undefined) =>
      reportPress({
        ...pressOf(lines),
        logs: {"paper.log": lineTexts(lines.slice(0, 12)), "shop.log": lineTexts(lines.slice(12))},
        settings: {smallest: 1, sites: {paper: {files: "paper.log"}, shop: {files: "shop.log"}}},
        ...(site === undefined ? {} : {site}),
      });
    expect(figure(await of(undefined), "downloads")).toBe(27);
    expect(figure(await of("paper"), "downloads")).toBe(12);
    expect(figure(await of("shop"), "downloads")).toBe(15);
  },
  wait,
);

test(
  "ranges tell how far downloads would move where robots that asked for robots.txt were people",
  async () => {
    const robot = taken("/a.pdf", 1, 70);
    const lines = [
      ...taken("/a.pdf", 12),
      ...robot,
      ...robot.map((line) => ({...line, path: "/robots.txt"})),
      ...taken("/b.pdf", 1, 80).map((line) => ({...line, status: 206, bytes: 90_000})),
    ];
    const report = await reportPress({...pressOf(lines), hasRanges: true, settings: {smallest: 1}});
    expect(figure(report, "downloads")).toBe(13);
    const range = report.ranges!.measures.find(({id}) => id === "downloads")!;
    expect(JSON.stringify(range)).toContain("14");
  },
  wait,
);

function lineTexts(lines: readonly Given[]): string {
  return String(pressOf(lines).logs["access.log"]);
}
