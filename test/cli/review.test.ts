import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi} from "vitest";
import {readerId} from "../../src/workspace/reader-id.ts";
import {mmdbOf} from "../intake/clients/mmdb.ts";
import {Workshop} from "../intake/workshop.ts";
import {browser, lineOf, logOf} from "../press.ts";
import {longTest, rowsOf} from "../run/amounts.ts";

const header = "entry,from,until,decision,reason,decided_by,decided_on\n";
const settings =
  "publication: The Test Press\nmethodology: {blacklist: blacklist.csv, heavyReaders: {documents: 10}}\n";

/** One document of 1,000 bytes, answered in January 2026. */
function got(client: string, path: string, second: number, agent = browser): string {
  const clock = `10:${String(Math.floor(second / 60)).padStart(2, "0")}:${String(second % 60).padStart(2, "0")}`;
  return lineOf({client, path, at: `02/Jan/2026:${clock} +0000`, bytes: 1000, agent});
}

const [reader, heavy, odd, ipv6] = ["192.0.2.1", "192.0.2.50", "proxy.example.org", "2001:db8:7:8::1"];

/**
 * One day. A reader of 3 documents; a client of 12, of which 4 are different, above the limit of 10; a host with a short
 * agent and 1 document; an IPv6 client with 11 different documents.
 */
const january = logOf([
  ...[0, 1, 2].map((number) => got(reader!, `/${number}.html`, number)),
  ...Array.from({length: 12}, (_, number) => got(heavy!, `/${number % 4}.html`, 60 + number)),
  got(odd!, "/a.html", 200, "Lynx/2.8.9rel.1"),
  ...Array.from({length: 11}, (_, number) => got(ipv6!, `/${number}.html`, 300 + number)),
]);

// Each test is a few runs of the program.
vi.setConfig({testTimeout: 60_000, hookTimeout: 60_000});

let read: Workshop;
let workshop: Workshop;
beforeAll(async () => {
  read = new Workshop(settings);
  read.write("january.log", january);
  await read.ingest(["january.log"]);
});
beforeEach(() => {
  workshop = read.copy();
});
afterEach(() => workshop.remove());
afterAll(() => read.remove());

const blacklist = (): string => readFileSync(join(workshop.folder, "blacklist.csv"), "utf8");
const write = (rows: string): void => writeFileSync(join(workshop.folder, "blacklist.csv"), header + rows);

interface Figures {
  readonly readers: number;
  readonly megabytesPerDay: number;
  readonly documentsPerDay: number;
}

interface JsonReview {
  readonly undecided: number;
  readonly figures: readonly ({readonly period: string} & Figures)[];
  readonly clients: readonly {
    readonly entry: string;
    readonly owner: string | null;
    readonly country: string | null;
    readonly listed: readonly {
      readonly month: string;
      readonly isOverLimit: boolean;
      readonly grounds: readonly {readonly id: string}[];
    }[];
    readonly agents: readonly {readonly agent: string; readonly documents: number}[];
    readonly documents: readonly {readonly document: string; readonly documents: number}[];
    readonly hours: readonly number[];
    readonly periods: readonly {
      readonly period: string;
      readonly documents: number;
      readonly differentDocuments: number;
      readonly bytes: number;
      readonly figures: Readonly<Record<"now" | "leftOut" | "asReader" | "undecided", Figures>>;
    }[];
    readonly decision: {readonly decision: string; readonly by: string; readonly reason: string} | null;
  }[];
}

async function review(...options: string[]): Promise<JsonReview> {
  const {status, stdout, stderr} = await workshop.run("review", "2026-01", "--format", "json", ...options);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout) as JsonReview;
}

/** Readers, kilobytes and documents of the day. */
const triple = ({readers, megabytesPerDay, documentsPerDay}: Figures): [number, number, number] => [
  readers,
  Math.round(megabytesPerDay * 1000),
  documentsPerDay,
];

describe("the review", () => {
  test("lists who is over the limit or nominated, by address, with why", async () => {
    const {clients, undecided} = await review();
    expect(undecided).toBe(3);
    expect(
      clients.map(({entry, listed}) => [entry, listed[0]!.isOverLimit, listed[0]!.grounds.map(({id}) => id)]),
    ).toEqual([
      [heavy, true, []],
      ["2001:db8:7:8::/64", true, []],
      [odd, false, ["short-agent"]],
    ]);
  });

  test("says what a client did", async () => {
    const [client] = (await review()).clients;
    expect(client!.agents).toEqual([{agent: browser, documents: 12}]);
    expect(client!.documents).toEqual([0, 1, 2, 3].map((number) => ({document: `/${number}.html`, documents: 3})));
    expect(client!.hours.map((documents, hour) => [hour, documents]).filter(([, documents]) => documents! > 0)).toEqual(
      [[10, 12]],
    );
    expect(client!.periods[0]).toMatchObject({documents: 12, differentDocuments: 4, bytes: 12_000});
  });

  test("says what each decision would do to the figures", async () => {
    const {figures, clients} = await review();
    // The two over the limit are left out: the reader's three documents and the host's one.
    expect(figures.map(triple)).toEqual([[2, 4, 4]]);
    const effects = clients.map(({entry, periods}) => {
      const {now, leftOut, asReader} = periods[0]!.figures;
      return [entry, ...[now, leftOut, asReader].map(triple)];
    });
    expect(effects).toEqual([
      [heavy, [2, 4, 4], [2, 4, 4], [3, 16, 16]],
      ["2001:db8:7:8::/64", [2, 4, 4], [2, 4, 4], [3, 15, 15]],
      [odd, [2, 4, 4], [1, 3, 3], [2, 4, 4]],
    ]);
  });

  test("is right about what it says: each decision does to the report what the review said", async () => {
    const {clients} = await review();
    for (const {entry, periods} of rowsOf(clients, 1)) {
      for (const [decision, effect] of [
        ["robot", "leftOut"],
        ["developer", "leftOut"],
        ["reader", "asReader"],
        ["later", "undecided"],
      ] as const) {
        write(`${entry},2026-01-01,,${decision},x,A,2026-02-01\n`);
        const {measures} = await workshop.report("2026-01");
        const figure = (id: string): number => measures.find((one) => one.id === id)!.values[0]!;
        const want = periods[0]!.figures[effect];
        expect(figure("readers"), `${entry} ${decision}`).toBe(want.readers);
        expect(figure("documents-per-day")).toBe(want.documentsPerDay);
        expect(figure("megabytes-per-day")).toBeCloseTo(want.megabytesPerDay, 9);
        const again = await review();
        expect(again.figures.map(triple)).toEqual([triple(want)]);
        expect(again.clients.map((client) => client.entry)).toContain(entry);
        expect(again.undecided).toBe(decision === "later" ? 3 : 2);
      }
    }
  });

  test("shows whose network a client is in, and where, from databases on this machine", async () => {
    workshop.write(
      "asn.mmdb",
      mmdbOf({"192.0.2.0/24": {autonomous_system_number: 64_500, autonomous_system_organization: "Example Net"}}),
    );
    workshop.write("places.mmdb", mmdbOf({"192.0.2.0/24": {country_code: "FR"}}));
    writeFileSync(
      join(workshop.folder, "broadsheet.yaml"),
      `${settings}places: {ipv4: ${join(workshop.root, "places.mmdb")}}\n`,
    );
    const {clients} = await review("--owners", "asn.mmdb");
    expect(clients.map(({owner, country}) => [owner, country])).toEqual([
      ["AS64500 Example Net", "FR"],
      [null, null],
      [null, null],
    ]);
  });

  test("takes no database of something else for one of owners", async () => {
    workshop.write("places.mmdb", mmdbOf({"192.0.2.0/24": {country_code: "FR"}}));
    const {status, stderr} = await workshop.run("review", "2026-01", "--owners", "places.mmdb");
    expect([status, stderr.split(":")[0]]).toEqual([3, "error PLACES_REFUSED"]);
    expect(stderr).toContain("it knows no owner of any network");
  });

  longTest("shows numbers where addresses are not kept, and takes decisions about them", async () => {
    await workshop.run("close", "2026-01", "--undecided");
    writeFileSync(join(workshop.folder, "broadsheet.yaml"), `${settings}addresses: false\n`);
    const number = readerId(heavy!, workshop.key).toString(16).padStart(16, "0");
    const {clients} = await review();
    expect(clients[0]!.entry).toBe(`client:${number}`);
    write(`client:${number},2026-01-01,,reader,a school,A,2026-02-01\n`);
    const again = await review();
    expect(again.figures.map(triple)).toEqual([[3, 16, 16]]);
    expect(again.clients[0]).toMatchObject({entry: `client:${number}`, decision: {decision: "reader"}});
  });

  test("knows the clients of a closed month that somebody has decided about by their addresses", async () => {
    write(`${heavy},2026-01-01,,reader,a school,A,2026-02-01\n`);
    await workshop.run("close", "2026-01", "--undecided");
    const {clients} = await review();
    expect(clients.map(({entry}) => entry.startsWith("client:"))).toEqual([false, true, true]);
  });
});

describe("a decision that a person made about a client", () => {
  /** The client of 12 documents, with the rows of a blacklist. */
  async function figuresWith(...rows: string[]): Promise<[number, number, number][]> {
    write(rows.map((row) => `${row}\n`).join(""));
    return (await review()).figures.map(triple);
  }

  for (const [what, rows, want] of rowsOf(
    [
      ["a reader counts, whatever it takes", [`${heavy},,,reader,,,`], [3, 16, 16]],
      ["on the days of the decision alone", [`${heavy},2026-01-03,,reader,,,`], [2, 4, 4]],
      [
        "about one client holds before that about its network",
        ["192.0.2.0/24,,,robot,,,", `${heavy},,,reader,,,`],
        [2, 13, 13],
      ],
      ["the other way round, too", ["192.0.2.0/24,,,reader,,,", `${heavy},,,robot,,,`], [2, 4, 4]],
      ["of a narrower network before a wider", ["192.0.0.0/16,,,robot,,,", "192.0.2.0/25,,,reader,,,"], [3, 16, 16]],
      ["as a developer leaves it out", [`${reader},,,developer,,,`], [1, 1, 1]],
      ["was taken back", [`${reader},,,robot,,,2026-02-01`, `${reader},,,later,,,2026-02-02`], [2, 4, 4]],
    ] as const,
    4,
  )) {
    test(what, async () => expect(await figuresWith(...rows)).toEqual([want]));
  }

  test("exempts it from what the asking for /robots.txt says", async () => {
    workshop.write("robots.log", logOf([got(reader!, "/robots.txt", 500)]));
    await workshop.ingest(["robots.log"]);
    expect(await figuresWith()).toEqual([[1, 1, 1]]);
    expect(await figuresWith(`${reader},,,reader,,,`)).toEqual([[2, 4, 4]]);
  });

  test("keeps it out of the nominated, where they are left out", async () => {
    const methodology = "{blacklist: blacklist.csv, heavyReaders: {documents: 10}, robots: {nominated: true}}";
    writeFileSync(join(workshop.folder, "broadsheet.yaml"), `publication: P\nmethodology: ${methodology}\n`);
    const readers = async (): Promise<unknown> => (await workshop.report("2026-01")).measures[0]!.values[0];
    expect(await readers()).toBe(1);
    write(`${odd},,,reader,uses an old browser,A,\n`);
    expect(await readers()).toBe(2);
  });
});

longTest("where double clicks are left out, a client that becomes a reader brings no more than counts", async () => {
  // Twelve clicks a second apart on four paths: of each path the last one counts, whoever it is.
  const methodology = "{blacklist: blacklist.csv, heavyReaders: {documents: 10}, doubleClicks: {seconds: 30}}";
  writeFileSync(join(workshop.folder, "broadsheet.yaml"), `publication: P\nmethodology: ${methodology}\n`);
  const {clients, figures} = await review();
  const said = clients.find(({entry}) => entry === heavy)!.periods[0]!.figures;
  expect([figures[0]!, said.now, said.asReader].map(triple)).toEqual([
    [2, 4, 4],
    [2, 4, 4],
    [3, 8, 8],
  ]);
  write(`${heavy},2026-01-01,,reader,x,A,2026-02-01\n`);
  expect((await review()).figures.map(triple)).toEqual([[3, 8, 8]]);
});

describe("where a reader is less than a client, or more", () => {
  const other =
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";
  const [one, two, near] = ["192.0.2.60", "2001:db8:9:1::1", "2001:db8:9:2::1"] as const;

  /**
   * February. A client with two agents, each above the limit of 2; two neighbours in one /48, of which the first has two addresses,
   * each above the limit, and the second a single document.
   */
  const february = logOf([
    ...[0, 1, 2].map((number) => got(one, `/${number}.html`, number)),
    ...[3, 4, 5].map((number) => got(one, `/${number}.html`, number, other)),
    ...[6, 7, 8].map((number) => got(two, `/${number}.html`, number)),
    ...[6, 7, 8].map((number) => got("2001:db8:9:1::2", `/${number}.html`, number)),
    got(near, "/9.html", 9),
  ]).replaceAll("/Jan/", "/Feb/");

  async function settle(rule: string, limit: string): Promise<void> {
    workshop.write("february.log", february);
    const methodology = `{blacklist: blacklist.csv, heavyReaders: ${limit}, reader: ${rule}}`;
    writeFileSync(join(workshop.folder, "broadsheet.yaml"), `publication: P\nmethodology: ${methodology}\n`);
    await workshop.ingest(["february.log"]);
  }

  async function reviewed(): Promise<JsonReview> {
    return JSON.parse((await workshop.run("review", "2026-02", "--format", "json")).stdout) as JsonReview;
  }

  async function noted(...options: string[]): Promise<number> {
    const {stdout, stderr} = await workshop.run("report", "2026-02", "--no-ranges", "--format", "json", ...options);
    const {notes} = JSON.parse(stdout || stderr) as {notes: readonly {id: string; text: string}[]};
    const text = notes.find(({id}) => id.startsWith("undecided"))?.text ?? "0";
    return Number(text.replace(/^One/, "1").replace(/^Two/, "2").match(/\d+/)![0]);
  }

  const rules = [
    "{byAgent: true}",
    "{ipv6: 128}",
    "{ipv6: 128, byAgent: true}",
    "{ipv6: 64}",
    "{ipv6: 48}",
    "{ipv6: 48, byAgent: true}",
  ];
  for (const rule of rowsOf(rules.toReversed(), 1)) {
    test(`the report counts the undecided as the review does: ${rule}`, async () => {
      await settle(rule, "{documents: 2}");
      for (const [rows, undecided] of rowsOf(
        [
          ["", 2],
          [`${one},,,reader,a school,A,\n`, 1],
          [`${two},,,later,,A,\n`, 2],
          [`${one},,,reader,a school,A,\n${two},,,reader,a school,A,\n`, 0],
        ] as const,
        2,
      )) {
        write(rows);
        expect((await reviewed()).undecided).toBe(undecided);
        expect(await noted("--tables", "none")).toBe(undecided);
        expect(await noted("--tables", "departments")).toBe(undecided);
      }
    });

    test(`each decision does to the report what the review said: ${rule}`, async () => {
      // Two above the limit; the rule is not in force, so that each decision concerns its client alone.
      await settle(rule, "{documents: 2, months: 2026-01}");
      const {clients} = await reviewed();
      expect(clients).toHaveLength(2);
      for (const {entry, periods} of rowsOf(clients, 1)) {
        for (const [decision, effect] of [
          ["robot", "leftOut"],
          ["reader", "asReader"],
        ] as const) {
          write(`${entry},2026-02-01,,${decision},x,A,2026-02-01\n`);
          const {figures} = await reviewed();
          expect(figures.map(triple), `${entry} ${decision}`).toEqual([triple(periods[0]!.figures[effect])]);
        }
        write("");
      }
    });
  }
});

describe("the sheet of decisions", () => {
  async function sheet(): Promise<string[][]> {
    const {stdout} = await workshop.run("review", "2026-01", "--format", "csv");
    return stdout
      .trim()
      .split("\r\n")
      .map((line) => line.split(","));
  }

  /** Fills in decision and reason of clients, as a person would. */
  async function filled(decisions: Readonly<Record<string, [string, string]>>): Promise<string> {
    const [columns, ...rows] = await sheet();
    const lines = rows.map(([entry, , , ...rest]) => [entry, ...(decisions[entry!] ?? ["", ""]), ...rest]);
    return workshop.write("decisions.csv", [columns!, ...lines].map((row) => row.join(",")).join("\n"));
  }

  test("has a row for each client, with what each decision would do", async () => {
    const [columns, first, ...rest] = await sheet();
    const cells = Object.fromEntries(columns!.map((name, place) => [name, first![place]]));
    expect(rest).toHaveLength(2);
    expect(cells).toMatchObject({
      ...{entry: heavy, decision: "", reason: "", from: "2026-01-01", until: "", months: "2026-01", over_limit: "1"},
      ...{documents: "12", different: "4", megabytes: "0.012", hours: "1"},
      ...{readers_now: "2", readers_left_out: "2", readers_as_reader: "3", documents_per_day_as_reader: "16"},
    });
  });

  test("is given back, and lands in the blacklist, dated and with who decided", async () => {
    await filled({[heavy!]: ["reader", "a school"], [odd!]: ["Robot", "asks  at night"]});
    const {status, stderr} = await workshop.run("review", "2026-01", "--decide", "decisions.csv", "--by", "A. Editor");
    expect([status, stderr]).toEqual([0, "Wrote 2 decisions to press/blacklist.csv. 1 client is undecided.\n"]);
    expect(blacklist()).toBe(
      `${header}${heavy},2026-01-01,,reader,a school,A. Editor,2026-03-01\n${odd},2026-01-01,,robot,asks at night,A. Editor,2026-03-01\n`,
    );
    const {figures} = await review();
    expect(figures.map(triple)).toEqual([[2, 15, 15]]);
  });

  test("given back twice says the second time that nothing is new", async () => {
    await filled({[heavy!]: ["reader", "a school"]});
    await workshop.run("review", "2026-01", "--decide", "decisions.csv", "--by", "A");
    const before = blacklist();
    const {stderr} = await workshop.run("review", "2026-01", "--decide", "decisions.csv", "--by", "A");
    expect(stderr).toBe(
      "Wrote 0 decisions to press/blacklist.csv. 1 row says what was decided before. 2 clients are undecided.\n",
    );
    expect(blacklist()).toBe(before);
  });

  longTest("revises: what was decided stays in the file, and the later row holds", async () => {
    for (const decision of ["robot", "reader", "robot", "developer"]) {
      await filled({[heavy!]: [decision, `as ${decision}`]});
      await workshop.run("review", "2026-01", "--decide", "decisions.csv", "--by", "A");
    }
    const rows = blacklist().trim().split("\n").slice(1);
    // The clock stands still: each row is dated a second after the one before.
    expect(rows.map((row) => row.split(",").filter((_, place) => place === 3 || place === 6))).toEqual([
      ["robot", "2026-03-01"],
      ["reader", "2026-03-01T12:00:00Z"],
      ["robot", "2026-03-01T12:00:01Z"],
      ["developer", "2026-03-01T12:00:02Z"],
    ]);
    expect((await review()).clients[0]!.decision).toMatchObject({decision: "developer"});
  });

  for (const [what, rows, message] of [
    [
      "a client that is not listed",
      "192.0.2.1,robot,x,,",
      "the client is not among those to be looked at in January 2026",
    ],
    ["an unknown client", "192.0.2.99,robot,x,,", "the client is not among those to be looked at in January 2026"],
    ["a decision that is none", `${heavy},perhaps,x,,`, '"perhaps" is no decision'],
    ["no reason", `${heavy},robot,,,`, "there is no reason"],
    ["a reason without a decision", `${heavy},,x,,`, "there is a reason without a decision"],
    ["two rows about one client", `${heavy},robot,x,,\n${heavy}/32,reader,x,,`, "line 2 decides about the same client"],
    [
      "days the wrong way round",
      `${heavy},robot,x,2026-01-09,2026-01-08`,
      "until 2026-01-08 is before from 2026-01-09",
    ],
    ["something that is no client", "???,robot,x,,", '"???" is no address, network or host name'],
  ] as const) {
    test(`with ${what} is refused as a whole`, async () => {
      workshop.write("decisions.csv", `entry,decision,reason,from,until\n${rows}\n${odd},robot,good,,\n`);
      const {status, stderr} = await workshop.run("review", "2026-01", "--decide", "decisions.csv", "--by", "A");
      expect([status, stderr.split("\n")[0]]).toEqual([3, `error DECISIONS_REFUSED: ${message}`]);
      expect(blacklist()).toBe(header);
    });
  }

  for (const [what, content] of [
    ["a file that is missing", null],
    ["a spreadsheet's own file", Buffer.from([0x50, 0x4b, 3, 4, 0])],
    ["a file with other columns", "client,verdict\n192.0.2.1,robot\n"],
  ] as const) {
    test(`${what} is refused`, async () => {
      if (content !== null) workshop.write("decisions.csv", content);
      const {status, stderr} = await workshop.run("review", "2026-01", "--decide", "decisions.csv", "--by", "A");
      expect([status, stderr.split(":")[0]]).toEqual([3, "error DECISIONS_REFUSED"]);
    });
  }

  test("decides nothing about a closed month", async () => {
    await filled({[heavy!]: ["reader", "a school"]});
    await workshop.run("close", "2026-01", "--undecided");
    // The sheet was made before, and names the address.
    write(`${heavy},2026-01-01,,robot,x,A,2026-02-01\n`);
    const {status, stderr} = await workshop.run("review", "2026-01", "--decide", "decisions.csv", "--by", "A");
    expect([status, stderr.split("\n")[0]]).toEqual([
      3,
      "error DECISIONS_REFUSED: 2026-01 is closed, and its figures stay as they are",
    ]);
  });
});

describe("where decisions go", () => {
  async function decide(): Promise<{status: number | null; stderr: string}> {
    workshop.write("decisions.csv", `entry,decision,reason\n${heavy},reader,a school\n`);
    return workshop.run("review", "2026-01", "--decide", "decisions.csv", "--by", "A");
  }
  const yaml = (): string => readFileSync(join(workshop.folder, "broadsheet.yaml"), "utf8");

  test("a blacklist of before gets a column for them, and its rows stay as they are", async () => {
    const old = `entry,from,until,reason,decided_by,decided_on\n# by the board\n198.51.100.1,2025-01-01,,"takes, all",B,2025-01-02\n`;
    writeFileSync(join(workshop.folder, "blacklist.csv"), old);
    expect((await decide()).status).toBe(0);
    expect(blacklist()).toBe(
      "entry,from,until,reason,decided_by,decided_on,decision\n# by the board\n" +
        `198.51.100.1,2025-01-01,,"takes, all",B,2025-01-02,\n${heavy},,,a school,A,2026-03-01,reader\n`,
    );
  });

  test("where the settings name no blacklist, they do afterwards, and it is said", async () => {
    writeFileSync(
      join(workshop.folder, "broadsheet.yaml"),
      "# ours\npublication: P # the name\nmethodology:\n  heavyReaders: { documents: 10 }\n",
    );
    const {status, stderr} = await decide();
    expect([status, stderr.split("\n")[0]]).toEqual([
      0,
      "broadsheet.yaml now says methodology.blacklist: blacklist.csv",
    ]);
    expect(yaml()).toBe(
      "# ours\npublication: P # the name\nmethodology:\n  heavyReaders: { documents: 10 }\n  blacklist: blacklist.csv\n",
    );
  });

  test("a blacklist with rows that the settings do not name is not put into force by the way", async () => {
    writeFileSync(
      join(workshop.folder, "broadsheet.yaml"),
      "publication: P\nmethodology: {heavyReaders: {documents: 10}}\n",
    );
    write("198.51.100.1,,,robot,x,A,\n");
    const {status, stderr} = await decide();
    expect([status, stderr.split(":")[0]]).toEqual([3, "error BLACKLIST_REFUSED"]);
    expect(blacklist()).toBe(`${header}198.51.100.1,,,robot,x,A,\n`);
  });
});

test("contradicting rows stop the report, and both lines are named", async () => {
  write(`${heavy},,,robot,x,A,2026-02-01\n${heavy},2026-01-01,,reader,y,B,2026-02-01\n`);
  const {status, stderr} = await workshop.run("report", "2026-01");
  expect([status, stderr.split("\n").slice(0, 2)]).toEqual([
    3,
    [
      "error BLACKLIST_REFUSED: it says reader where line 2 says robot, about the same client and days",
      expect.stringContaining('blacklist.csv:3, column "decision"'),
    ],
  ]);
});
