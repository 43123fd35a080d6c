import {describe, expect, test} from "vitest";
import {renderHtml} from "../../src/render/html/report.ts";
import {renderJson} from "../../src/report/json/report.ts";
import type {Report} from "../../src/report/report.ts";
import {judgePress, lineOf, logOf, type Press, reportPress} from "../press.ts";

/** A day's noon in 2005. */
const noon = (day: string, month: string, year = 2005) => `${day}/${month}/${year}:12:00:00 +0000`;

function lines(count: number, given: Parameters<typeof lineOf>[0]): string[] {
  return Array.from({length: count}, (_, index) => lineOf({path: `/${index}.html`, ...given}));
}

async function reportOf(log: readonly string[], press: Partial<Press> = {}): Promise<Report> {
  return reportPress({logs: {"access.log": logOf(log)}, period: "2005-H2", ...press});
}

function note({notes}: Report, id: string): Report["notes"][number] | undefined {
  return notes.find((one) => one.id === id);
}

describe("the notes of the model publisher's table", () => {
  const heavyReaders = {documents: 3, months: "2005-07..2005-08"};
  const log = [
    ...lines(4, {client: "192.0.2.1", at: noon("01", "Jul")}),
    ...lines(5, {client: "192.0.2.2", at: noon("01", "Aug")}),
    ...lines(9, {client: "192.0.2.1", at: noon("01", "Sep")}),
    ...lines(9, {client: "192.0.2.3", at: noon("01", "Oct")}),
    ...lines(2, {client: "192.0.2.4", at: noon("01", "Nov")}),
    lineOf({client: "192.0.2.3", at: noon("01", "Dec")}),
    ...lines(2, {client: "192.0.2.5", at: noon("02", "Dec"), path: "/a.gif"}),
    lineOf({client: "192.0.2.10", at: noon("03", "Dec")}),
  ];

  test("heavy readers are left out in July and August; from September on, who is on the blacklist", async () => {
    const report = await reportOf(log, {
      methodology: {heavyReaders, developers: ["192.0.2.10"]},
      blacklist: ["192.0.2.1,2005-09-01,,,,", "192.0.2.3,2005-09-01,,,,"],
    });
    expect(note(report, "heavy-readers")).toEqual({
      id: "heavy-readers",
      text: "Left out in July and August: 2 clients that took more than 3 documents in the month (9 requests). This may wrongly leave out devoted readers and shared connections.",
      columns: ["2005-07", "2005-08"],
      mark: 3,
    });
    expect(note(report, "blacklisted")).toEqual({
      id: "blacklisted",
      text: "Left out from September on: 2 clients on the blacklist (19 requests).",
      columns: ["2005-09", "2005-10", "2005-11", "2005-12"],
      mark: 2,
    });
    expect(note(report, "graphics")).toMatchObject({text: "Graphics: 2 requests left out.", mark: 1});
    expect(note(report, "developers")).toMatchObject({text: "Developers: 1 request left out.", mark: 1});
    expect(note(report, "graphics")!.columns).toHaveLength(6);
    expect(report.measures[0]!.values).toEqual([0, 0, 0, 0, 1, 0]);
  });

  test("rules that do not run leave no note", async () => {
    const report = await reportOf(log, {methodology: {heavyReaders: false}});
    for (const id of ["heavy-readers", "blacklisted", "developers"]) expect(note(report, id)).toBeUndefined();
  });

  test("every measure carries the marks of what is left out of it", async () => {
    const report = await reportOf(log, {methodology: {heavyReaders}});
    const ids = report.notes.map(({id}) => id);
    // That the period is a set concerns the figures that count different things.
    const sets = ["readers", "different-documents"];
    for (const {id, notes} of report.measures) {
      expect(notes).toEqual(ids.filter((note) => note !== "period-is-a-set" || sets.includes(id)));
    }
    expect([...new Set(report.notes.map(({mark}) => mark))]).toEqual([1, 2, 3, 4]);
  });
});

for (const [what, months, period, want] of [
  ["every month", undefined, "2005-H2", "in every month"],
  ["the only month", undefined, "2005-12", "in December 2005"],
  ["one month", "2005-07", "2005-H2", "in July"],
  ["two months", "2005-07..2005-08", "2005-H2", "in July and August"],
  ["three months and no more", "2005-07..2005-09", "2005-H2", "from July to September"],
  ["the last months", "2005-09..2005-12", "2005-H2", "from September on"],
  ["the last month", "2005-12", "2005-H2", "in December"],
  ["months of which some are outside", "2005-03..2005-08", "2005-H2", "in July and August"],
  ["a month of one year among two years'", "2005-12", "2005-11..2006-02", "in December 2005"],
  ["the last months of two years", "2005-12..2006-02", "2005-11..2006-02", "from December 2005 on"],
] as const) {
  test(`a rule that runs in ${what} says "${want}"`, async () => {
    const heavyReaders = months === undefined ? {documents: 3} : {documents: 3, months};
    const report = await reportOf([lineOf({at: noon("01", "Dec")})], {methodology: {heavyReaders}, period});
    expect(note(report, "heavy-readers")?.text).toBe(
      `Left out ${want}: clients that took more than 3 documents in the month; there were none.`,
    );
  });
}

test("days without a line are named, in runs", async () => {
  const days = [...Array.from({length: 7}, (_, day) => day + 1), 9, 12, 13, 31];
  const report = await reportOf(
    days.map((day) => lineOf({at: noon(String(day).padStart(2, "0"), "Jul")})),
    {period: "2005-07"},
  );
  expect(note(report, "days-covered")).toMatchObject({
    text: "July 2005: the logs cover 11 of 31 days; missing 8, 10–11, 14–30 July. Figures per day are divided by the days covered.",
    columns: ["2005-07"],
  });
});

test("a month that is covered whole has no note about its days", async () => {
  const days = Array.from({length: 31}, (_, day) => lineOf({at: noon(String(day + 1).padStart(2, "0"), "Jul")}));
  expect(note(await reportOf(days, {period: "2005-07"}), "days-covered")).toBeUndefined();
});

test("a format that records no agents is a note, with how many requests came in it", async () => {
  const log = [1, 2, 3].map((n) => `192.0.2.${n} - - [01/Jul/2005:12:00:00 +0000] "GET /a.html HTTP/1.0" 200 1`);
  const report = await reportOf(log, {period: "2005-07"});
  expect(note(report, "agents-not-recorded")).toMatchObject({
    text: "3 counted requests came in logs that do not record agents: robots among them are known only where they asked for /robots.txt.",
    columns: ["2005-07"],
  });
});

test("a format that records no sizes is a note of the megabytes alone", async () => {
  const logFormat = '%h %l %u %t "%r" %>s "%{Referer}i" "%{User-Agent}i"';
  const log = [lineOf({client: "192.0.2.1"}).replace(' 200 1 "', ' 200 "')];
  const report = await reportOf(log, {period: "2005-07", logFormat});
  expect(note(report, "bytes-not-recorded")).toMatchObject({columns: ["2005-07"]});
  const carriers = report.measures.filter(({notes}) => notes.includes("bytes-not-recorded"));
  expect(carriers.map(({id}) => id)).toEqual(["megabytes-per-day"]);
});

/** Logs of one client are doubtful, which is told first. */
function behindDoubts(summary: readonly string[]): string[] {
  return summary.filter((text) => !/^(?:Nine of ten|Which field)/.test(text));
}

describe("the sentences that matter", () => {
  // Whole months are needed before one is set beside another: a line a day.
  const whole = (client: string, month: string, days: number) =>
    Array.from({length: days}, (_, day) => lineOf({client, at: noon(String(day + 1).padStart(2, "0"), month)}));

  test("one month: how many, and how much was left out", async () => {
    const log = [
      lineOf({client: "192.0.2.1"}),
      lineOf({client: "192.0.2.2"}),
      lineOf({path: "/a.gif"}),
      lineOf({method: "HEAD"}),
    ];
    expect((await reportOf(log, {period: "2005-07"})).summary).toEqual([
      "2 distinct users in July 2005.",
      "2 of 4 requests are counted, 50.0%. The largest part left out: requests other than GET (25.0%).",
    ]);
  });

  test("one reader and one request are singular", async () => {
    expect((await reportOf([lineOf()], {period: "2005-07"})).summary).toEqual([
      "1 distinct user in July 2005.",
      "1 of 1 request is counted, 100.0%.",
    ]);
  });

  test("several months: the least and the most, and the way from the first whole month to the last", async () => {
    const log = [
      ...whole("192.0.2.1", "Jul", 31),
      ...["192.0.2.1", "192.0.2.2", "192.0.2.3"].map((client) => lineOf({client, at: noon("01", "Aug")})),
      ...whole("192.0.2.1", "Sep", 30),
      lineOf({client: "192.0.2.2", at: noon("01", "Sep")}),
    ];
    const {summary} = await reportOf(log, {period: "2005-Q3"});
    expect(behindDoubts(summary).slice(0, 2)).toEqual([
      "Between 1 (July 2005) and 2 (September 2005) distinct users a month.",
      "September 2005 had 2, 100.0% more than July 2005.",
    ]);
  });

  test("months alike say so", async () => {
    const log = [...whole("192.0.2.1", "Jul", 31), ...whole("192.0.2.1", "Aug", 31)];
    const {summary} = await reportOf(log, {period: "2005-07..2005-08"});
    expect(behindDoubts(summary).slice(0, 2)).toEqual([
      "1 distinct user in each month.",
      "August 2005 had 1, as many as July 2005.",
    ]);
  });
});

describe("the report's date", () => {
  const log = [lineOf({at: noon("03", "Jul")}), lineOf({at: noon("20", "Sep")})];

  for (const [period, date, want] of [
    ["2005-H2", null, "2005-09-20"],
    ["2005-07..2005-08", null, "2005-07-03"],
    ["2005-07", null, "2005-07-03"],
    ["2005-07", "2006-01-31", "2006-01-31"],
  ] as const) {
    test(`of ${period}${date ? ` with --date ${date}` : ""} is ${want}`, async () => {
      expect((await reportOf(log, {period, ...(date ? {date} : {})})).date).toBe(want);
    });
  }

  test("is a day of the publication's zone", async () => {
    const late = [lineOf({at: "03/Jul/2005:23:00:00 +0000"})];
    expect((await reportOf(late, {period: "2005-07", timeZone: "Europe/Paris"})).date).toBe("2005-07-04");
  });
});

test("a period that the logs leap over is empty, and its neighbours are not", async () => {
  const log = [lineOf({at: noon("03", "Jul")}), lineOf({at: noon("20", "Sep")})];
  await expect(reportOf(log, {period: "2005-08"})).rejects.toMatchObject({
    code: "PERIOD_EMPTY",
    message: "there are no logs for 2005-08; those that were read cover 2005-07-03 to 2005-09-20",
  });
});

describe("the same inputs give the same bytes", () => {
  const july = logOf([...lines(3, {client: "192.0.2.1"}), ...lines(2, {client: "2001:db8::1"}), "not a request"]);
  const august = logOf(lines(5, {client: "192.0.2.2", at: noon("09", "Aug")}));
  const blacklist = ["192.0.2.2,2005-08-01,,,,"];
  const press = {period: "2005-07..2005-08", blacklist};

  test("with another key, read in another order, from another folder", async () => {
    // Lists of clients are sealed with the key, and so is what their hash is made of.
    const one = await judgePress({...press, blacklist: [], logs: {"a/july.log": july, "a/august.log": august}});
    const key = "ffeeddccbbaa99887766554433221100";
    const two = await judgePress({...press, blacklist: [], key, logs: {"b/c/august.log": august, "d/july.log": july}});
    expect(renderJson(two.report)).toBe(renderJson(one.report));
    expect(renderHtml(two.report)).toBe(renderHtml(one.report));
  });

  test("a changed rule gives another methodology, an unchanged one the same", async () => {
    const logs = {"july.log": july};
    const hashes = await Promise.all(
      [{}, {}, {heavyReaders: {documents: 999}}, {developers: ["192.0.2.9"]}].map(
        async (methodology) => (await reportPress({...press, logs, methodology})).methodology.sha256,
      ),
    );
    expect(hashes[1]).toBe(hashes[0]);
    expect(new Set(hashes).size).toBe(3);
  });

  test("what a report holds of a reader is no address", async () => {
    const report = await reportPress({...press, logs: {"july.log": july, "august.log": august}});
    for (const text of [renderJson(report), renderHtml(report)]) {
      expect(text).not.toMatch(/192\.0\.2|2001:db8/);
    }
  });
});

test("the JSON holds every key of the contract, in its order", async () => {
  const report = await reportOf([lineOf(), "not a request", "", "# a comment"], {period: "2005-07"});
  const json = JSON.parse(renderJson(report)) as Record<string, unknown[] & Record<string, unknown>>;
  const contract = ["broadsheet", "publication", "period", "timeZone"];
  expect(Object.keys(json).slice(0, 4)).toEqual(contract);
  for (const key of ["columns", "measures", "notes", "account", "inputs", "methodology"])
    expect(json).toHaveProperty(key);
  expect(json).toMatchObject({
    broadsheet: "0.1.0",
    publication: "The Example Press",
    period: "2005-07",
    timeZone: "UTC",
  });
  expect(json["columns"]).toMatchObject([{period: "2005-07", days: 31, daysCovered: 1}]);
  expect(json["measures"]).toMatchObject([
    {id: "readers", label: "Distinct users", unit: "users", values: [1], reasons: [null]},
    {id: "megabytes-per-day", values: [0.000001], reasons: [null]},
    {id: "documents-per-day", values: [1], reasons: [null]},
    {id: "different-documents", values: [1], reasons: [null]},
    {id: "documents-per-reader", values: [1], reasons: [null]},
  ]);
  expect(json["totals"]).toMatchObject({readers: 1, "documents-per-day": 1});
  expect(json).toMatchObject({comparison: null, index: null, tables: []});
  expect(json["account"]).toMatchObject([{period: "2005-07", requests: 1}]);
  const verdicts = (json["account"]![0] as {verdicts: {id: string}[]}).verdicts.map(({id}) => id);
  expect(verdicts).toEqual(
    "not-get not-successful graphics page-furniture developers blacklisted robots heavy-readers counted".split(" "),
  );
  expect(json["inputs"]).toMatchObject([
    {
      name: "access.log",
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      lines: 4,
      requests: 1,
      quarantined: 1,
      ignored: 2,
      first: "2005-07-01T12:00:00Z",
      last: "2005-07-01T12:00:00Z",
    },
  ]);
  expect(json["methodology"]).toMatchObject({
    name: "central-task",
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    robotLists: [
      {name: "isbot", version: "5.2.3"},
      {name: "crawler-user-agents", version: "1.60.0"},
      {name: "broadsheet"},
    ],
  });
  for (const entry of json["notes"] as unknown as object[])
    expect(Object.keys(entry)).toEqual(["id", "text", "columns", "mark"]);
});
