import {expect, test} from "vitest";
import type {Report, Table} from "../../src/report/report.ts";
import {browser, lineOf, logOf, type Press, reportPress} from "../press.ts";
import {longTest} from "../run/amounts.ts";

/** The report of the lines, with every table and the smallest row that can be. */
async function reportOf(lines: readonly string[], press: Partial<Press> = {}): Promise<Report> {
  const settings = {smallest: 1, places: false, ...press.settings};
  const given = {logs: {"access.log": logOf(lines)}, period: "2005-07", tables: "all", ...press, settings};
  return reportPress(given);
}

function tableOf({tables}: Report, id: string): Table {
  const table = tables.find((one) => one.id === id);
  if (!table) throw new Error(`no table ${id} among ${tables.map((one) => one.id).join(", ")}`);
  return table;
}

/** Rows as key, rank, rank before and values, shares to one digit. */
function rowsOf(report: Report, id: string): unknown[][] {
  return tableOf(report, id).rows.map(({key, rank, previousRank, values}) => [
    key,
    rank,
    previousRank,
    ...values.map((value) => (value === null ? null : Math.round(value * 10) / 10)),
  ]);
}

/** Those rows in which anything was read. */
const busyOf = (report: Report, id: string): unknown[][] =>
  rowsOf(report, id).filter(([, , , documents]) => documents !== 0);

const client = (number: number): string => `192.0.2.${number}`;
const day = (date: string, time = "12:00:00 +0000"): string => `${date}/2005:${time}`;

const departments = {
  "departments.csv": [
    "prefix,department,language,title",
    "/zhongwen/,zhongwen,zh,Chinese",
    "/es/,es,es,Spanish",
    "/es/archivo/,archive,es,Archive",
    "",
  ].join("\n"),
};

test("departments: the longest prefix decides, what fits none is a row, and shares are of all documents", async () => {
  const report = await reportOf(
    [
      lineOf({client: client(1), path: "/es/a.html"}),
      lineOf({client: client(1), path: "/es/b.html"}),
      lineOf({client: client(2), path: "/es/a.html"}),
      lineOf({client: client(2), path: "/es/archivo/1990.html"}),
      lineOf({client: client(3), path: "/zhongwen/"}),
      lineOf({client: client(3), path: "/about.html"}),
      lineOf({client: client(3), path: "/zhongwen/x.gif"}),
      lineOf({client: client(3), path: "/zhongwen/y.html", status: 404}),
    ],
    {settings: {departments: "departments.csv"}, files: departments},
  );
  // Six counted: 3 in es, 1 in the archive, 1 in zhongwen, 1 in none.
  expect(rowsOf(report, "departments")).toEqual([
    ["es", 1, null, 3, 2, 50],
    ["archive", 2, null, 1, 1, 16.7],
    ["zhongwen", 2, null, 1, 1, 16.7],
    ["unknown", null, null, 1, 1, 16.7],
  ]);
  expect(tableOf(report, "departments").rows.map(({label}) => label)).toEqual([
    "Spanish",
    "Archive",
    "Chinese",
    "In no department",
  ]);
  expect(rowsOf(report, "languages")).toEqual([
    ["es", 1, null, 4, 2, 66.7],
    ["zh", 2, null, 1, 1, 16.7],
    ["unknown", null, null, 1, 1, 16.7],
  ]);
  expect(tableOf(report, "departments").notes.map(({id}) => id)).toEqual(["unmatched"]);
  expect(tableOf(report, "departments").notes[0]!.text).toContain("/about.html (1 file)");
});

test("a rank stands beside the rank in the period of the same length before", async () => {
  const before = ["/a", "/a", "/a", "/b", "/b", "/gone"].map((path) => lineOf({path, at: day("01/Jun")}));
  const now = ["/b", "/b", "/b", "/a", "/new"].map((path) => lineOf({path, at: day("01/Jul")}));
  const report = await reportOf([...before, ...now]);
  expect(rowsOf(report, "top-documents")).toEqual([
    ["/b", 1, 2, 3, 1, 60],
    ["/a", 2, 1, 1, 1, 20],
    ["/new", 2, null, 1, 1, 20],
  ]);
  expect(tableOf(report, "top-documents").previous).toBe("June 2005");
  const alone = await reportOf(now);
  expect(tableOf(alone, "top-documents").previous).toBeNull();
});

for (const [what, before, now, ranks] of [
  [
    "logs of one day of the month before and of three of this one: no ranks before, and why",
    ["30/Jun"],
    ["01/Jul", "02/Jul", "03/Jul"],
    null,
  ],
  ["logs of one day of each: ranks before", ["30/Jun"], ["01/Jul"], [1, 2]],
  [
    "logs of fourteen days before and of fifteen now: no ranks, since fourteen are less than half a month",
    days("Jun", 14),
    days("Jul", 15),
    null,
  ],
  ["logs of fifteen days before and of thirty now: ranks before", days("Jun", 15), days("Jul", 30), [1, 2]],
  ["logs of more days before than now: ranks before", days("Jun", 3), days("Jul", 2), [1, 2]],
] as const) {
  test(`ranks of ${what}`, async () => {
    const linesAt = (dates: readonly string[]): string[] =>
      dates.flatMap((date) => ["/a", "/a", "/b"].map((path) => lineOf({path, at: day(date)})));
    const report = await reportOf([...linesAt(before), ...linesAt(now)]);
    const {previous, rows, notes} = tableOf(report, "top-documents");
    const told = notes.filter(({id}) => id === "ranks-before-few-days");
    expect(previous === null).toBe(ranks === null);
    expect(rows.map(({previousRank}) => previousRank)).toEqual(ranks ?? [null, null]);
    expect(told.map(({text}) => text)).toEqual(
      ranks === null ? [expect.stringContaining(`logs of only ${before.length} of 30 days`)] : [],
    );
    expect(tableOf(report, "hours").notes.map(({id}) => id)).not.toContain("ranks-before-few-days");
  });
}

function days(month: string, count: number): string[] {
  return Array.from({length: count}, (_, place) => `${String(place + 1).padStart(2, "0")}/${month}`);
}

test("a row with fewer readers than the smallest goes into others, whose readers are a set", async () => {
  const lines = [
    ...[1, 2, 3].map((number) => lineOf({client: client(number), path: "/large"})),
    // Six readers in all, of whom 4 and 5 read two of them.
    ...[1, 4].map((number) => lineOf({client: client(number), path: "/small"})),
    ...[2, 4].map((number) => lineOf({client: client(number), path: "/smaller"})),
    ...[3, 5].map((number) => lineOf({client: client(number), path: "/tiny"})),
    ...[5, 6].map((number) => lineOf({client: client(number), path: "/tinier"})),
  ];
  expect(rowsOf(await reportOf(lines, {settings: {smallest: 3}}), "top-documents")).toEqual([
    ["/large", 1, null, 3, 3, 27.3],
    ["others", null, null, 8, 6, 72.7],
  ]);
});

test("where others would point at somebody, the last row shown goes into it as well", async () => {
  const lines = [
    ...[1, 2, 3].map((number) => lineOf({client: client(number), path: "/large"})),
    lineOf({client: client(1), path: "/large"}),
    ...[4, 5, 6].map((number) => lineOf({client: client(number), path: "/medium"})),
    lineOf({client: client(7), path: "/tiny"}),
  ];
  expect(rowsOf(await reportOf(lines, {settings: {smallest: 2}}), "top-documents")).toEqual([
    ["/large", 1, null, 4, 3, 50],
    ["others", null, null, 4, 4, 50],
  ]);
});

test("a table shows as many rows as are asked for, equal rows in the order of their keys", async () => {
  const lines = ["/c", "/b", "/a", "/a"].map((path) => lineOf({path}));
  const report = await reportOf(lines, {settings: {tables: {"top-documents": 2}}});
  expect(rowsOf(report, "top-documents")).toEqual([
    ["/a", 1, null, 2, 1, 50],
    ["/b", 2, null, 1, 1, 25],
    ["others", null, null, 1, 1, 25],
  ]);
});

longTest("of thousands of equal documents the first by their names are shown, and the others are counted", async () => {
  const names = Array.from({length: 5200}, (_, place) => `/${String((place * 3001) % 5200).padStart(4, "0")}`);
  const report = await reportOf(
    names.map((path, place) => lineOf({client: `198.18.${place >> 8}.${place & 255}`, path})),
    {settings: {tables: {"top-documents": 2}}, methodology: {heavyReaders: false}},
  );
  expect(rowsOf(report, "top-documents")).toEqual([
    ["/0000", 1, null, 1, 1, 0],
    ["/0001", 1, null, 1, 1, 0],
    ["others", null, null, 5198, 5198, 100],
  ]);
});

test("a document that moved keeps its history, has its title, and stands in the list of its group", async () => {
  const report = await reportOf(
    [
      lineOf({client: client(1), path: "/old.html"}),
      lineOf({client: client(2), path: "/news//today.html"}),
      lineOf({client: client(2), path: "/new.html"}),
    ],
    {
      settings: {aliases: "aliases.csv", titles: "titles.csv"},
      files: {
        "aliases.csv": "path,now\n/old.html,/new.html\n",
        "titles.csv": "path,title,group\n/new.html,<b>The new one</b>,essays\n",
      },
    },
  );
  expect(rowsOf(report, "top-documents")).toEqual([
    ["/new.html", 1, null, 2, 2, 66.7],
    ["/news/today.html", 2, null, 1, 1, 33.3],
  ]);
  expect(tableOf(report, "top-documents").rows[0]!.label).toBe("<b>The new one</b>");
  expect(rowsOf(report, "top-documents:essays")).toEqual([["/new.html", 1, null, 2, 2, 100]]);
  expect(report.measures.find(({id}) => id === "different-documents")!.values).toEqual([2]);
});

test("referrers: own pages and spam are left out, the kinds stand beside the sites, and no site named is a row", async () => {
  const from = (site: string, number: number, path = "/a.html"): string =>
    `${client(number)} - - [01/Jul/2005:12:00:00 +0000] "GET ${path} HTTP/1.1" 200 10 "${site}" "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"`;
  const report = await reportOf([
    from("https://www.google.com/", 1),
    from("https://www.google.de/search?q=x", 2),
    from("https://chatgpt.com/", 3),
    from("https://blog.example.net/post", 4),
    from("-", 5),
    from("https://www.example.press/", 6),
    // Browsers fetch a page's style sheet and name the page.
    from("https://www.example.press/", 6, "/style.css"),
    from("https://www.example.press/", 7, "/style.css"),
  ]);
  expect(rowsOf(report, "referrers")).toEqual([
    ["google", 1, null, 2, 2, 40],
    ["blog.example.net", 2, null, 1, 1, 20],
    ["chatgpt", 2, null, 1, 1, 20],
    ["unknown", null, null, 1, 1, 20],
  ]);
  expect(tableOf(report, "referrers").notes[0]!.text).toContain("example.press");
  const given = await reportOf([from("https://www.example.press/", 6), from("https://blog.example.net/post", 4)], {
    settings: {sites: ["example.net"]},
  });
  expect(rowsOf(given, "referrers").map(([key]) => key)).toEqual(["example.press"]);
});

test("referrer spam is left out of the sites and counted, with what the publisher's own list adds", async () => {
  const from = (site: string): string =>
    `192.0.2.9 - - [01/Jul/2005:12:00:00 +0000] "GET /a.html HTTP/1.1" 200 10 "${site}" "${browser}"`;
  const report = await reportOf(
    [from("http://semalt.com/x"), from("http://buy.spammer.example/"), from("http://notspammer.example/")],
    {settings: {referrerSpam: "spam.txt", sites: ["example.press"]}, files: {"spam.txt": "# ours\nspammer.example\n"}},
  );
  expect(rowsOf(report, "referrers")).toEqual([["notspammer.example", 1, null, 1, 1, 100]]);
  expect(tableOf(report, "referrers").notes.map(({text}) => text)).toEqual([
    "Own pages: example.press.",
    "Left out: 2 counted requests with a referrer known to be made up to be seen.",
  ]);
  // They are readers all the same.
  expect(report.measures.find(({id}) => id === "documents-per-day")!.values).toEqual([3]);
});

const googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const gptbot = "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)";

test("robots: everything they took, whatever it was, as a share of all that was served; AI agents beside", async () => {
  const report = await reportOf([
    lineOf({client: client(1), agent: googlebot, bytes: 1_000_000}),
    lineOf({client: client(1), agent: googlebot, path: "/a.gif", bytes: 1_000_000}),
    lineOf({client: client(2), agent: gptbot, path: "/gone", status: 404, bytes: 500_000}),
    // A browser that asks for /robots.txt is a robot in all that it took in the month.
    lineOf({client: client(3), path: "/robots.txt", bytes: 0}),
    lineOf({client: client(3), bytes: 500_000}),
    lineOf({client: client(4), bytes: 2_000_000}),
    lineOf({client: client(5), bytes: 0}),
    lineOf({client: client(6), bytes: 0}),
  ]);
  // Eight requests and 5,000,000 bytes were served.
  expect(rowsOf(report, "robots")).toEqual([
    ["Asked for /robots.txt", 1, null, 2, 0.5, 25, 10],
    ["Googlebot", 1, null, 2, 2, 25, 40],
    ["GPTBot", 3, null, 1, 0.5, 12.5, 10],
  ]);
  expect(rowsOf(report, "ai-agents")).toEqual([["GPTBot", 1, null, 1, 0.5, 12.5, 10]]);
  expect(report.measures.find(({id}) => id === "readers")!.values).toEqual([3]);
});

test("a developer that asks for /robots.txt is no robot", async () => {
  const lines = [lineOf({client: client(1), path: "/robots.txt"}), lineOf({client: client(2)})];
  const report = await reportOf(lines, {methodology: {developers: [client(1)]}});
  expect(rowsOf(report, "robots")).toEqual([]);
});

test("hours and weekdays are those on the publication's clock, in their own order", async () => {
  const report = await reportOf(
    [
      // Friday 1 July 2005 in UTC; 23:30 in Kathmandu (+05:45) is 05:15 on Saturday there.
      lineOf({client: client(1), at: day("01/Jul", "23:30:00 +0000")}),
      lineOf({client: client(2), at: day("01/Jul", "00:00:00 +0000")}),
      lineOf({client: client(1), at: day("03/Jul", "23:59:59 +0545")}),
    ],
    {timeZone: "Asia/Kathmandu"},
  );
  expect(rowsOf(report, "hours")).toHaveLength(24);
  expect(busyOf(report, "hours")).toEqual([
    ["05", null, null, 2, 2, 66.7],
    ["23", null, null, 1, 1, 33.3],
  ]);
  expect(rowsOf(report, "weekdays")).toHaveLength(7);
  expect(busyOf(report, "weekdays").map(([key, , , documents]) => [key, documents])).toEqual([
    ["fri", 1],
    ["sat", 1],
    ["sun", 1],
  ]);
});

test("an hour with too few readers has no values of its own, and stands in its place", async () => {
  const lines = [
    ...[1, 2, 3].map((number) => lineOf({client: client(number), at: day("01/Jul", "08:00:00 +0000")})),
    ...[1, 4].map((number) => lineOf({client: client(number), at: day("01/Jul", "09:00:00 +0000")})),
    ...[2, 5].map((number) => lineOf({client: client(number), at: day("01/Jul", "10:00:00 +0000")})),
    ...[3, 6].map((number) => lineOf({client: client(number), at: day("01/Jul", "11:00:00 +0000")})),
  ];
  const report = await reportOf(lines, {settings: {smallest: 3}});
  expect(busyOf(report, "hours")).toEqual([
    ["08", null, null, 3, 3, 33.3],
    ["09", null, null, null, null, null],
    ["10", null, null, null, null, null],
    ["11", null, null, null, null, null],
    ["others", null, null, 6, 6, 66.7],
  ]);
});

test("on the day the clock goes back an hour comes twice, on the day it goes forward one is missing", async () => {
  const report = await reportOf(
    [
      // 30 October 2005: 00:30 UTC is 02:30 summer time in Paris, 01:30 UTC is 02:30 again.
      lineOf({client: client(1), at: day("30/Oct", "00:30:00 +0000")}),
      lineOf({client: client(1), at: day("30/Oct", "01:30:00 +0000")}),
    ],
    {period: "2005-10", timeZone: "Europe/Paris"},
  );
  expect(busyOf(report, "hours")).toEqual([["02", null, null, 2, 1, 100]]);
});

test("missing documents: what readers asked for in vain, most readers first, robots and graphics left out", async () => {
  const missing = (number: number, path: string, agent?: string): string =>
    lineOf({client: client(number), path, status: 404, ...(agent ? {agent} : {})});
  const report = await reportOf([
    missing(1, "/gone.html"),
    missing(1, "/gone.html"),
    missing(1, "/gone.html"),
    missing(2, "/other.html"),
    missing(3, "/other.html"),
    missing(4, "/gone.gif"),
    missing(5, "/gone.html", googlebot),
    lineOf({client: client(6), path: "/gone.html", method: "HEAD", status: 404}),
    lineOf({client: client(7), path: "/gone.html", status: 500}),
    lineOf({client: client(8)}),
  ]);
  expect(rowsOf(report, "missing-documents")).toEqual([
    ["/other.html", 1, null, 2, 2],
    ["/gone.html", 2, null, 1, 3],
  ]);
});

test("tables that were not asked for are not made, and a name that is none is refused with the nearest", async () => {
  const lines = [lineOf({})];
  expect((await reportOf(lines, {tables: "none"})).tables).toEqual([]);
  expect((await reportOf(lines, {tables: "hours,weekdays"})).tables.map(({id}) => id)).toEqual(["hours", "weekdays"]);
  await expect(reportOf(lines, {tables: "huors"})).rejects.toMatchObject({
    code: "COMMAND_UNKNOWN",
    help: "write hours",
  });
});

test("ai-agents: what was fetched on a user's behalf is told in one sum; nothing where none was", async () => {
  const by = (...agents: string[]): string[] =>
    agents.map((agent, place) => lineOf({agent, client: client(place + 1), path: "/a"}));
  const noteOf = (report: Report): string | undefined =>
    tableOf(report, "ai-agents").notes.find(({id}) => id === "fetched-for-people")?.text;
  const report = await reportOf(by("ChatGPT-User/1.0", "ChatGPT-User/1.1", "Claude-User/1.0", "GPTBot/1.0", browser), {
    tables: "ai-agents",
  });
  expect(noteOf(report)).toContain(": 3 requests.");
  expect(report.measures.find(({id}) => id === "readers")?.values).toEqual([1]);
  expect(noteOf(await reportOf(by("GPTBot/1.0", browser)))).toBeUndefined();
});
