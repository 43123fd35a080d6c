import {describe, expect, test} from "vitest";
import type {Translated} from "../../../src/base/words/translate.ts";
import type {Ledger} from "../../../src/ledger/rows.ts";
import type {LedgerMeasure} from "../../../src/measures/ledger/ledger-figures.ts";
import type {LedgerSurvey} from "../../../src/measures/ledger/ledger-survey.ts";
import {exampleLedger, exampleSurvey, halfYear, measureInEnglish, page} from "./example-books.ts";

const [edition] = exampleLedger.editions;
const [delivery] = exampleLedger.deliveries;
const [mailing] = exampleLedger.mailings;
const july = {name: "2005-07", months: ["2005-07"]};
const june = {name: "2005-06", months: ["2005-06"]};

function measureIn(books: Partial<Ledger>, asked: Partial<LedgerSurvey>, id: string): Translated<LedgerMeasure> {
  const {measures} = measureInEnglish({...exampleLedger, ...books}, {...exampleSurvey, ...asked});
  return measures.find((one) => one.id === id)!;
}

describe("a figure that is missing says why", () => {
  const before = halfYear("2004-H2", 7);
  const rows: readonly (readonly [
    what: string,
    id: string,
    books: Partial<Ledger>,
    asked: Partial<LedgerSurvey>,
    reason: string,
  ])[] = [
    ["nothing printed in the period", "print-run-index", {}, {period: before}, "no edition was printed in this period"],
    [
      "a base without an issue",
      "print-run-index",
      {},
      {bases: {print: {period: june, value: 100}}},
      "the base, June 2005, has no value: no edition was printed in this month",
    ],
    [
      "a base of nothing printed",
      "print-run-index",
      {editions: [{...edition!, printedCopies: 0}, ...exampleLedger.editions.slice(1)]},
      {},
      "the base, January 2005, is 0",
    ],
    [
      "a mail base before the book",
      "mail-index",
      {},
      {bases: {mail: {period: before, value: 100}}},
      "the base, second half of 2004, has no value: the book of mailings begins in May 2005",
    ],
    ["a period before the book", "mail-index", {}, {period: before}, "the book of mailings begins in May 2005"],
    [
      "a period after the book",
      "mail-index",
      {},
      {period: halfYear("2006-H1", 1)},
      "the book of mailings ends in December 2005",
    ],
    [
      "shares of mail before the book",
      "mail-refused-percent",
      {},
      {period: before},
      "the book of mailings begins in May 2005",
    ],
    [
      "shares of nothing sent",
      "mail-delivered-percent",
      {mailings: exampleLedger.mailings.filter(({on}) => !on.startsWith("2005-09"))},
      {period: {name: "2005-09", months: ["2005-09"]}},
      "no piece was sent in this month",
    ],
    ["cities before the book", "cities-reached", {}, {period: before}, "the book of deliveries begins in January 2005"],
    [
      "regions after the book",
      "regions-reached",
      {},
      {period: halfYear("2006-H1", 1)},
      "the book of deliveries ends in December 2005",
    ],
    [
      "an edition of which nothing is delivered",
      "days-to-50-percent",
      {deliveries: [delivery!]},
      {period: july},
      "nothing delivered so far",
    ],
    [
      "nothing noted of what was printed",
      "net-circulation",
      {deliveries: [delivery!]},
      {period: july},
      "no delivery is noted of what was printed in this month",
    ],
    [
      "an edition that was kept",
      "days-to-50-percent",
      {editions: exampleLedger.editions.map((row) => ({...row, keptCopies: row.printedCopies}))},
      {period: july},
      "no copy was meant for readers",
    ],
    [
      "no money for mail",
      "sustainable-months",
      {funds: exampleLedger.funds.slice(1)},
      {period: july},
      "no money for mail is in the book of funds up to July 2005",
    ],
    [
      "a cost that was not noted",
      "sustainable-months",
      {mailings: exampleLedger.mailings.map((row) => ({...row, cost: row.on === "2005-07-12" ? null : row.cost}))},
      {period: july},
      "not recorded: the cost of 1 mailing up to July 2005 was not noted",
    ],
    [
      "mail that costs nothing",
      "sustainable-months",
      {mailings: exampleLedger.mailings.map((row) => ({...row, cost: 0}))},
      {},
      "no mailing was paid for in the last 6 months",
    ],
    [
      "months after the book of mailings",
      "sustainable-months",
      {},
      {period: halfYear("2006-H1", 1)},
      "the book of mailings ends in December 2005",
    ],
    [
      "mail that is paid for and not sent",
      "sustainable-pieces",
      {mailings: exampleLedger.mailings.map((row) => ({...row, sent: 0}))},
      {},
      "no piece was sent in the last six months",
    ],
  ];
  for (const [what, id, books, asked, reason] of rows) {
    test(`${what}: ${id}`, () => expect(measureIn(books, asked, id)).toMatchObject({total: null, totalReason: reason}));
    test(`the page has the reason: ${reason}`, () => {
      const known = [...page.replace(/\s+/g, " ").matchAll(/`([^`]+)`/g)].map((match) => match[1]!);
      const isThere = known.some((one) => sameButMonths(one, reason));
      expect(isThere, reason).toBe(true);
    });
  }
});

/** Are they the same but for the months and books they name? */
function sameButMonths(one: string, other: string): boolean {
  const bare = (text: string): string =>
    text
      .replace(/(first|second) half of \d{4}|[A-Z][a-z]+ \d{4}/g, "MONTH")
      .replace(/deliveries|mailings/g, "BOOK")
      .replace(/has no value: .*/, "has no value: ")
      .replace(/in this period/, "in this month");
  return bare(one) === bare(other);
}

test("the first month of the mail index has none: what was sent before it is not known", () => {
  const index = measureIn({}, {period: halfYear("2005-H1", 1)}, "mail-index");
  expect(index.reasons).toEqual([
    ...Array.from({length: 4}, () => "the book of mailings begins in May 2005"),
    "an average of two months needs April 2005, and the book of mailings begins in May 2005",
    null,
  ]);
  expect(index.total).toBeCloseTo(100, 9);
});

test("a period that a book covers in part has the figure of the covered months, and a note", () => {
  const asked = {...exampleSurvey, period: {name: "2005", months: [...halfYear("2005-H1", 1).months, ...july.months]}};
  const {measures, notes} = measureInEnglish(exampleLedger, asked);
  // (400 + 600 + 1,000) ÷ 3 of 500.
  expect(measures.find(({id}) => id === "mail-index")?.total).toBeCloseTo(133.333, 3);
  expect(notes.find(({id}) => id === "mail-covered")).toEqual({
    id: "mail-covered",
    text: "The book of mailings begins in May 2005: figures of the whole period are those of May to July 2005.",
    columns: ["2005-01", "2005-02", "2005-03", "2005-04"],
  });
});

describe("a mailing of which only returns were noted", () => {
  const alone = {...mailing!, on: "2005-07-20", sent: 100, delivered: 0, returned: 10, refused: 0};
  test("is left out of the share delivered, and not of that returned", () => {
    const mailings = [...exampleLedger.mailings, alone];
    expect(measureIn({mailings}, {}, "mail-delivered-percent").values[0]).toBe(90);
    expect(measureIn({mailings}, {}, "mail-returned-percent").values[0]).toBeCloseTo((70 / 1100) * 100, 9);
    const {notes} = measureInEnglish({...exampleLedger, mailings}, exampleSurvey);
    expect(notes.find(({id}) => id === "mail-returns-alone")?.text).toContain("100 pieces");
  });
  test("by itself gives no share delivered, and where all came back, one of 0", () => {
    expect(measureIn({mailings: [alone]}, {period: july}, "mail-delivered-percent").totalReason).toBe(
      "not recorded: no piece is noted as delivered",
    );
    const all = {...alone, returned: 100};
    expect(measureIn({mailings: [all]}, {period: july}, "mail-delivered-percent").total).toBe(0);
  });
});

describe("money for mail", () => {
  const january = {...mailing!, on: "2005-01-10", cost: null};
  test("a cost from before the money came in is not looked for, unless the level needs it", () => {
    const mailings = [january, ...exampleLedger.mailings];
    expect(measureIn({mailings}, {}, "sustainable-months").total).toBe(2.5);
    expect(measureIn({mailings}, {period: june}, "sustainable-months").totalReason).toContain("1 mailing up to June");
  });

  test("a programme has what came in its own name; the others pay for each other", () => {
    const other = {...mailing!, programme: "Books", on: "2005-12-01", cost: 100};
    const funds = [...exampleLedger.funds, {on: "2005-12-01", amount: 250, purpose: "Books"}];
    const books = {mailings: [...exampleLedger.mailings, other], funds};
    expect(measureIn(books, {}, "sustainable-months:books").total).toBe(1.5);
    // Letters began to have money of its own in September: 2,820 − 160 − 800 − 800 − 400 = 660; 520 a month.
    expect(measureIn(books, {}, "sustainable-months:letters").total).toBeCloseTo(660 / 520, 9);
    // 1,300 + 250 − 100, and 3,220 in six months.
    expect(measureIn(books, {}, "sustainable-months").total).toBeCloseTo((1450 * 6) / 3220, 9);
  });

  test("debts last for no month", () => {
    const funds = [...exampleLedger.funds, {on: "2005-12-31", amount: -5000, purpose: "mail"}];
    expect(measureIn({funds}, {}, "sustainable-months")).toMatchObject({total: 0, range: {least: 0, most: 0}});
  });

  test("a month without a mailing is one of no cost, and leaves the range without an end", () => {
    const mailings = exampleLedger.mailings.filter(({on}) => !on.startsWith("2005-09"));
    // 1,460 is left, 2,960 was spent in six months.
    const measure = measureIn({mailings}, {}, "sustainable-months");
    expect(measure.total).toBeCloseTo((1460 * 6) / 2960, 9);
    expect(measure.range).toEqual({least: 1460 / 800, most: null});
  });

  test("where money went out of the book of funds, it is an account, and costs do not come off a second time", () => {
    const funds = [...exampleLedger.funds, {on: "2005-10-15", amount: -2800, purpose: "Letters"}];
    const figures = measureInEnglish({...exampleLedger, funds}, exampleSurvey);
    // 4,820 − 2,800 = 2,020; 520 a month.
    expect(figures.measures.find(({id}) => id === "sustainable-months")?.total).toBeCloseTo(2020 / 520, 9);
    expect(figures.notes.find(({id}) => id === "sustainable-months-left")?.text).toContain(
      "By the book of funds 4,820.00 came in for mail and 2,800.00 went out: 2,020.00 is left. The mailings cost 3,520.00 in the same time.",
    );
    // Up to September nothing had gone out: what is left is as it was told then.
    const september = {period: {name: "2005-09", months: ["2005-09"]}};
    expect(measureIn({funds}, september, "sustainable-months").total).toBeCloseTo(3300 / 304, 9);
  });

  test("in an account a cost that was not noted is missing to the level alone", () => {
    const funds = [...exampleLedger.funds, {on: "2005-05-20", amount: -160, purpose: "mail"}];
    const mailings = exampleLedger.mailings.map((row) => ({...row, cost: row.on === "2005-05-10" ? null : row.cost}));
    expect(measureIn({funds, mailings}, {}, "sustainable-months").total).toBeCloseTo(4660 / 520, 9);
    expect(measureIn({mailings}, {}, "sustainable-months").totalReason).toContain("the cost of 1 mailing");
  });
});
