import {describe, expect, test} from "vitest";
import {Translator} from "../../src/base/words/translator.ts";
import {type Cause, causesBetween, causesOf, idleIn} from "../../src/report/restate/causes.ts";
import {figuresIn, figuresInForce, isSame, lastTold, movedBetween} from "../../src/report/restate/figures.ts";
import {restatedIn, restatedNotes} from "../../src/report/restate/marks.ts";
import type {Basis, PublishedReport, ReportJson, Restatement} from "../../src/report/restate/published.ts";
import {valueChains} from "../../src/report/restate/value-chain.ts";

const months = ["2005-07", "2005-08"];

/** The JSON of a report of two months, with one measure and a table of one row. */
function reportOf(readers: readonly (number | null)[], total: number | null, files = 10): ReportJson {
  const column = {id: "documents", label: "Files", unit: "documents", decimals: 0};
  const share = {id: "sharePercent", label: "Share", unit: "percent", decimals: 1};
  return {
    period: "2005-07..2005-08",
    columns: months.map((period) => ({period})),
    measures: [{id: "readers", label: "Distinct users", unit: "readers", decimals: 0, values: [...readers]}],
    totals: {readers: total},
    tables: [
      {
        id: "departments",
        title: "Departments",
        columnDetails: [column, share],
        rows: [{key: "english", label: "English", kind: "item", values: [files, 100]}],
      },
    ],
    ledger: null,
  };
}

const basis: Basis = {
  broadsheet: "1.0.0",
  timeZone: "UTC",
  rules: [{months, settings: {heavyReaders: {shown: "false", said: "a"}, blacklist: {shown: "1 entry", said: "b"}}}],
  tables: {"the table departments": "1"},
  books: {editions: "1"},
  inputs: [{name: "july.log", sha256: "1", first: "2005-07-01T00:00:00Z", last: "2005-07-20T00:00:00Z"}],
};

function published(report: ReportJson, more: Partial<PublishedReport> = {}): PublishedReport {
  const given = {period: report.period, on: "2006-01-05", scope: {}, basis, report};
  return {...given, language: null, restated: [], movedReason: null, sums: null, ...more};
}

test("a report's figures are those of months, of the whole period, and of rows that hold no shares", () => {
  expect(figuresIn(reportOf([1, 2], 3)).map(({key, value}) => [key, value])).toEqual([
    ["measure|readers|2005-07", 1],
    ["measure|readers|2005-08", 2],
    ["measure|readers|2005-07..2005-08", 3],
    ["table|departments|item|english|documents", 10],
  ]);
});

test("what moved is what is another number, is gone, or is new", () => {
  const before = figuresIn(reportOf([1, 2], null));
  const after = figuresIn(reportOf([1, null], 3, 11));
  expect(movedBetween(before, after).map((one) => [one.key, one.before, one.after])).toEqual([
    ["measure|readers|2005-08", 2, null],
    ["measure|readers|2005-07..2005-08", null, 3],
    ["table|departments|item|english|documents", 10, 11],
  ]);
  expect(movedBetween(after, after)).toEqual([]);
});

test("two figures are the same but for the last digits of a fraction", () => {
  const rows: readonly (readonly [number | null, number | null, boolean])[] = [
    [1, 1, true],
    [1, 2, false],
    [0.1 + 0.2, 0.3, true],
    [1e12, 1e12 + 1, true],
    [48_817, 48_818, false],
    [null, null, true],
    [null, 0, false],
    [0, 0, true],
  ];
  for (const [one, other, want] of rows) expect([one, other, isSame(one, other)]).toEqual([one, other, want]);
});

test("what was restated is in force", () => {
  const entry = {on: "2006-02-01", kind: null, reason: "", causes: [], basis, summary: null};
  const figures = (after: number) => [{key: "measure|readers|2005-07", before: 1, after}];
  const report = published(reportOf([1, 2], 3), {
    restated: [
      {...entry, figures: figures(5)},
      {...entry, figures: figures(6)},
    ],
  });
  expect(figuresInForce(report).map(({value}) => value)).toEqual([6, 2, 3, 10]);
});

test("a row that came with what was restated is in force, too, and what is not told any more is still known", () => {
  const row = "table|departments|item|french|documents";
  const entry = {on: "2006-02-01", kind: null, reason: "", causes: [], basis, summary: null};
  const report = published(reportOf([1, 2], 3), {
    restated: [
      {...entry, figures: [{key: row, before: null, after: 7}]},
      {...entry, figures: [{key: "table|departments|item|english|documents", before: 10, after: null}]},
    ],
  });
  const inForce = figuresInForce(report);
  expect(inForce.map(({value}) => value)).toEqual([1, 2, 3, null, 7]);
  expect(inForce.at(-1)).toMatchObject({group: "table", id: "departments", cell: {row: "french", column: "documents"}});
  expect(movedBetween(inForce, inForce)).toEqual([]);
  expect([...lastTold(report).values()]).toEqual([1, 2, 3, 10, 7]);
});

describe("the cause is", () => {
  const rules = (settings: Basis["rules"][number]["settings"]): Partial<Basis> => ({rules: [{months, settings}]});
  const first = basis.rules[0]!.settings;
  const limit = {shown: "{documents: 5}", said: "c"};
  const cases: readonly (readonly [
    name: string,
    now: Partial<Basis>,
    kind: Cause["kind"],
    text: string,
    when: readonly string[] | null,
  ])[] = [
    ["a rule", rules({...first, heavyReaders: limit}), "rules", "heavyReaders {documents: 5} (before: false)", months],
    [
      "a rule of one month",
      {
        rules: [
          {months: ["2005-07"], settings: first},
          {months: ["2005-08"], settings: {...first, heavyReaders: limit}},
        ],
      },
      "rules",
      "heavyReaders {documents: 5} (before: false), August 2005",
      ["2005-08"],
    ],
    [
      "decisions",
      rules({...first, blacklist: {shown: "1 entry", said: "d"}}),
      "decisions",
      "blacklist 1 entry, others than before",
      months,
    ],
    [
      "a list of robots",
      rules({...first, "robots.lists": {shown: ["isbot 6 (abc)"], said: "e"}}),
      "robot-lists",
      "robots.lists [isbot 6 (abc)] (before: not set)",
      months,
    ],
    ["a table", {tables: {"the table departments": "2"}}, "tables", "the table departments is not what it was", null],
    ["a book", {books: {editions: "2"}}, "books", "the book editions is not what it was", null],
    ["a book more", {books: {...basis.books, history: "1"}}, "books", "the book history is not what it was", null],
    [
      "a log that grew",
      {inputs: [{...basis.inputs[0]!, sha256: "2", last: "2005-08-20T00:00:00Z"}]},
      "logs",
      "july.log holds other lines than it did",
      months,
    ],
    [
      "a log more",
      {
        inputs: [
          ...basis.inputs,
          {name: "b.log", sha256: "2", first: "2005-08-10T00:00:00Z", last: "2005-08-20T00:00:00Z"},
        ],
      },
      "logs",
      "b.log was read since",
      ["2005-08"],
    ],
    ["a log less", {inputs: []}, "logs", "july.log is there no more", ["2005-07"]],
    ["the time zone", {timeZone: "Europe/Paris"}, "time-zone", "timeZone Europe/Paris (before: UTC)", null],
    ["another Broadsheet", {broadsheet: "1.1.0"}, "version", "Broadsheet 1.1.0 (before: 1.0.0)", null],
  ];
  for (const [name, now, kind, text, when] of cases) {
    test(name, () => {
      const found = causesBetween(basis, {...basis, ...now}, months);
      expect(found.map((cause) => [cause.kind, cause.text, cause.months])).toEqual([[kind, text, when]]);
    });
  }
  test("none where nothing has changed", () => expect(causesBetween(basis, basis, months)).toEqual([]));
});

test("a cause moves figures of its months and kinds alone, and the whole only through a month", () => {
  const august: Cause = {kind: "rules", wording: "rule", text: "rule", groups: ["measure"], months: ["2005-08"]};
  const book: Cause = {kind: "books", wording: "book", text: "book", groups: ["ledger"], months: null};
  const moved = movedBetween(figuresIn(reportOf([1, 2], 3)), figuresIn(reportOf([5, 2], 6)));
  const both = movedBetween(figuresIn(reportOf([1, 2], 3)), figuresIn(reportOf([5, 5], 6)));
  const causesFor = (all: typeof moved) =>
    all.map((figure) => causesOf(figure, [august, book], all).map(({text}) => text));
  expect(causesFor(moved)).toEqual([[], []]);
  expect(causesFor(both)).toEqual([[], ["rule"], ["rule"]]);
});

describe("a figure that moved has the causes that can have moved it", () => {
  const first = basis.rules[0]!.settings;
  const reader = {...first, "reader.ipv6": {shown: "48", said: "x"}};
  const limited = {...reader, heavyReaders: {shown: "{documents: 9}", said: "y"}};
  const before = (settings: typeof first): Partial<Basis> => ({rules: [{months, settings}]});
  for (const [what, then, now, touched, untouched] of [
    [
      "a rule on who is a reader: where no limit goes by readers, no figure of requests",
      {},
      before(reader),
      ["measure readers", "measure section-readers:news", "measure documents-per-reader", "table countries"],
      ["measure documents-per-day", "measure megabytes-per-day", "table robots:kinds", "ledger mail-index"],
    ],
    [
      "the same where one does: every figure of what counts",
      before({...first, heavyReaders: {shown: "{documents: 9}", said: "y"}}),
      before(limited),
      ["measure readers", "measure documents-per-day"],
      ["ledger mail-index"],
    ],
    [
      "a limit: not the robots, which are found before",
      {},
      before({...first, heavyReaders: {shown: "{documents: 9}", said: "y"}}),
      ["measure readers", "measure documents-per-day", "table top-documents"],
      ["table robots", "table robots:kinds", "table ai-agents"],
    ],
    [
      "a table of departments",
      {},
      {tables: {"the table departments": "2"}},
      ["table departments", "table languages", "table top-documents:english"],
      ["table countries", "measure readers"],
    ],
    [
      "sections",
      {},
      {tables: {...basis.tables, "the setting sections": "2"}},
      ["measure section-readers:a"],
      ["measure readers", "table departments"],
    ],
    [
      "the book of editions",
      {},
      {books: {editions: "2"}},
      ["ledger print-run-index:a", "ledger net-circulation", "table editions", "ledger cities-reached"],
      ["ledger mail-index", "table mail-refusals", "measure readers"],
    ],
    [
      "the book of mailings",
      {},
      {books: {...basis.books, mailings: "2"}},
      ["ledger mail-index", "ledger sustainable-months", "table mail-refusals"],
      ["ledger print-run-index", "table editions"],
    ],
    [
      "the book of older figures",
      {},
      {books: {...basis.books, history: "2"}},
      ["measure readers"],
      ["ledger mail-index", "table countries"],
    ],
    ["the version", {}, {broadsheet: "1.1.0"}, ["measure readers", "ledger mail-index", "table robots"], []],
  ] as const) {
    test(what, () => {
      const causes = causesBetween({...basis, ...then}, {...basis, ...now}, months);
      expect(causes).toHaveLength(1);
      const isCause = (name: string): boolean => {
        const [group, id] = name.split(" ") as ["measure", string];
        const figure = {...movedBetween(figuresIn(reportOf([1, 2], 3)), figuresIn(reportOf([5, 2], 3)))[0]!, group, id};
        return causesOf(figure, causes, [figure]).length > 0;
      };
      expect(touched.filter((name) => !isCause(name))).toEqual([]);
      expect(untouched.filter(isCause)).toEqual([]);
    });
  }
});

test("a rule that took nothing, neither then nor now, is no cause, and who is a reader decides on nothing through it", () => {
  const first = basis.rules[0]!.settings;
  const now: Basis = {
    ...basis,
    rules: [
      {
        months,
        settings: {
          ...first,
          heavyReaders: {shown: "{documents: 9}", said: "y"},
          "reader.byAgent": {shown: "true", said: "z"},
        },
      },
    ],
  };
  const accountOf = (july: number, august: number): ReportJson => ({
    ...reportOf([1, 2], 3),
    account: [july, august].map((requests, place) => {
      return {
        period: months[place]!,
        verdicts: [
          {id: "heavy-readers", requests},
          {id: "counted", requests: 5},
        ],
      };
    }),
  });
  const kept = (then: ReportJson, later: ReportJson) =>
    causesBetween(basis, now, months, idleIn(then, later)).map(({text, months: when, but}) => {
      return [text.split(" ")[0], when, but?.includes("megabytes-per-day") ?? false];
    });
  expect(kept(accountOf(0, 0), accountOf(0, 0))).toEqual([
    ["heavyReaders", [], false],
    ["reader.byAgent", months, true],
  ]);
  for (const [then, later] of [
    [accountOf(0, 0), accountOf(0, 7)],
    [accountOf(0, 7), accountOf(0, 0)],
  ] as const) {
    expect(kept(then, later)).toEqual([
      ["heavyReaders", ["2005-08"], false],
      ["reader.byAgent", months, false],
    ]);
  }
  // Where no account was kept, nothing is known of it.
  expect(kept(reportOf([1, 2], 3), accountOf(0, 0))[0]).toEqual(["heavyReaders", months, false]);
});

describe("a report says of a figure that was published", () => {
  const key = "measure|readers|2005-07";
  const restate = (
    on: string,
    before: number,
    after: number,
    reason: string,
    more: Partial<Restatement> = {},
  ): Restatement => {
    return {on, kind: "correction", reason, causes: [], basis, summary: null, figures: [{key, before, after}], ...more};
  };
  const limit = {heavyReaders: {shown: "{documents: 5}", said: "c"}};
  const now = {...basis, rules: [{months, settings: {...basis.rules[0]!.settings, ...limit}}]};
  const words = new Translator("en");
  /** What a report of July 2005 says that has so many readers. */
  const saidOf = (reports: readonly PublishedReport[], readers: number | null, rests = basis) => {
    const figures = {chains: valueChains(reports), basesOf: (before: Basis) => ({before, now: rests})};
    const rows = [{id: "readers", label: "Distinct users", decimals: 0, values: [readers], total: readers}];
    const marked = restatedIn(figures, rows, {months: ["2005-07"], name: "2005-07", account: [], words});
    return {
      marked,
      text: restatedNotes(marked, rows, ["2005-07"], words)
        .map((note) => note.text)
        .join(" "),
    };
  };
  const first = published(reportOf([562, 2], 3));
  const corrected = published(reportOf([562, 2], 3), {restated: [restate("2006-02-01", 562, 561, "lower limit.")]});
  const twice = published(reportOf([562, 2], 3), {
    restated: [
      restate("2006-02-01", 562, 561, "lower limit."),
      restate("2006-03-01", 561, 442, "a mirror was missing", {kind: "revision"}),
    ],
  });
  const restated = "Restated; published on 2006-01-05 with other figures:";

  test("of several measures with the same day and reason in one note, and of others in one of their own", () => {
    const words = new Translator("en");
    const figure = (id: string, before: number, after: number, reason: string) => ({
      ...{id, period: "2005-07", published: before, now: after, on: "2006-01-05", reason, unexplained: null},
      changes: [{on: "2006-02-01", kind: "correction" as const, before, after, reason}],
    });
    const moved = [
      figure("readers", 562, 561, "a mirror"),
      figure("files", 9, 8, "a log came late"),
      figure("megabytes", 1.5, 1.25, "a mirror"),
    ];
    const measures = [
      {id: "readers", label: "Distinct users", decimals: 0},
      {id: "files", label: "Files", decimals: 0},
      {id: "megabytes", label: "Megabytes", decimals: 1},
    ];
    const said = restatedNotes(moved, measures, ["2005-07"], words);
    expect(said.map(({id, measures: own, text}) => [id, own, text])).toEqual([
      [
        "restated:readers",
        ["readers", "megabytes"],
        "Restated; published on 2006-01-05 with other figures: Distinct users: July 2005 561 instead of 562; Megabytes: July 2005 1.3 instead of 1.5. Why: a mirror.",
      ],
      [
        "restated:files",
        ["files"],
        "Restated; published on 2006-01-05 with other figures: July 2005 8 instead of 9. Why: a log came late.",
      ],
    ]);
  });

  test("nothing, where it is what was published, or was never", () => {
    expect(saidOf([first], 562)).toEqual({marked: [], text: ""});
    expect(saidOf([], 562)).toEqual({marked: [], text: ""});
  });

  test("both values and the reason, where one change led from the one to the other", () => {
    const {marked, text} = saidOf([corrected], 561);
    expect(text).toBe(`${restated} July 2005 561 instead of 562. Why: lower limit.`);
    expect(marked).toEqual([
      {
        ...{id: "readers", period: "2005-07", published: 562, now: 561, on: "2006-01-05", reason: "lower limit."},
        changes: [{on: "2006-02-01", kind: "correction", before: 562, after: 561, reason: "lower limit."}],
        unexplained: null,
      },
    ]);
  });

  test("the reason of a change for that change alone, where another rule has moved the figure since", () => {
    const {marked, text} = saidOf([corrected], 442, now);
    expect(text).toBe(
      `${restated} July 2005 442 instead of 562. On 2006-02-01 July 2005 561 instead of 562. Why: lower limit. ` +
        "Since then July 2005 442 instead of 561. No reason was given for it yet; what has changed: " +
        "heavyReaders {documents: 5} (before: false).",
    );
    expect(marked.map(({reason}) => reason)).toEqual([null]);
    expect(marked.map(({unexplained}) => unexplained)).toEqual([
      {before: 561, causes: ["heavyReaders {documents: 5} (before: false)"]},
    ]);
  });

  test("each value with its reason, where it was restated twice", () => {
    expect(saidOf([twice], 442).text).toBe(
      `${restated} July 2005 442 instead of 562. On 2006-02-01 July 2005 561 instead of 562. Why: lower limit. ` +
        "On 2006-03-01 July 2005 442 instead of 561. Why: a mirror was missing.",
    );
  });

  test("what was restated, where it is again what was published first", () => {
    const back = published(reportOf([562, 2], 3), {
      restated: [restate("2006-02-01", 562, 561, "a slip"), restate("2006-03-01", 561, 562, "it was none")],
    });
    expect(saidOf([back], 562).text).toBe(
      "On 2006-02-01 July 2005 561 instead of 562. Why: a slip. On 2006-03-01 July 2005 562 instead of 561. Why: it was none.",
    );
  });

  test("what can have moved it, where nobody has said why, and that nothing can, where nothing has changed", () => {
    const moved = `${restated} July 2005 442 instead of 562. No reason was given for it yet`;
    expect(saidOf([first], 442, now).text).toBe(
      `${moved}; what has changed: heavyReaders {documents: 5} (before: false).`,
    );
    expect(saidOf([first], 442).text).toBe(`${moved}, and nothing that is kept account of has changed.`);
  });

  test("what was restated of it, whatever day it is said to be of", () => {
    const early = published(reportOf([562, 2], 3), {restated: [restate("2006-01-01", 562, 561, "lower limit.")]});
    expect(saidOf([early], 561).text).toBe(`${restated} July 2005 561 instead of 562. Why: lower limit.`);
  });

  test("what was restated of it in another report, once", () => {
    const other = published(reportOf([562, 5], 9), {on: "2006-01-20", restated: corrected.restated});
    expect(saidOf([corrected, other], 561).marked[0]!.changes).toHaveLength(1);
    expect(saidOf([first, other], 561).marked[0]!.changes).toHaveLength(1);
  });

  test("that it was published again otherwise, with the reason for which that was accepted", () => {
    const later = published(reportOf([442, 2], 3), {on: "2006-03-01", movedReason: "the new rules of 2006"});
    expect(saidOf([corrected, later], 442).marked[0]!.changes.at(-1)).toEqual({
      on: "2006-03-01",
      kind: null,
      before: 561,
      after: 442,
      reason: "the new rules of 2006",
    });
  });
});
