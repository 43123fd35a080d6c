import {afterEach, beforeEach, expect, test} from "vitest";
import {Workshop} from "../intake/workshop.ts";
import {lineOf, logOf} from "../press.ts";

interface Ranged {
  readonly ranges: {
    readonly alternatives: readonly {readonly id: string}[];
    readonly low: Readonly<Record<string, readonly number[]>>;
    readonly values: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
    readonly sentences: readonly string[];
  };
}

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop("publication: P\nplaces: false\nmethodology: {blacklist: blacklist.csv}\n");
  workshop.write("press/blacklist.csv", "entry,from,until,decision,reason,decided_by,decided_on\n");
});
afterEach(() => workshop.remove());

/** Clients that take so many documents each, with the style sheet or without. */
const visits = (count: number, network: string, {documents = 1, isFurnished = false} = {}): string[] =>
  Array.from({length: count}, (_, number) => {
    const client = `${network}.${number + 1}`;
    const at = `${String(1 + (number % 28)).padStart(2, "0")}/Jan/2026:10:00:00 +0000`;
    const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
    const paths = [
      ...Array.from({length: documents}, (_, page) => `/${page}.html`),
      ...(isFurnished ? ["/style.css"] : []),
    ];
    return paths.map((path) => lineOf({client, at, path, agent}));
  }).flat();

async function ranges(lines: readonly string[]): Promise<Ranged["ranges"]> {
  workshop.write("a.log", logOf(lines));
  await workshop.ingest(["a.log"]);
  const {stdout, stderr} = await workshop.run("report", "2026-01", "-f", "json", "--tables", "none");
  expect(stderr).not.toContain("error");
  return (JSON.parse(stdout) as Ranged).ranges;
}

const told = (sentences: readonly string[]): readonly string[] =>
  sentences.filter((one) => one.includes("belongs to a page"));

// Thirty with the style sheet, fifteen of them engaged; twelve plain readers without, too few and too slow to be a wave.
const readers = [
  ...visits(15, "192.0.2", {isFurnished: true}),
  ...visits(15, "198.51.100", {documents: 5, isFurnished: true}),
  ...visits(12, "203.0.113"),
];

test("who also fetched what belongs to a page is a bound of its own, beside the range, which it does not widen", async () => {
  const {values, low, sentences, alternatives} = await ranges(readers);
  expect(alternatives.at(-1)!.id).toBe("furnished-only");
  expect(values["readers"]!["furnished-only"]).toEqual([30]);
  expect(values["documents-per-day"]!["furnished-only"]![0]).toBeCloseTo((15 + 75) / 15, 9);
  expect(low["readers"]).toEqual([42]);
  expect(told(sentences)).toEqual([
    expect.stringMatching(/^Distinct users that also fetched what belongs to a page: 30\. /),
  ]);
  expect(sentences[0]).toBe("Distinct users: 42, whichever rule is done otherwise.");
});

test("a client that a person decided to be a reader is in it", async () => {
  workshop.write(
    "press/blacklist.csv",
    "entry,from,until,decision,reason,decided_by,decided_on\n203.0.113.0/28,,,reader,the office,A,2026-02-01\n",
  );
  expect((await ranges(readers)).values["readers"]!["furnished-only"]).toEqual([42]);
});

test("fewer than ten without it are not told", async () => {
  const {values, sentences} = await ranges(readers.filter((line) => !/^203\.0\.113\.([4-9]|1\d) /.test(line)));
  expect(values["readers"]!["furnished-only"]).toEqual([null]);
  expect(told(sentences)).toEqual([]);
});

test("where hardly anybody who read on fetched it, it is served from elsewhere, and the report says so", async () => {
  const {alternatives, sentences} = await ranges([
    ...visits(12, "192.0.2", {isFurnished: true}),
    ...visits(20, "203.0.113", {documents: 5}),
  ]);
  expect(alternatives.map(({id}) => id)).not.toContain("furnished-only");
  expect(told(sentences)).toEqual([expect.stringContaining("is not told: hardly anything of it is in the logs")]);
});

test("of a few clients nothing is said", async () => {
  const {alternatives, sentences} = await ranges(visits(5, "192.0.2", {isFurnished: true}));
  expect(alternatives.map(({id}) => id)).not.toContain("furnished-only");
  expect(told(sentences)).toEqual([]);
});
