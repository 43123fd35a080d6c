import {appendFileSync, readdirSync, renameSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {gzipSync, zstdCompressSync} from "node:zlib";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from "vitest";
import {longTest, rowsOf} from "../../run/amounts.ts";
import {type JsonReport, linesFrom, Workshop} from "../workshop.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => {
  expect(readdirSync(workshop.store.work)).toEqual([]);
  workshop.remove();
});

const twenty = linesFrom(0, 20);
const whole = twenty.length;
const middle = linesFrom(0, 9).length;

/** What a report says of lines, however they came in. */
function figuresOf({measures, account, notes}: JsonReport): unknown {
  return {measures, account, notes};
}

const known = new Map<string, unknown>();

/** What one undisturbed read of the lines gives. */
async function undisturbed(content: string): Promise<unknown> {
  const before = known.get(content);
  if (before !== undefined) return before;
  const other = new Workshop();
  other.write("access.log", content);
  await other.ingest(["access.log"]);
  const report = await other.report("2026-02");
  other.remove();
  known.set(content, figuresOf(report));
  return figuresOf(report);
}

async function expectTwenty(): Promise<void> {
  const inputs = workshop.inputs();
  expect(inputs.reduce((sum, {requests}) => sum + requests, 0)).toBe(20);
  expect(figuresOf(await workshop.report("2026-02"))).toEqual(await undisturbed(twenty));
}

describe("what was read before adds nothing, and the ingest says so", () => {
  let read: Workshop;
  beforeAll(async () => {
    read = new Workshop();
    read.write("access.log", twenty);
    await read.ingest(["access.log"]);
  });
  afterAll(() => read.remove());

  const again: readonly (readonly [what: string, name: string, content: string | Uint8Array])[] = [
    ["the same file", "access.log", twenty],
    ["the file under another name", "access.log.1", twenty],
    ["the file in gzip", "access.log.1.gz", gzipSync(twenty)],
    [
      "the file in gzip of two members",
      "access.log.gz",
      Buffer.concat([twenty.slice(0, 500), twenty.slice(500)].map((part) => gzipSync(part))),
    ],
    ["the file in zstd", "access.log.zst", zstdCompressSync(twenty)],
    ["its beginning: a copy made earlier", "copy.log", twenty.slice(0, middle)],
    ["its beginning, cut inside an agent", "copy.log", twenty.slice(0, middle - 20)],
    ["its beginning, cut inside a path", "copy.log", twenty.slice(0, middle - 120)],
    ["its beginning, cut inside the first field of a line", "copy.log", twenty.slice(0, middle + 3)],
    ["its beginning without the last newline, in gzip", "copy.log.gz", gzipSync(twenty.slice(0, middle - 1))],
    ["its first line", "copy.log", linesFrom(0, 1)],
    ["its first line without the newline", "copy.log", linesFrom(0, 1).trimEnd()],
    ["all of it without the last newline", "copy.log", twenty.trimEnd()],
  ];
  for (const [what, name, content] of rowsOf(again, 2)) {
    test(what, async () => {
      workshop.remove();
      workshop = read.copy();
      const before = workshop.inputs();
      workshop.write(name, content);
      const said = await workshop.ingest([name]);
      expect(said).toContain(`${name}: read before, adds nothing\nRead 0 lines in 1 file: 0 requests.\n`);
      expect(workshop.inputs()).toEqual(before);
      await expectTwenty();
    });
  }

  test("an empty file", async () => {
    workshop.write("empty.log", "");
    workshop.write("other.log", "");
    await workshop.ingest(["empty.log"]);
    expect(await workshop.ingest(["other.log"])).toContain("other.log: read before, adds nothing");
    expect(workshop.inputs()).toHaveLength(1);
  });
});

describe("in one command", () => {
  const orders: readonly (readonly [what: string, ...names: readonly string[]])[] = [
    ["a file twice", "access.log", "access.log"],
    ["a file twice, by two ways to it", "access.log", "./x/../access.log"],
    ["a file and a copy", "access.log", "copy.log"],
    ["a file and its gzip", "access.log", "access.log.gz"],
    ["a gzip and its file", "access.log.gz", "access.log"],
    ["its beginning and the file", "begun.log", "access.log"],
    ["the file and its beginning", "access.log", "begun.log"],
    ["a beginning cut inside a line, and the file", "cut.log", "access.log"],
    ["the file, and a beginning cut inside a line", "access.log", "cut.log"],
    ["its first line without an end, and the file", "first.log", "access.log"],
    ["the file, and its first line without an end", "access.log", "first.log"],
    [
      "everything at once",
      "first.log",
      "cut.log",
      "begun.log",
      "copy.log",
      "access.log",
      "access.log.gz",
      "access.log.zst",
    ],
    [
      "everything the other way round",
      "access.log.zst",
      "access.log.gz",
      "access.log",
      "copy.log",
      "begun.log",
      "cut.log",
      "first.log",
    ],
  ];
  for (const [what, ...names] of rowsOf(orders, 2)) {
    test(`${what}: each line once`, async () => {
      for (const [name, content] of [
        ["access.log", twenty],
        ["copy.log", twenty],
        ["access.log.gz", gzipSync(twenty)],
        ["access.log.zst", zstdCompressSync(twenty)],
        ["begun.log", twenty.slice(0, middle)],
        ["cut.log", twenty.slice(0, middle - 120)],
        ["first.log", linesFrom(0, 1).trimEnd()],
        ["x/other.log", ""],
      ] as const) {
        workshop.write(name, content);
      }
      await workshop.ingest(names);
      expect(workshop.inputs()).toHaveLength(1);
      await expectTwenty();
    });
  }
});

describe("a file that has grown adds its new lines only", () => {
  const growths: readonly (readonly [what: string, ...ends: readonly number[]])[] = [
    ["after a whole line", middle, whole],
    ["after a line without its newline", middle - 1, whole],
    ["after a line cut inside its agent", middle - 20, whole],
    ["after a line cut inside its bytes", middle - 82, whole],
    ["after a line cut inside its path", middle - 120, whole],
    ["after a first line cut inside its path", 60, whole],
    ["after a first line cut inside its agent", 180, whole],
    ["after nothing", 0, whole],
    ["several times, at whole lines and inside them", 300, 700, middle, 2500, 3000, whole - 1, whole],
    ["by a newline only", whole - 1, whole],
  ];
  for (const [packed, pack, name, few] of [
    ["", (text: string) => Buffer.from(text), "access.log", 5],
    [", in gzip", (text: string) => gzipSync(text), "access.log.gz", 2],
  ] as const) {
    for (const [what, ...ends] of rowsOf(growths, few)) {
      test(what + packed, async () => {
        for (const end of ends) {
          workshop.write(name, pack(twenty.slice(0, end)));
          // A single line cut before its status is no log yet.
          await workshop.ingest([name], end === 60 ? 3 : 0);
        }
        expect(workshop.counts()).toEqual({[name]: [20, 20, 0, 0]});
        await expectTwenty();
      });
    }
  }

  test("and says how many they are", async () => {
    workshop.write("access.log", twenty.slice(0, middle));
    await workshop.ingest(["access.log"]);
    workshop.write("access.log", twenty);
    expect(await workshop.ingest(["access.log"])).toContain("access.log: 11 new lines; 11 requests\n");
  });

  test("rotated and compressed meanwhile", async () => {
    workshop.write("access.log", twenty.slice(0, middle));
    await workshop.ingest(["access.log"]);
    workshop.write("access.log.1.gz", gzipSync(twenty));
    renameSync(workshop.write("new.log", linesFrom(50, 5)), join(workshop.root, "access.log"));
    await workshop.ingest(["access.log", "access.log.1.gz"]);
    expect(workshop.inputs().map(({requests}) => requests)).toEqual([20, 5]);
  });

  longTest("while it is read, too: a server writes on", async () => {
    const path = workshop.write("access.log", linesFrom(0, 20_000));
    const running = workshop.start(["ingest", "access.log"]);
    let written = 20_000;
    const isDone = running.done.then(() => true);
    // Lines come in two halves, so that the file often ends inside one.
    while (!(await Promise.race([isDone, sleep(3, false)]))) {
      const line = linesFrom(written++, 1);
      appendFileSync(path, line.slice(0, 90));
      await sleep(2);
      appendFileSync(path, line.slice(90));
    }
    expect((await running.done).status).toBe(0);
    const [first] = workshop.inputs();
    expect(first?.requests).toBeGreaterThanOrEqual(20_000);
    await workshop.ingest(["access.log"]);
    expect(workshop.counts()).toEqual({"access.log": [written, written, 0, 0]});
    const [row] = await workshop.facts("sum(bytes) over () as bytes");
    // Line n has 1000 + n bytes.
    expect(row).toEqual({bytes: written * 1000 + (written * (written - 1)) / 2});
  });

  test("with CRLF, comments and damaged lines in it, the account sums all the way", async () => {
    const mixed = `#begin\r\n${twenty.replaceAll("\n", "\r\n")}damage\r\n\r\n${linesFrom(30, 5)}more damage\n`;
    for (const end of [4, 8, 500, 2000, 4000, 4150, mixed.length]) {
      workshop.write("access.log", mixed.slice(0, end));
      await workshop.ingest(["access.log"]);
      for (const {lines, requests, quarantined, ignored} of workshop.inputs()) {
        expect(requests + quarantined + ignored).toBe(lines);
      }
    }
    // A comment, 20 requests, damage, a blank line, 5 requests, damage.
    expect(workshop.counts()).toEqual({"access.log": [29, 25, 2, 2]});
    expect(figuresOf(await workshop.report("2026-02"))).toEqual(await undisturbed(mixed));
  });

  test("a comment that turns out to be a log's first line", async () => {
    workshop.write("access.log", "# Log of www.example.org\n");
    await workshop.ingest(["access.log"]);
    workshop.write("access.log", `# Log of www.example.org\n${twenty}`);
    await workshop.ingest(["access.log"]);
    expect(workshop.counts()).toEqual({"access.log": [21, 20, 0, 1]});
  });
});

describe("what only looks alike is not taken for the same", () => {
  for (const [what, first, second, want] of [
    ["logs that begin with the same comment", `#Fields: x\n${twenty}`, `#Fields: x\n${linesFrom(40, 5)}`, 25],
    ["logs with the same first line", twenty, linesFrom(0, 1) + linesFrom(40, 5), 26],
    ["a shorter log with the same first lines, which count once", twenty, linesFrom(0, 5) + linesFrom(40, 5), 25],
    ["the shorter one first", linesFrom(0, 5) + linesFrom(40, 5), twenty, 25],
    ["a log with the same lines in another order, which count once", twenty, linesFrom(10, 10) + linesFrom(0, 10), 20],
    ["a comment and a line that has no end", `#Fields: x\n${twenty}`, `#Fields: x\n${linesFrom(40, 1).trimEnd()}`, 21],
    ["a log edited within: the line that is another", twenty, twenty.replace("/page-3.html", "/page-4.html"), 21],
  ] as const) {
    test(what, async () => {
      workshop.write("a.log", first);
      workshop.write("b.log", second);
      await workshop.ingest(["a.log", "b.log"]);
      expect(workshop.inputs().reduce((sum, {requests}) => sum + requests, 0)).toBe(want);
      expect(await workshop.ingest(["a.log", "b.log"])).toContain("Read 0 lines in 2 files: 0 requests.");
    });
  }
});
