import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test, vi} from "vitest";
import {parsePeriod} from "../../src/base/period.ts";
import {reportPeriod} from "../../src/operations/report/make.ts";
import {withStore} from "../../src/operations/store/open.ts";
import {storeOf} from "../../src/operations/store/store.ts";
import {openWorkspace} from "../../src/workspace/workspace.ts";
import {Workshop} from "../intake/workshop.ts";
import {lineOf, logOf} from "../press.ts";
import {longTest, rowsOf} from "../run/amounts.ts";

/*
 * January has 20 readers: 192.0.2.1 to .17, two of 2001:db8:5::/48, and a robot that is none of them. 198.51.100.1 is the
 * twentieth. A network of two of them is exactly a tenth, which is not too much; one of three is.
 */
const at = (client: string, more: object = {}): string => lineOf({client, at: "02/Jan/2026:10:00:00 +0000", ...more});
const january = logOf([
  ...Array.from({length: 17}, (_, number) => at(`192.0.2.${number + 1}`)),
  ...["2001:db8:5:1::1", "2001:db8:5:2::1", "198.51.100.1"].map((client) => at(client)),
  ...Array.from({length: 40}, (_, number) => at(`198.51.100.${number + 2}`, {agent: "Googlebot/2.1"})),
]);

// Each test is a few runs of the program.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000});

let workshop: Workshop;
beforeEach(async () => {
  workshop = new Workshop();
  workshop.write("a.log", january);
  await workshop.ingest(["a.log"]);
});
afterEach(() => workshop.remove());

function settings(methodology: object, rows: readonly string[] = []): void {
  const config = {publication: "P", methodology: {blacklist: "blacklist.csv", ...methodology}};
  writeFileSync(join(workshop.folder, "broadsheet.yaml"), JSON.stringify(config));
  const header = "entry,from,until,decision,reason,decided_by,decided_on,confirmed\n";
  writeFileSync(join(workshop.folder, "blacklist.csv"), header + rows.map((row) => `${row}\n`).join(""));
}

/** How a report ends, and what it says first. */
async function report(): Promise<[number | null, string]> {
  const {status, stderr} = await workshop.run("report", "2026-01", "--tables", "none", "--no-ranges");
  return [status, stderr.split("\n").slice(0, 2).join("")];
}

describe("a network that removes more than a tenth of a month's readers is refused", () => {
  for (const [what, methodology, rows, share, where] of rowsOf(
    [
      ["of developers", {developers: ["192.0.2.0/29"]}, [], "35.0%", "broadsheet.yaml, methodology.developers"],
      ["on the blacklist", {}, ["10.1.0.0/16,,,,,,,", "192.0.2.0/30,,,,,,,"], "15.0%", "blacklist.csv:3"],
      ["that is decided to be developers'", {}, ["192.0.2.0/30,,,developer,,,,"], "15.0%", "blacklist.csv:2"],
      ["of which the engine spells out the addresses", {}, ["192.0.0.0/16,,,,,,,"], "85.0%", "blacklist.csv:2"],
      [
        "of which only some days are listed",
        {},
        ["192.0.2.0/30,2026-01-02,2026-01-02,,,,,"],
        "15.0%",
        "blacklist.csv:2",
      ],
      ["the widest first", {}, ["192.0.2.0/30,,,,,,,", "192.0.2.0/27,,,,,,,"], "85.0%", "blacklist.csv:3"],
    ] as const,
    4,
  )) {
    test(what, async () => {
      settings(methodology, rows);
      const [status, said] = await report();
      expect([status, said]).toEqual([
        3,
        expect.stringMatching(
          new RegExp(
            `^error NETWORK_TOO_WIDE: the network \\S+ removes ${share} of all readers of January 2026 .*at +${where}$`,
          ),
        ),
      ]);
    });
  }
});

describe("a network is not refused", () => {
  for (const [what, methodology, rows] of rowsOf(
    [
      ["that removes a tenth", {}, ["2001:db8:5::/48,,,,,,,"]],
      ["of robots, who are no readers", {}, ["198.51.100.0/24,,,,,,,"]],
      ["whose days are others", {}, ["192.0.2.0/24,2025-01-01,2025-12-31,,,,,"]],
      ["that is decided to be readers'", {}, ["192.0.2.0/24,,,reader,,,,"]],
      ["that is confirmed in its row", {}, ["192.0.2.0/24,,,,,,,yes"]],
      ["that is confirmed in the settings", {developers: ["192.0.2.0/24"], confirmed: ["192.0.2.0/24"]}, []],
      ["where each client stands there by itself", {}, [1, 2, 3, 4].map((number) => `192.0.2.${number},,,,,,,`)],
    ] as const,
    3,
  )) {
    test(what, async () => {
      settings(methodology, rows);
      expect(await report()).toEqual([0, ""]);
    });
  }
});

test("a person who is asked may say that it is meant, or not", async () => {
  settings({}, ["192.0.2.0/24,,,,,,,"]);
  const workspace = openWorkspace(workshop.folder);
  const asked: string[] = [];
  const made = (isMeant: boolean) =>
    withStore(storeOf(workspace), (open) =>
      reportPeriod(open, parsePeriod("2026-01", "2026-03-01"), {
        date: null,
        tables: "none",
        confirm: async (question) => {
          asked.push(question);
          return isMeant;
        },
      }),
    );
  expect((await made(true)).measures[0]!.values).toEqual([3]);
  await expect(made(false)).rejects.toThrow(expect.objectContaining({code: "NETWORK_TOO_WIDE"}));
  expect(asked[0]).toBe(
    "the network 192.0.2.0/24 removes 85.0% of all readers of January 2026 (blacklist.csv:2). Is it meant?",
  );
});

describe("the report says how many clients nobody has decided about", () => {
  // 192.0.2.1 takes 6 documents, 192.0.2.2 as many; the limit is 5.
  const many = logOf(
    ["192.0.2.1", "192.0.2.2"].flatMap((client) =>
      [1, 2, 3, 4, 5].map((number) => at(client, {path: `/${number}.html`, at: `03/Jan/2026:10:00:0${number} +0000`})),
    ),
  );

  async function note(...options: string[]): Promise<string | undefined> {
    const {stdout, stderr} = await workshop.run(
      "report",
      "2026-01",
      "--tables",
      "none",
      "--format",
      "json",
      ...options,
    );
    const {notes} = JSON.parse(stdout || `{"notes": "${stderr}"}`) as {notes: {id: string; text: string}[]};
    return notes.find(({id}) => id === "undecided-clients")?.text;
  }

  beforeEach(async () => {
    workshop.write("b.log", many);
    await workshop.ingest(["b.log"]);
  });

  for (const [what, heavyReaders] of [
    ["where the rule is in force", {documents: 5}],
    ["where it is in force in other months", {documents: 5, months: "2025-01"}],
  ] as const) {
    test(what, async () => {
      settings({heavyReaders});
      expect(await note("--no-ranges")).toBe(
        "2 clients that nobody has decided about took more than 5 documents in a month. They stand as the rules left them.",
      );
    });
  }

  longTest("those among them that may be robots where ranges are asked for, too", async () => {
    workshop.write("c.log", logOf([at("192.0.2.200", {agent: "Lynx/2.8.9rel.1"})]));
    await workshop.ingest(["c.log"]);
    settings({heavyReaders: {documents: 5}});
    expect(await note()).toBe(
      "3 clients that nobody has decided about took more than 5 documents in a month, or may be robots that do not say so. They stand as the rules left them.",
    );
  });

  test("and nothing of those who are decided", async () => {
    settings({heavyReaders: {documents: 5}}, ["192.0.2.1,,,robot,x,A,,"]);
    expect(await note("--no-ranges")).toBe(
      "One client that nobody has decided about took more than 5 documents in a month. It stands as the rules left it.",
    );
    settings({heavyReaders: {documents: 5}}, ["192.0.2.1,,,robot,x,A,,", "192.0.2.2,,,reader,x,A,,"]);
    expect(await note()).toBeUndefined();
    settings({heavyReaders: {documents: 5}}, ["192.0.2.1,,,robot,x,A,,", "192.0.2.2,,,later,x,A,,"]);
    expect(await note("--no-ranges")).toContain("One client");
  });

  test("nor where nobody took so much", async () => {
    settings({});
    expect(await note()).toBeUndefined();
  });
});
