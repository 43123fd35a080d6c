import {readdirSync} from "node:fs";
import {gzipSync} from "node:zlib";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {makeLogs} from "../examples/second-half-2005/generate.ts";
import {readFigures} from "../examples/second-half-2005/model/figures.ts";
import {ExamplePress, type JsonReport, type RecountedMonth} from "./example-press.ts";
import type {Hit} from "./example-recount.ts";
import {
  countryOf,
  departmentOf,
  documentOf,
  languageOf,
  listOf,
  type Row,
  rankedTable,
  siteOf,
  titleOf,
} from "./example-tables.ts";

const figures = readFigures();
const press = new ExamplePress();

let before: RecountedMonth;
let months: readonly RecountedMonth[] = [];

beforeAll(async () => {
  [before, ...months] = await press.recount();
});

afterAll(() => press.remove());

const distinct = (hits: readonly Hit[], keyOf: (hit: Hit) => string): number => new Set(hits.map(keyOf)).size;
const clientOf = ({client}: Hit): string => client;
const isChinese = (hit: Hit): boolean => documentOf(hit).startsWith("/zhongwen/");
const all = (pick: (month: RecountedMonth) => readonly Hit[]): Hit[] => months.flatMap(pick);

describe("the example's logs hold the figures they were built to hold", () => {
  // Design, section 1, at one tenth: readers, documents a day, megabytes a day.
  for (const [place, readers, documentsPerDay, megabytesPerDay] of [
    [0, 4882, 350.2, 44.32],
    [1, 5221, 379.1, 37.06],
    [2, 6673, 522.1, 55.87],
    [3, 7319, 629.8, 60.27],
    [4, 8084, 640.6, 53.52],
    [5, 7393, 548.1, 47.15],
  ] as const) {
    const {sha256, ...want} = figures.months[place]!;
    test(`${want.period}: the figures are a tenth of the model publisher's`, () => {
      expect(want.readers).toBe(readers);
      expect(want.documents).toBe(Math.round(documentsPerDay * want.days));
      expect(want.bytes).toBe(Math.round(megabytesPerDay * 1_000_000 * want.days));
      expect(want.documents).toBe(want.verdicts.counted);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    });
    test(`${want.period}: a recount of the log finds readers, bytes, days, customers and every verdict`, () => {
      expect(months[place]).toMatchObject(want);
    });
    test(`${want.period}: the dedicated reader takes ${place < 2 ? "just the limit" : "more than the limit once was"}`, () => {
      expect(months[place]!.peak).toBe(place < 2 ? 100 : 130);
    });
  }

  test("2005-06: a recount of the small log finds the same", () => {
    const {sha256: _, ...want} = figures.before;
    expect(before).toMatchObject(want);
  });

  test("the half-year's readers and customers are sets", () => {
    const counted = all((month) => month.counted);
    const sent = all((month) => month.sent);
    expect({readers: distinct(counted, clientOf), sentTo: {bookshop: distinct(sent, clientOf)}}).toEqual(figures.whole);
  });

  test("some customers go to the bookshop more than once in a month", () => {
    for (const {sent, sentTo} of months) expect(sent.length).toBeGreaterThan(sentTo.bookshop);
  });

  test("logs that are there and right are not made again", async () => {
    expect(await makeLogs(press.logs)).toEqual([]);
    expect(readdirSync(press.logs)).toHaveLength(7);
  });
});

describe("broadsheet report 2005-H2 on the example", () => {
  let report: JsonReport;
  let page = "";

  beforeAll(async () => {
    ({report, page} = await press.report());
  });

  function valuesOf(id: string): (number | null)[] | undefined {
    return report.measures.find((measure) => measure.id === id)?.values;
  }

  test("covers every day of the six months", () => {
    expect(report.columns).toMatchObject(figures.months.map(({period, days}) => ({period, days, daysCovered: days})));
  });

  test("has the readers the logs were built to hold", () => {
    expect(valuesOf("readers")).toEqual(figures.months.map(({readers}) => readers));
    expect(report.totals["readers"]).toBe(figures.whole.readers);
  });

  test("has the readers sent to the bookshop that the logs were built to hold", () => {
    expect(valuesOf("sent-to:bookshop")).toEqual(figures.months.map(({sentTo}) => sentTo["bookshop"]));
    expect(report.totals["sent-to:bookshop"]).toBe(figures.whole.sentTo["bookshop"]);
  });

  test("has the bytes and documents, a day, unrounded", () => {
    for (const [id, want] of [
      ["megabytes-per-day", figures.months.map(({bytes, days}) => bytes / 1_000_000 / days)],
      ["documents-per-day", figures.months.map(({documents, days}) => documents / days)],
    ] as const) {
      const values = valuesOf(id);
      for (const [place, value] of want.entries()) expect(values?.[place], `${id} ${place}`).toBeCloseTo(value, 9);
    }
    const sum = (pick: (month: (typeof figures.months)[number]) => number): number =>
      figures.months.reduce((total, month) => total + pick(month), 0);
    expect(report.totals["documents-per-day"]).toBeCloseTo(sum(({documents}) => documents) / 184, 9);
    expect(report.totals["megabytes-per-day"]).toBeCloseTo(sum(({bytes}) => bytes) / 1_000_000 / 184, 9);
    expect(report.totals["documents-per-reader"]).toBeCloseTo(sum(({documents}) => documents) / 17_393, 9);
  });

  test("has the different documents, readers of a section and returning readers of the recount", () => {
    const counted = all((month) => month.counted);
    const chinese = months.map(({counted}) => distinct(counted.filter(isChinese), clientOf));
    expect(valuesOf("different-documents")).toEqual(months.map(({counted}) => distinct(counted, documentOf)));
    expect(report.totals["different-documents"]).toBe(distinct(counted, documentOf));
    expect(valuesOf("section-readers:chinese")).toEqual(chinese);
    expect(report.totals["section-readers:chinese"]).toBe(distinct(counted.filter(isChinese), clientOf));
    const came = Map.groupBy(
      months.flatMap(({counted}) => [...new Set(counted.map(clientOf))]),
      (client) => client,
    );
    const returned = [...came.values()].filter((times) => times.length > 1).length;
    expect(report.totals["returning-readers-percent"]).toBeCloseTo((100 * returned) / came.size, 9);
  });

  test("is compared with the older report's figures, and says that they were reported", () => {
    const {columns, values, changePercent, reported} = report.comparison;
    expect(columns).toEqual(["2004-07", "2004-08", "2004-09", "2004-10", "2004-11", "2004-12"]);
    expect(values["readers"]).toEqual([3141, 3395, 4402, 4718, 5083, 4867]);
    expect(reported["readers"]).toEqual([true, true, true, true, true, true]);
    // (4882 - 3141) / 3141
    expect(changePercent["readers"]![0]).toBeCloseTo(55.428_207_577_204_71, 9);
  });

  test("is set against August 2001", () => {
    const {base, values} = report.index;
    expect(base).toBe("2001-08");
    expect(values["readers"]![4]).toBeCloseTo((8084 / 1294) * 100, 9);
    expect(values["section-readers:chinese"]).toEqual([null, null, null, null, null, null]);
  });

  function tableOf(id: string): JsonReport["tables"][number] {
    return report.tables.find((table) => table.id === id)!;
  }

  /** The rows of a table as the recount has them; the share and words for people are left to the tests of tables. */
  function rowsOf(id: string): Row[] {
    return tableOf(id).rows.map(({key, kind, rank, previousRank, values: [first, second]}) => {
      return {key, kind, rank, previousRank, values: [first, second]};
    });
  }

  const lists = ["english", "zhongwen", "newspaper", "Letters", "Essays"].map(
    (list) =>
      [`top-documents:${list}`, 10, (hit: Hit) => (listOf(hit) === list ? documentOf(hit) : undefined)] as const,
  );
  for (const [id, rows, keyOf] of [
    ["departments", 25, departmentOf],
    ["languages", 25, languageOf],
    ["top-documents", 20, documentOf],
    ["countries", 20, countryOf],
    ["referrers", 20, siteOf],
    ...lists,
  ] as const) {
    test(`has the table ${id} of the recount, with the ranks that June gave`, () => {
      const heldBack = id === "top-documents" ? ["/contact.html"] : [];
      const want = rankedTable({hits: all((month) => month.counted), before: before.counted}, keyOf, {rows, heldBack});
      expect(rowsOf(id)).toEqual(want);
    });
  }

  test("holds /contact.html back: the row of no department less it and what the note names is one reader", () => {
    const told = ["/", "/sitemap.html", "/subscribe.html", "/contact.html"];
    const inNone = all((month) => month.counted).filter((hit) => departmentOf(hit) === null);
    const left = inNone.filter((hit) => !told.includes(documentOf(hit)));
    expect(left.length).toBeGreaterThan(0);
    expect(distinct(left, clientOf)).toBe(1);
    expect(tableOf("departments").notes[0]!.text).toContain("/sitemap.html (669 files), /subscribe.html (372 files).");
  });

  test("holds Reykjavík back: the others of the countries are Iceland and two readers in the Netherlands", () => {
    const counted = all((month) => month.counted);
    const readersIn = (country: string): number =>
      distinct(
        counted.filter((hit) => countryOf(hit) === country),
        clientOf,
      );
    expect([readersIn("IS"), readersIn("NL")]).toEqual([16, 2]);
    expect(rowsOf("countries").find(({kind}) => kind === "others")!.values[1]).toBe(18);
    expect(rowsOf("cities").filter(({key}) => key.startsWith("IS"))).toEqual([]);
  });

  test("has the missing documents of the recount", () => {
    const source = {hits: all((month) => month.missing), before: before.missing};
    expect(rowsOf("missing-documents")).toEqual(rankedTable(source, documentOf, {rows: 20, by: "readers"}));
  });

  test("has the hours and days of the week of the recount", () => {
    const counted = all((month) => month.counted);
    const weekdayOf = ({day}: Hit): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    const [byHour, byDay] = [Map.groupBy(counted, ({hour}) => Number(hour)), Map.groupBy(counted, weekdayOf)];
    const hours = Array.from({length: 24}, (_, hour) => byHour.get(hour) ?? []);
    const days = Array.from({length: 7}, (_, day) => byDay.get(day) ?? []);
    for (const [id, groups] of [
      ["hours", hours],
      ["weekdays", days],
    ] as const) {
      expect(rowsOf(id).map(({values}) => values)).toEqual(
        groups.map((hits) => [hits.length, distinct(hits, clientOf)]),
      );
    }
  });

  test("the Chinese department is the fourth most popular, and was the sixth", () => {
    expect(rowsOf("departments").find(({key}) => key === "zhongwen")).toMatchObject({rank: 4, previousRank: 6});
  });

  test("names the documents under no department", () => {
    expect(
      tableOf("departments")
        .notes.map(({text}) => text)
        .join(),
    ).toContain("/sitemap.html");
  });

  test("the page with all tables is lighter than 60 kB as servers send it", () => {
    expect(gzipSync(page).length).toBeLessThan(60_000);
  });
  test("prints documents under their titles, and markup in a title does no harm", () => {
    const labels = tableOf("top-documents:Essays").rows.map(({key, kind, label}) =>
      kind === "item" ? [key, label] : [],
    );
    expect(labels.flat()).toEqual(labels.flatMap(([key]) => (key === undefined ? [] : [key, titleOf(key)])));
    expect(labels.flat()).toContain('Writing for the web: what <b> & "<script>" do to a sentence');
    expect(page).toContain("what &lt;b&gt; &amp; ");
    expect(page).not.toMatch(/<script|<img/);
  });

  test("print circulation holds at just over double its base", () => {
    // Issue 1 had 1,000 copies; issues 25 to 27 have 2,100, 2,100 and 2,120.
    const want = ((2100 + 2100 + 2120) / 3 / 1000) * 100;
    expect(report.ledger.totals["print-run-index"]).toBeCloseTo(want, 9);
    expect(want).toBeGreaterThan(205);
    expect(want).toBeLessThan(215);
    // And the year before 2,000, 2,050 and 2,050.
    expect(report.ledger.comparison.totals["print-run-index"]).toBeCloseTo(((2000 + 2050 + 2050) / 3 / 1000) * 100, 9);
  });

  test("distribution by mail is four times its base, and can be kept up for two or three months only", () => {
    const sent = [340, 380, 400, 420, 430, 430];
    const base = (95 + 105) / 2;
    const whole = sent.reduce((sum, pieces) => sum + pieces, 0);
    expect(report.ledger.totals["mail-index"]).toBeCloseTo((whole / 6 / base) * 100, 9);
    expect(whole / 6 / base).toBe(4);
    // A piece costs 0.50. Before these, 2,000 pieces were sent of the 2,700 that came in for mail.
    const left = 1000 + 700 + 1000 - (800 + 1200 + whole) * 0.5;
    const months = (cost: number): number => left / cost;
    expect(report.ledger.totals["sustainable-months"]).toBeCloseTo(months((whole * 0.5) / 6), 9);
    expect(report.ledger.totalLow["sustainable-months"]).toBeCloseTo(months(430 * 0.5), 9);
    expect(report.ledger.totalHigh["sustainable-months"]).toBeCloseTo(months(340 * 0.5), 9);
    for (const cost of [430 * 0.5, 340 * 0.5]) expect(Math.round(months(cost))).toBeOneOf([2, 3]);
  });

  test("the time from print date to distribution is the best ever", () => {
    // Printed on the 1st, 3rd and 5th; 1,800 of 2,000 copies were out on the 8th, the 9th and the 9th.
    const days = report.ledger.measures.find(({id}) => id === "days-to-80-percent")!;
    expect(days.values).toEqual([null, 8 - 1, null, 9 - 3, null, 9 - 5]);
    const best = report.ledger.notes.find(({id}) => id === "days-to-80-percent-best")!;
    expect(best.text).toContain("the best so far is 4 (The Example Press 27, printed 2005-12-05)");
    expect(report.ledger.comparison.values["days-to-80-percent"]).toEqual([null, 15, null, 14, null, 13]);
  });

  test("web work must grow fivefold to meet the five-year plan", () => {
    const readers = report.plan.find(({measure}) => measure === "readers")!;
    expect(readers).toMatchObject({target: 37_000, actual: figures.months[5]!.readers, isMet: false});
    expect(readers.target / readers.actual).toBeCloseTo(5, 1);
    // From December 2005 to December 2010.
    expect(readers.growthNeeded).toBeCloseTo((37_000 / 7393) ** (1 / 5), 9);
  });

  test("another publisher has passed ours in the public list", () => {
    expect(report.ranks[0]).toMatchObject({
      ...{name: "press.example.org", now: {rank: 43_900}, before: {rank: 41_200}},
      passedBy: ["other-press.example"],
    });
  });

  test("names what moved most, of logs and books, with its reason", () => {
    expect(report.moved).toHaveLength(5);
    expect(report.moved.find(({id}) => id === "mail-index")).toMatchObject({
      ...{from: 200, to: 400, explanations: [{text: "four more prisons let the paper in"}]},
    });
    expect(report.moved.find(({id}) => id === "sent-to:bookshop")).toMatchObject({from: 61, to: 161});
  });

  test("every copy that was printed is accounted for", () => {
    const account = report.ledger.tables.find(({id}) => id === "copies-account")!;
    const [printed, ...parts] = account.rows.map(({values: [, , copies]}) => copies ?? 0);
    expect(printed).toBe(2100 + 2100 + 2120);
    expect(parts.reduce((sum, copies) => sum + copies, 0)).toBe(printed);
    expect(page).toContain("Places in Example List");
  });

  test("accounts for every request", () => {
    const got = report.account.map(({period, requests, verdicts}) => ({
      period,
      requests,
      verdicts: Object.fromEntries(verdicts.map(({id, requests}) => [id, requests])),
    }));
    expect(got).toEqual(months.map(({period, requests, verdicts}) => ({period, requests, verdicts})));
  });

  test("names its inputs: lines = requests + quarantined + ignored", () => {
    const want = figures.months.map(({period, sha256, damaged, ignored}, place) => ({
      name: `access-${period}.log.gz`,
      sha256,
      lines: months[place]!.lines,
      requests: months[place]!.requests,
      quarantined: damaged,
      ignored,
    }));
    expect(report.inputs).toMatchObject(want);
  });

  test("says that the heavy readers' rule ran in July and August only", () => {
    expect(report.notes.find(({id}) => id === "heavy-readers")?.columns).toEqual(["2005-07", "2005-08"]);
  });
});
