import {describe, expect, test} from "vitest";
import {message} from "../../src/base/words/message.ts";
import type {Report} from "../../src/report/report.ts";
import {lineOf, logOf, type Press, reportPress} from "../press.ts";

const log = ["Jul", "Aug"].map((month) => lineOf({at: `01/${month}/2005:12:00:00 +0000`}));

/** A press with these books, by their files. */
async function reportOf(
  books: Readonly<Record<string, readonly string[]>>,
  press: Partial<Press> = {},
): Promise<Report> {
  const files = Object.entries(books).map(([name, rows]) => [`ledger/${name}.csv`, `${rows.join("\n")}\n`] as const);
  const report = await reportPress({
    ...{logs: {"access.log": logOf(log)}, period: "2005-07..2005-08", tables: "moved,ledger"},
    ...press,
    files: {...Object.fromEntries(files), ...press.files},
  });
  return report;
}

const editions = [
  "title,language,issue,print_date,printed,spoiled,kept",
  "Notes,en,1,2001-08-06,1000,,",
  "Notes,en,8,2004-07-05,1500,,",
  "Notes,en,9,2005-05-02,2000,,",
  "Notes,en,10,2005-07-04,2500,,",
  "Notes,en,11,2005-08-01,3000,,",
];

describe("the figures of the books", () => {
  test("stand by month, with a reason where there is none, and notes numbered on from the main table's", async () => {
    const {ledger, notes} = await reportOf({editions: editions.slice(0, -1)});
    const [index] = ledger!.measures;
    expect(ledger!.measures.map(({id}) => id)).toEqual(["print-run-index"]);
    expect(index).toMatchObject({values: [250, null], total: 250, reported: [false, false]});
    expect(index!.reasons).toEqual([null, "no edition was printed in this month"]);
    const last = Math.max(...notes.map(({mark}) => mark));
    expect(ledger!.notes).toMatchObject([{id: "print-run-base", text: "Index: August 2001 = 100.", mark: last + 1}]);
  });

  test("are set against the base that is named", async () => {
    const {ledger} = await reportOf({editions}, {settings: {ledger: {printBase: "2005-05 = 10"}}});
    // 2,500 ÷ 2,000 × 10.
    expect(ledger!.measures[0]!.values).toEqual([12.5, 15]);
  });

  test("stand beside the months compared with", async () => {
    const {ledger} = await reportOf({editions}, {compare: "year-ago"});
    expect(ledger!.comparison).toMatchObject({
      ...{period: "2004-07..2004-08", title: "July to August 2004", columns: ["2004-07", "2004-08"], notes: []},
      measures: [
        {id: "print-run-index", values: [150, null], total: 150, changePercent: [expect.closeTo(66.667, 3), null]},
      ],
    });
  });

  test("have no comparison where the books have none of those months, though the logs' has one", async () => {
    const report = await reportOf({editions}, {compare: "2003-07..2003-08"});
    expect(report.comparison).not.toBeNull();
    expect(report.ledger!.comparison).toBeNull();
  });

  test("say that a book has some of the months compared with, and not all", async () => {
    const mailings = ["programme,date,sent", "Letters,2004-08-02,100", "Letters,2005-08-02,300"];
    const {ledger} = await reportOf({mailings}, {compare: "year-ago"});
    expect(ledger!.comparison!.notes).toEqual([
      "The book of mailings begins in August 2004: figures of the whole period are those of August 2004.",
    ]);
  });
});

for (const [what, cities, values, unit] of [
  ["a file", "cities.csv", [1, 0], message("unit.of-cities", {count: 2})],
  ["a list", ["Springfield", {city: "Gary", region: "Indiana"}], [1, 0], message("unit.of-cities", {count: 2})],
  ["no panel", undefined, [2, 0], message("unit.cities")],
] as const) {
  test(`the cities that are to be reached come from ${what}, and count from the size that is named`, async () => {
    const deliveries = [
      "edition,date,city,region,country,copies",
      "Notes 10,2005-07-05,Springfield,Illinois,US,500",
      "Notes 10,2005-07-06,Peoria,Illinois,US,500",
      "Notes 10,2005-07-07,Gary,Indiana,US,499",
      "Notes 11,2005-08-08,Gary,Indiana,US,499",
    ];
    const settings = {ledger: {smallestCity: 500, ...(cities === undefined ? {} : {cities})}};
    const files = {"cities.csv": "city,region\nSpringfield,\nGary,Indiana\n"};
    const {ledger} = await reportOf({editions, deliveries}, {settings, files});
    expect(ledger!.measures.find(({id}) => id === "cities-reached")).toMatchObject({values, unit});
  });
}

test("the ranks before are those of the period before, by its title", async () => {
  const translations = ["language,kind,date,title", "es,article,2005-05-01,Uno", "es,article,2005-07-01,Dos"];
  const {ledger} = await reportOf({translations});
  expect(ledger!.tables).toMatchObject([{id: "languages-work", previous: "May to June 2005"}]);
});

describe("the plan", () => {
  const plan = [
    "measure,date,target",
    "readers,2007-08-31,5",
    "print-run-index,2005-12-31,300",
    "unheard-of,2007-08-31,5",
  ];

  test("names figures of logs and books as they are printed, and an unheard-of one by its id", async () => {
    const wholeMonths = Array.from({length: 62}, (_, day) => {
      const at = `${String((day % 31) + 1).padStart(2, "0")}/${day < 31 ? "Jul" : "Aug"}/2005:12:00:00 +0000`;
      return lineOf({at, client: "192.0.2.1"});
    });
    const {ledger} = await reportOf({plan, editions}, {logs: {"access.log": logOf(wholeMonths)}});
    // From 1 reader in August 2005 to 5 in August 2007: the root of 5.
    expect(ledger!.plan).toMatchObject([
      {measure: "print-run-index", label: "Print run index", actual: 300, isMet: true},
      {
        measure: "readers",
        label: "Distinct users",
        actual: 1,
        ratio: 0.2,
        growthNeeded: expect.closeTo(Math.sqrt(5), 9),
      },
      {measure: "unheard-of", label: "unheard-of", actual: null, actualReason: "no value in the last 12 months"},
    ]);
  });

  test("takes no month for the latest that the logs cover in part", async () => {
    const {ledger} = await reportOf({plan});
    expect(ledger!.plan.find(({measure}) => measure === "readers")).toMatchObject({actual: null});
  });

  test("looks back at months that are in no other part of the report", async () => {
    const april = Array.from({length: 30}, (_, day) => {
      return lineOf({at: `${String(day + 1).padStart(2, "0")}/Apr/2005:12:00:00 +0000`});
    });
    const {ledger} = await reportOf({plan}, {logs: {"access.log": logOf([...april, ...log])}});
    expect(ledger!.plan.find(({measure}) => measure === "readers")).toMatchObject({actual: 1, actualMonth: "2005-04"});
  });
});

describe("what moved most", () => {
  const notes = ["date,until,measure,text", "2005-07-04,,print-run-index,a larger press"];

  test("is told of the books from the period before, with the event that explains it", async () => {
    const {moved} = await reportOf({editions, notes});
    // From 2,000 to 2,750 on average.
    expect(moved).toMatchObject([
      {
        ...{id: "print-run-index", from: 200, to: 275, fromMonth: null, changePercent: expect.closeTo(37.5, 9)},
        explanations: [{text: "a larger press"}],
      },
    ]);
  });

  test("is told of the logs from whole months alone", async () => {
    const day = (date: number, month: string) => `${String(date).padStart(2, "0")}/${month}/2005:12:00:00 +0000`;
    const july = Array.from({length: 31}, (_, i) => lineOf({at: day(i + 1, "Jul"), client: "192.0.2.1"}));
    const august = Array.from({length: 31}, (_, i) =>
      lineOf({at: day(i + 1, "Aug"), client: `192.0.2.${1 + (i % 3)}`}),
    );
    const whole = await reportOf({}, {logs: {"access.log": logOf([...july, ...august])}});
    expect(whole.moved.find(({id}) => id === "readers")).toMatchObject({
      ...{from: 1, to: 3, fromMonth: "2005-07", toMonth: "2005-08", changePercent: 200, explanations: []},
    });
    const partial = await reportOf({}, {logs: {"access.log": logOf([...july, ...august.slice(1)])}});
    expect(partial.moved).toEqual([]);
  });

  test("compares no period that a book covers in part", async () => {
    const mailings = [
      "programme,date,sent",
      "Letters,2005-06-01,100",
      "Letters,2005-07-01,100",
      "Letters,2005-08-01,300",
    ];
    const {moved} = await reportOf({mailings});
    // 100 a month in June and July, 200 in July and August.
    expect(moved.find(({id}) => id === "mail-index")).toMatchObject({
      ...{from: 100, to: 200, fromMonth: "2005-07", toMonth: "2005-08"},
    });
  });

  test("is as many figures as the settings say", async () => {
    const mailings = ["programme,date,sent", "Letters,2005-05-01,100", "Letters,2005-08-01,300"];
    const {moved} = await reportOf({editions, mailings}, {settings: {tables: {moved: 1}}});
    expect(moved.map(({id}) => id)).toEqual(["mail-index"]);
  });
});

describe("--tables", () => {
  test("that names neither leaves the books unread", async () => {
    const report = await reportOf({editions: ["not,a,book"]}, {tables: "none"});
    expect(report).toMatchObject({ledger: null, moved: []});
  });
  test("moved alone tells what moved, of the books too", async () => {
    const report = await reportOf({editions}, {tables: "moved"});
    expect(report.ledger).toBeNull();
    expect(report.moved.map(({id}) => id)).toEqual(["print-run-index"]);
  });
  test("ledger alone has no other table", async () => {
    const report = await reportOf({editions}, {tables: "ledger"});
    expect(report).toMatchObject({tables: [], moved: []});
    expect(report.ledger!.tables.map(({id}) => id)).toEqual(["editions"]);
  });
});

test("without a book there is no part", async () => {
  expect((await reportOf({})).ledger).toBeNull();
});

test("a book that cannot be read stops the report", async () => {
  await expect(reportOf({editions: [...editions, "Notes,en,12,2005-08-09,many,,"]})).rejects.toMatchObject({
    code: "LEDGER_REFUSED",
  });
});

test("a table of cities with a city twice stops the report", async () => {
  const press = {settings: {ledger: {cities: "cities.csv"}}, files: {"cities.csv": "city\nGary\nGary\n"}};
  await expect(reportOf({editions}, press)).rejects.toMatchObject({
    code: "LEDGER_REFUSED",
    message: "the city is there already, in line 2",
  });
});

test("credits and events of the period are handed on", async () => {
  const credits = ["period,post,what,by", "2005-07,statistics,this report,Mole", "2005-H1,statistics,the last,Heron"];
  const {ledger} = await reportOf({credits, notes: ["date,text", "2005-08-09,the server was down"]});
  expect(ledger).toMatchObject({
    credits: [{period: "2005-07", post: "statistics", what: "this report", by: "Mole"}],
    events: [{on: "2005-08-09", until: "2005-08-09", measure: null, text: "the server was down"}],
    measures: [],
  });
});
