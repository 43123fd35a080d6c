import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {rowsOf} from "../../run/amounts.ts";
import {lineOf, linesFrom, Workshop} from "../workshop.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

/** Requests of each input that was read, in the order of the words; and all of them. */
async function requestsOf(files: Readonly<Record<string, string>>, words = Object.keys(files)): Promise<number[]> {
  for (const [name, content] of Object.entries(files)) workshop.write(name, content);
  await workshop.ingest(words);
  const counts = workshop.counts();
  return words.map((word) => counts[word]?.[1] ?? 0);
}

const byTime = (...logs: string[]): string =>
  logs
    .flatMap((log) => log.trimEnd().split("\n"))
    .sort((one, other) => one.slice(one.indexOf("[")).localeCompare(other.slice(other.indexOf("["))))
    .map((line) => `${line}\n`)
    .join("");

/** Every third second, and each third second after that: two servers that share readers, but no line. */
const [server, other] = [0, 1].map((by) =>
  Array.from({length: 60}, (_, place) => lineOf(3 * place + by, {path: `/${by}`})).join(""),
) as [string, string];

/** The same requests, each answer's size with its headers. */
function withHeaders(log: string): string {
  return log.replaceAll(/ (\d+) "-" "/g, (_, size: string) => ` ${Number(size) + 312} "-" "`);
}

describe("a line that stands in two files counts once", () => {
  test.for(
    rowsOf(
      [
        [
          "exports that overlap",
          {"1.log": linesFrom(1, 30), "2.log": linesFrom(21, 30), "3.log": linesFrom(41, 30)},
          [30, 20, 20],
        ],
        ["a log that was cut at its beginning", {"a.log": linesFrom(1, 30), "b.log": linesFrom(11, 20)}, [30, 0]],
        ["the same, read before the whole", {"b.log": linesFrom(11, 20), "a.log": linesFrom(1, 30)}, [20, 10]],
        [
          "a merged log and its parts",
          {"all.log": byTime(server, other), "1.log": server, "2.log": other},
          [120, 0, 0],
        ],
        ["parts and the merged log", {"1.log": server, "2.log": other, "all.log": byTime(server, other)}, [60, 60, 0]],
        ["a part, and what it was merged into", {"1.log": server, "all.log": byTime(server, other)}, [60, 60]],
        [
          "a log of which some lines were picked out",
          {"all.log": linesFrom(1, 90), "some.log": linesFrom(5, 3) + linesFrom(50, 4)},
          [90, 0],
        ],
        ["a log in another order", {"a.log": linesFrom(1, 30), "b.log": linesFrom(16, 15) + linesFrom(1, 15)}, [30, 0]],
        [
          "logs of which one tells less",
          {"combined.log": linesFrom(1, 30), "common.log": linesFrom(1, 30).replaceAll(/ "-" "[^"]*"\n/g, "\n")},
          [30, 0],
        ],
        [
          "lines that stand twice in one file stay two",
          {"a.log": lineOf(5) + linesFrom(1, 30), "b.log": linesFrom(1, 5) + lineOf(5) + linesFrom(6, 26)},
          [31, 1],
        ],
        [
          "exports of which one counts headers",
          {"1.log": linesFrom(1, 30), "2.log": withHeaders(linesFrom(21, 30))},
          [30, 20],
        ],
        [
          "a log without sizes",
          {"1.log": linesFrom(1, 30), "2.log": linesFrom(11, 30).replaceAll(/ \d+ "-" "/g, ' - "-" "')},
          [30, 10],
        ],
        [
          "long exports of which one counts headers",
          {"a.log": linesFrom(1, 9000), "b.log": withHeaders(linesFrom(5001, 9000))},
          [9000, 5000],
        ],
        ["one line alone", {"a.log": linesFrom(1, 30), "b.log": lineOf(7)}, [30, 0]],
        [
          "long logs of which a tenth is shared",
          {"a.log": linesFrom(1, 10_000), "b.log": linesFrom(9001, 10_000)},
          [10_000, 9000],
        ],
        [
          "a long log and some of its lines",
          {"a.log": linesFrom(1, 20_000), "b.log": linesFrom(7000, 40)},
          [20_000, 0],
        ],
      ] as const,
      8,
    ),
  )("%s", async ([, files, requests]) => {
    expect(await requestsOf(files)).toEqual(requests);
  });

  test("and the ingest says which lines, and the account adds up", async () => {
    workshop.write("1.log", linesFrom(1, 30));
    workshop.write("2.log", linesFrom(21, 30));
    const said = await workshop.ingest(["1.log", "2.log"]);
    expect(said).toContain("2.log: 30 lines; 20 requests\n  10 lines stand in 1.log, too, and count there\n");
    expect((await workshop.report("2026-02")).account[0]!.requests).toBe(50);
  });

  test("and that sizes differ", async () => {
    workshop.write("1.log", linesFrom(1, 30));
    workshop.write("2.log", withHeaders(linesFrom(21, 30)));
    const said = await workshop.ingest(["1.log", "2.log"]);
    expect(said).toContain("\n  10 lines stand in 1.log, too, but for their sizes, and count there\n");
  });

  test("a file that grows is compared where it is new, and not with itself", async () => {
    expect(await requestsOf({"a.log": linesFrom(1, 30), "b.log": linesFrom(21, 30)})).toEqual([30, 20]);
    workshop.write("c.log", linesFrom(60, 10));
    workshop.write("b.log", linesFrom(21, 30) + lineOf(50) + linesFrom(60, 20));
    await workshop.ingest(["c.log", "b.log"]);
    expect(workshop.counts()).toEqual({
      "a.log": [30, 30, 0, 0],
      "b.log": [51, 31, 0, 0],
      "c.log": [10, 10, 0, 0],
    });
  });

  test("and what is offered again adds nothing", async () => {
    const files = {"1.log": linesFrom(1, 30), "2.log": linesFrom(21, 30)};
    await requestsOf(files);
    const said = await workshop.ingest(Object.keys(files));
    expect(said).toContain("2.log: read before, adds nothing");
  });

  test("taking the other file out says which lines count nowhere then", async () => {
    await requestsOf({"1.log": linesFrom(1, 30), "2.log": linesFrom(21, 30)});
    const {stderr} = await workshop.run("inputs", "drop", "1.log", "--yes");
    expect(stderr).toContain("Counted here alone, though they stand elsewhere, too: 10 lines of 2.log.");
  });
});

describe("lines that are alike by chance all count", () => {
  /** A monitor that asks both servers in the same second, and readers who ask one of them. */
  const monitored = (by: number): string =>
    byTime(
      Array.from({length: 60}, (_, place) => lineOf(3 * place, {path: "/health"}).replace(/^\S+/, "203.0.113.9")).join(
        "",
      ),
      by === 0 ? server : other,
    );

  /** The same lines, of seven readers. */
  const ofSeven = (log: string): string =>
    log.replaceAll(/^198\.18\.0\.(\d+)/gm, (_, last: string) => `198.18.0.${Number(last) % 7}`);
  const elsewhere = (log: string): string => log.replaceAll("/page", "/other");

  test.for([
    ["two servers behind one balancer", {"1.log": server, "2.log": other}, [60, 60]],
    ["the same with a monitor that asks both", {"1.log": monitored(0), "2.log": monitored(1)}, [120, 120]],
    [
      "two servers that answer half of the requests in the same seconds, with other sizes",
      {
        "1.log": linesFrom(1, 30),
        "2.log": byTime(withHeaders(linesFrom(1, 15)), linesFrom(16, 15).replaceAll("/page", "/other")),
      },
      [30, 30],
    ],
    [
      "the same, of readers who all ask both",
      {
        "1.log": ofSeven(linesFrom(1, 30)),
        "2.log": ofSeven(withHeaders(linesFrom(1, 15)) + elsewhere(linesFrom(16, 15))),
      },
      [30, 30],
    ],
    [
      "two servers whose readers all ask both, and a fifth of the lines is alike",
      {"1.log": ofSeven(linesFrom(1, 30)), "2.log": ofSeven(linesFrom(1, 6) + elsewhere(linesFrom(7, 24)))},
      [30, 30],
    ],
    [
      "a double click while the log was rotated, and another request in that second",
      {"1.log": linesFrom(1, 30), "2.log": lineOf(30) + lineOf(30, {path: "/b"}) + linesFrom(31, 29)},
      [30, 31],
    ],
  ] as const)("%s", async ([, files, requests]) => {
    expect(await requestsOf(files)).toEqual(requests);
  });
});

describe("what the settings say", () => {
  const files = {"web1-a.log": linesFrom(1, 30), "web2-a.log": linesFrom(11, 30), "web1-b.log": linesFrom(21, 30)};

  test.for([
    ["overlap: once", [30, 10, 10]],
    ["overlap: each", [30, 30, 30]],
    ['overlap: {servers: ["web1-*", "web2-*"]}', [30, 30, 20]],
    ['overlap: {count: each, servers: ["web1-*"]}', [30, 30, 30]],
  ] as const)("%s", async ([setting, requests]) => {
    workshop.remove();
    workshop = new Workshop(`publication: The Test Press\n${setting}\n`);
    expect(await requestsOf(files)).toEqual(requests);
  });

  test("anything else is refused", async () => {
    workshop.remove();
    workshop = new Workshop("publication: The Test Press\n");
    workshop.write("press/broadsheet.yaml", "publication: The Test Press\noverlap: twice\n");
    const {status, stderr} = await workshop.run("account", "2026-02");
    expect(status).toBe(3);
    expect(stderr).toContain("must be once, each, or a map like");
  });
});
