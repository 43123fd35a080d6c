import {describe, expect, test} from "vitest";
import type {Translated} from "../../../src/base/words/translate.ts";
import type {
  LedgerFigures as Measured,
  LedgerMeasure as MeasuredOne,
} from "../../../src/measures/ledger/ledger-figures.ts";
import type {LedgerSurvey} from "../../../src/measures/ledger/ledger-survey.ts";
import type {Figures} from "../../../src/report/report.ts";
import {emptyLedger, exampleLedger, exampleSurvey, halfYear, measureInEnglish} from "./example-books.ts";

type LedgerFigures = Translated<Measured>;
type LedgerMeasure = Translated<MeasuredOne>;

function figuresFor(asked: Partial<LedgerSurvey> = {}): LedgerFigures {
  return measureInEnglish(exampleLedger, {...exampleSurvey, ...asked});
}

function measureOf({measures}: LedgerFigures, id: string): LedgerMeasure {
  const measure = measures.find((one) => one.id === id);
  if (!measure) throw new Error(`no measure ${id} among ${measures.map((one) => one.id).join(", ")}`);
  return measure;
}

function noteOf({notes}: LedgerFigures, id: string): string | undefined {
  return notes.find((note) => note.id === id)?.text;
}

const none = "no edition was printed in this month";
const example = figuresFor();

/** As docs/ledger-measures.md works them out: July to December, the half-year, the half-year before. */
const worked: readonly (readonly [
  id: string,
  values: readonly (number | string)[],
  total: number | string,
  before: number | string,
])[] = [
  ["print-run-index", [200, 150, none, none, none, 240], 185, 100],
  ["print-run-index:notes", [200, 220, none, none, none, 240], 220, 100],
  ["net-circulation", [8870, 6050, none, none, none, 7700], 7167.5, 4750],
  ["days-to-50-percent", [0, 1.5, none, none, none, 1], 1, 0],
  ["days-to-80-percent", [4, 7, none, none, none, "70% delivered so far"], 7, 2],
  [
    "days-to-95-percent",
    [14, "95% not reached by 1 of 2 editions", none, none, none, "70% delivered so far"],
    "95% not reached by 2 of 4 editions",
    21,
  ],
  ["cities-reached", [3, 4, 0, 0, 0, 2], 4, 2],
  ["regions-reached", [2, 2, 0, 0, 0, 1], 2, 1],
  ["mail-index", [160, 240, 180, 240, 400, 300], 260, 100],
  [
    "mail-delivered-percent",
    [90, (1240 / 1400) * 100, 90, 90, 85, "not recorded: what became of the pieces was not noted"],
    (6000 / 6800) * 100,
    90,
  ],
  [
    "mail-returned-percent",
    [6, (100 / 1400) * 100, 5, 5, 10, "not recorded: what became of the pieces was not noted"],
    (480 / 6800) * 100,
    6,
  ],
  [
    "mail-refused-percent",
    [3, (60 / 1400) * 100, 5, 5, 5, "not recorded: what became of the pieces was not noted"],
    (310 / 6800) * 100,
    4,
  ],
  // What is left: 1,200, 640, 3,300, 2,500, 1,700 and 1,300; a month on average: 800/3, 1,360/4, 1,520/5, 2,320/6, 2,960/6 and 3,120/6.
  ["sustainable-months", [4.5, 640 / 340, 3300 / 304, 15_000 / 2320, 10_200 / 2960, 2.5], 2.5, 1600 / 200],
  // A piece cost 0.40 all the time.
  ["sustainable-pieces", [250, 640 / 4.8, 687.5, 2500 / 4.8, 1700 / 4.8, 1300 / 4.8], 1300 / 4.8, 1600 / 4.8],
  ["newsletter-subscribers", [1200, 1240, 1240, 1290, 1281, 1281], 1281, "the book of newsletters begins in July 2005"],
  [
    "newsletter-growth-percent",
    [
      "no subscribers are noted before it",
      (1240 / 1200 - 1) * 100,
      0,
      (1290 / 1240 - 1) * 100,
      (1281 / 1290 - 1) * 100,
      0,
    ],
    "no subscribers are noted before it",
    "the book of newsletters begins in July 2005",
  ],
  ["newsletters-sent", [1000, 2200, 0, 250, 1050, 1000], 5500, "the book of newsletters begins in July 2005"],
  [
    "newsletter-bounced-percent",
    [
      4,
      (55 / 2200) * 100,
      "no newsletter was sent in this month",
      2,
      2,
      "not recorded: nothing was noted of bounced mails",
    ],
    (121 / 4500) * 100,
    "the book of newsletters begins in July 2005",
  ],
];

describe("the examples of docs/ledger-measures.md", () => {
  for (const [id, values, total, before] of worked) {
    const measure = measureOf(example, id);
    for (const [index, want] of values.entries()) {
      test(`${id} in ${exampleSurvey.period.months[index]}: ${want}`, () => {
        expectFound(measure.values[index], measure.reasons[index], want);
      });
    }
    test(`${id} of the half-year: ${total}`, () => expectFound(measure.total, measure.totalReason, total));
    test(`${id} of the half-year before: ${before}`, () => {
      expectFound(measure.previousTotal, measure.previousTotalReason, before);
    });
  }

  test("all of the measures are among them, but for a title that the base did not have", () => {
    const ids = example.measures.map(({id}) => id);
    expect(ids.filter((id) => id !== "print-run-index:notas")).toEqual(worked.map(([id]) => id));
    expect(measureOf(example, "print-run-index:notas").totalReason).toBe(
      "the base, January 2005, has no value: no edition was printed in this month",
    );
  });
});

function expectFound(value: number | null | undefined, reason: string | null | undefined, want: number | string): void {
  if (typeof want === "string") expect([value, reason]).toEqual([null, want]);
  else {
    expect(value).toBeCloseTo(want, 9);
    expect(reason).toBeNull();
  }
}

test("a measure of the books can be printed like one from logs", () => {
  const figures: readonly Omit<Figures, "unit">[] = example.measures;
  for (const {values, reasons, reported, notes} of figures) {
    expect([values.length, reasons.length, reported.length]).toEqual([6, 6, 6]);
    expect(notes.filter((id) => noteOf(example, id) === undefined)).toEqual([]);
  }
});

describe("the notes", () => {
  test("the base is named, and where it is not the beginning of the book, that, too", () => {
    expect(noteOf(example, "print-run-base")).toBe("Index: January 2005 = 100.");
    expect(noteOf(example, "mail-base")).toBe("Index: May to June 2005 = 100.");
    const july = {name: "2005-07", months: ["2005-07"]};
    const rebased = figuresFor({bases: {print: {period: july, value: 1000}, mail: {period: july, value: 100}}});
    expect(measureOf(rebased, "print-run-index").values[5]).toBeCloseTo(1200, 9);
    expect(noteOf(rebased, "print-run-base")).toBe(
      "Index: July 2005 = 1,000. Rebased: the book of editions begins in January 2005; on this base January 2005 stands at 500.0.",
    );
    // A base of one month is read as every month is: (600 + 1,000) ÷ 2 = 800.
    expect(measureOf(rebased, "mail-index").values.map((value) => Math.round(value!))).toEqual([
      100, 150, 113, 150, 250, 188,
    ]);
    expect(noteOf(rebased, "mail-base")).toContain("May to June 2005 stands at 62.5");
  });

  test("the titles of the period are not those of the base", () => {
    expect(noteOf(example, "print-run-titles")).toContain("(Notas, Notes) are not those of the base (Notes)");
    const before = figuresFor({period: exampleSurvey.previous, previous: halfYear("2004-H2", 7)});
    expect(noteOf(before, "print-run-titles")).toBeUndefined();
  });

  test("the best so far is that of all editions up to the end of the period", () => {
    expect(noteOf(example, "days-to-80-percent-best")).toBe(
      "Days to 80%: median of the period 7; the best so far is 2 (Notes 1, printed 2005-01-10).",
    );
    expect(noteOf(example, "days-to-95-percent-best")).toBe(
      "Days to 95%: median of the period none (95% not reached by 2 of 4 editions); the best so far is 14 (Notes 2, printed 2005-07-04).",
    );
  });

  test("new regions are named", () => {
    expect(noteOf(example, "regions-new")).toBe("New against first half of 2005: Indiana.");
    // Of the half-year before the book began nothing is known, and nothing is new against it.
    const before = figuresFor({period: exampleSurvey.previous, previous: halfYear("2004-H2", 7)});
    expect(noteOf(before, "regions-new")).toBeUndefined();
  });

  test("the mail of which nothing is known is counted", () => {
    expect(noteOf(example, "mail-not-noted")).toContain("1,000 pieces");
    expect(noteOf(example, "mail-unknown")).toContain("10 of 6,800 pieces");
  });

  test("the range of the months that the money lasts", () => {
    const {range, notes} = measureOf(example, "sustainable-months");
    expect(range).toEqual({least: 1.625, most: 8.125});
    expect(notes).toContain("sustainable-months-left");
    expect(noteOf(example, "sustainable-months-left")).toBe(
      "4,820.00 came in for mail, and the mailings since then cost 3,520.00: 1,300.00 is left. At the greatest monthly cost of the last 6 months (800.00) it lasts 1.6 months, at the least (160.00) 8.1.",
    );
    expect(noteOf(example, "mail-purposes")).toBe("Counted as money for mail: Letters and mail. Not counted: print.");
  });
});

test("with a panel, its cities are counted, and those not reached are named", () => {
  const panel = [
    {city: "Springfield", region: "Illinois", country: "US"},
    {city: "Chicago"},
    {city: "Peoria", region: "Illinois"},
    {city: "Gary", country: "CA"},
    {city: "Detroit", region: "Michigan"},
  ];
  const figures = figuresFor({panel});
  const cities = measureOf(figures, "cities-reached");
  expect(cities).toMatchObject({values: [2, 3, 0, 0, 0, 2], total: 3, unit: "of 5 cities"});
  expect(noteOf(figures, "cities-panel")).toBe(
    "3 of 5 cities of the panel got at least 1,000 copies in the whole period. Not reached: Detroit (Michigan) and Gary (CA).",
  );
});

test("a city whose region was not noted is not taken for that of the panel", () => {
  const deliveries = exampleLedger.deliveries.map((row) => ({...row, region: null}));
  const asked = {...exampleSurvey, panel: [{city: "Gary", region: "Indiana"}]};
  const figures = measureInEnglish({...exampleLedger, deliveries}, asked);
  expect(measureOf(figures, "cities-reached").total).toBe(0);
  expect(noteOf(figures, "cities-panel-unplaced")).toContain("3,070 copies");
  expect(measureOf(figures, "regions-reached").totalReason).toBe(
    "not recorded: no delivery in this period notes its region",
  );
});

test("what only came back from a region did not reach it", () => {
  const back = {...exampleLedger.deliveries[0]!, on: "2005-09-01", region: "Ohio", copies: 0, returnedCopies: 20};
  const figures = measureInEnglish({...exampleLedger, deliveries: [...exampleLedger.deliveries, back]}, exampleSurvey);
  expect(measureOf(figures, "regions-reached")).toMatchObject({values: [2, 2, 0, 0, 0, 1], total: 2});
  expect(noteOf(figures, "regions-new")).toBe("New against first half of 2005: Indiana.");
});

test("a smaller city counts where less is asked for", () => {
  expect(measureOf(figuresFor({smallestCity: 600}), "cities-reached").total).toBe(5);
});

test("what was printed once more after the period, or delivered late, does not make the period's record", () => {
  const late = {...exampleLedger.editions[0]!, edition: "Notes 5", issue: "5", printedOn: "2006-01-05"};
  const delivery = {...exampleLedger.deliveries[0]!, edition: "Notes 5", on: "2006-01-05", copies: 5000};
  const ledger = {
    ...exampleLedger,
    editions: [...exampleLedger.editions, late],
    deliveries: [...exampleLedger.deliveries, delivery],
  };
  const figures = measureInEnglish(ledger, exampleSurvey);
  expect(noteOf(figures, "days-to-80-percent-best")).toContain("best so far is 2 (Notes 1");
});

test("of books without rows there is nothing", () => {
  const nothing = {measures: [], notes: [], tables: [], plan: [], ranks: [], credits: [], events: [], map: null};
  expect(measureInEnglish(emptyLedger, exampleSurvey)).toEqual(nothing);
});

describe("a book that is missing takes what needs it along, and nothing else", () => {
  for (const [book, gone] of [
    ["funds", ["sustainable-months", "sustainable-pieces"]],
    [
      "deliveries",
      [
        ...["net-circulation", "days-to-50-percent", "days-to-80-percent", "days-to-95-percent"],
        ...["cities-reached", "regions-reached"],
      ],
    ],
  ] as const) {
    test(book, () => {
      const left = measureInEnglish({...exampleLedger, [book]: []}, exampleSurvey).measures.map(({id}) => id);
      const all = example.measures.map(({id}) => id);
      expect(all.filter((id) => !left.includes(id))).toEqual(gone);
    });
  }
});
