import {describe, expect, test} from "vitest";
import type {Translated} from "../../../src/base/words/translate.ts";
import type {MeasuredTable as Measured} from "../../../src/measures/tables/table.ts";
import {exampleLedger, exampleSurvey, halfYear, measureInEnglish} from "./example-books.ts";

const {tables} = measureInEnglish(exampleLedger, exampleSurvey);

type Table = Translated<Measured>;

function tableOf(id: string, from: readonly Table[] = tables): Table {
  const table = from.find((one) => one.id === id);
  if (!table) throw new Error(`no table ${id} among ${from.map((one) => one.id).join(", ")}`);
  return table;
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

/** Rows as key, rank, rank before and values, shares to one digit. */
function rowsOf(id: string, from: readonly Table[] = tables): unknown[][] {
  return tableOf(id, from).rows.map(({key, rank, previousRank, values}) => [
    key,
    rank,
    previousRank,
    ...values.map(rounded),
  ]);
}

test("the tables stand in the order of the report, with one for each title", () => {
  expect(tables.map(({id}) => id)).toEqual([
    "editions",
    "net-circulation",
    "net-circulation:notas",
    "net-circulation:notes",
    "net-circulation-postal",
    "copies-account",
    "cities-supplied",
    "mail-refusals",
    "newsletters",
    "languages-work",
  ]);
});

test("every row has a value for every column", () => {
  for (const {rows, columns} of tables) for (const {values} of rows) expect(values).toHaveLength(columns.length);
});

test("editions: printed, delivered, returned, net, days to 50, 80 and 95%", () => {
  expect(rowsOf("editions").map(([key, , , ...values]) => [key, ...values])).toEqual([
    ["Notes 2", 10_000, 9310, 440, 8870, 0, 4, 14],
    ["Notes 3", 11_000, 8600, 300, 8300, 2, 10, null],
    ["Notas 1", 4000, 3800, 0, 3800, 1, 4, 14],
    ["Notes 4", 12_000, 7700, 0, 7700, 1, null, null],
  ]);
  expect(tableOf("editions").notes.at(-1)?.text).toBe(
    "Not out to 95%: Notes 3 (86% delivered so far) and Notes 4 (70% delivered so far).",
  );
});

test("newsletters: subscribers, mails, the share that bounced and who left, and no list that points at few", () => {
  expect(rowsOf("newsletters")).toEqual([
    ["Weekly", 1, null, 1031, 5050, 2.7, 17],
    ["Monthly", 2, null, 250, 450, 2.2, 2],
  ]);
  const row = {on: "2005-12-30", sent: 0, bounced: null, left: null};
  const newsletters = [...exampleLedger.newsletters, {...row, list: "Board", subscribers: 4}];
  const figures = measureInEnglish({...exampleLedger, newsletters}, exampleSurvey);
  // With it goes the next, since the sum of all is told: 1,285 less 1,281 would be 4.
  expect(rowsOf("newsletters", figures.tables).map(([key]) => key)).toEqual(["Weekly"]);
  expect(tableOf("newsletters", figures.tables).notes.map(({id}) => id)).toContain("lists-left-out");
  const few = measureInEnglish({...exampleLedger, newsletters: newsletters.slice(-1)}, exampleSurvey);
  expect(few.tables.map(({id}) => id)).not.toContain("newsletters");
  expect(few.measures.find(({id}) => id === "newsletter-subscribers")).toMatchObject({
    total: null,
    totalReason: "fewer than 10 subscribers; so few are not told, so that nobody is pointed at",
  });
});

test("an edition of which no delivery is noted has no copies delivered, not 0", () => {
  const editions = exampleLedger.deliveries.filter(({edition}) => edition !== "Notes 4");
  const figures = measureInEnglish({...exampleLedger, deliveries: editions}, exampleSurvey);
  expect(rowsOf("editions", figures.tables).at(-1)?.slice(3)).toEqual([12_000, null, null, null, null, null, null]);
  // (8,870 + 8,300 + 3,800) ÷ 3
  expect(figures.measures.find(({id}) => id === "net-circulation")).toMatchObject({total: 6990});
  const named = "Left out of circulation: 1 issue of which no delivery is noted, Notes 4 (12,000 printed).";
  expect(figures.notes.map(({text}) => text)).toContain(named);
  expect(tableOf("net-circulation", figures.tables).notes.map(({text}) => text)).toContain(named);
});

describe("net circulation: average, latest issue, whole period", () => {
  for (const [id, want] of [
    [
      "net-circulation",
      [
        ["a", 9050, 11_500, 36_200],
        ["b", 350, 500, 1400],
        ["c", 4917.5, 5500, 19_670],
        ["d", 1935, 2200, 7740],
        ["e", 500, 0, 2000],
        ["f", 7352.5, 7700, 29_410],
        ["g", 185, 0, 740],
        ["h", 7167.5, 7700, 28_670],
      ],
    ],
    [
      "net-circulation:notas",
      [
        ["a", 4000, 4000, 4000],
        ["b", 0, 0, 0],
        ["c", 1800, 1800, 1800],
        ["d", 0, 0, 0],
        ["e", 2000, 2000, 2000],
        ["f", 3800, 3800, 3800],
        ["g", 0, 0, 0],
        ["h", 3800, 3800, 3800],
      ],
    ],
    [
      "net-circulation-postal",
      [
        ["a", 9050, 11_500, 36_200],
        ["b12", 150, 0, 600],
        ["b3", 1600, 2200, 6400],
        ["c", 1750, 2200, 7000],
        ["d123", 617.5, 0, 2470],
        ["d4", 4800, 5500, 19_200],
        ["e", 5417.5, 5500, 21_670],
        ["f", 7167.5, 7700, 28_670],
        ["g", 1882.5, 3800, 7530],
        ["h", 9050, 11_500, 36_200],
        // 7,000 of 28,670 and 2,200 of 7,700.
        ["i", 24.4, 28.6, 24.4],
      ],
    ],
    [
      "copies-account",
      [
        ["printed", 9250, 12_000, 37_000],
        ["distributed", 7167.5, 7700, 28_670],
        ["returned", 185, 0, 740],
        ["kept", 350, 500, 1400],
        ["spoiled", 200, 500, 800],
        ["unexplained", 1347.5, 3300, 5390],
      ],
    ],
  ] as const) {
    test(id, () => expect(rowsOf(id).map(([key, , , ...values]) => [key, ...values])).toEqual(want));
  }
  test("the latest issue is named", () => {
    expect(tableOf("net-circulation").notes.map(({text}) => text)).toEqual(["4 issues; the latest is Notes 4."]);
  });
});

test("copies that came back from the office are not kept, and more copies than there were are below 0", () => {
  const [edition] = exampleLedger.editions;
  const [first] = exampleLedger.deliveries;
  const ledger = {
    ...exampleLedger,
    editions: [{...edition!, printedCopies: 1000, spoiledCopies: 10, keptCopies: 20}],
    deliveries: [
      {...first!, channel: "office" as const, copies: 100, returnedCopies: 40},
      {...first!, copies: 1000, returnedCopies: 100},
    ],
  };
  const january = measureInEnglish(ledger, {...exampleSurvey, period: halfYear("2005-H1", 1)});
  // 1,000 = 900 net + 140 returned + (20 + 60) kept + 10 spoiled − 130.
  const account = rowsOf("copies-account", january.tables).map(([key, , , , , total]) => [key, total]);
  expect(account).toEqual([
    ["printed", 1000],
    ["distributed", 900],
    ["returned", 140],
    ["kept", 80],
    ["spoiled", 10],
    ["unexplained", -130],
  ]);
});

test("cities supplied: the small ones are one row, and the copies add up", () => {
  expect(rowsOf("cities-supplied")).toEqual([
    ["US/Illinois/Springfield", 1, 1, 15_400, 52.4, 0],
    ["US/Illinois/Chicago", 2, null, 5400, 18.4, 0],
    ["US/Illinois/Peoria", 3, 2, 4940, 16.8, 740],
    ["US/Indiana/Gary", 4, null, 3070, 10.4, 0],
    ["others", null, null, 600, 2, 0],
  ]);
  const {rows, previous, notes} = tableOf("cities-supplied");
  expect(rows.at(-1)).toMatchObject({label: "Balance: 1 smaller city", kind: "others"});
  expect(rows[0]).toMatchObject({label: "Springfield", group: "Illinois, United States"});
  expect(previous).toBe("2005-H1");
  expect(notes.map(({text}) => text)).toEqual(["New against first half of 2005: Indiana."]);
});

test("the rank before is among the cities that were large enough then", () => {
  const [, , third] = exampleLedger.deliveries;
  // In the first half Springfield got 2,500, Peoria 2,250 and Gary 999.
  const deliveries = [...exampleLedger.deliveries, {...third!, city: "Gary", region: "Indiana", copies: 999}];
  const figures = measureInEnglish({...exampleLedger, deliveries}, exampleSurvey);
  const ranks = tableOf("cities-supplied", figures.tables).rows.map(({label, previousRank}) => [label, previousRank]);
  expect(ranks.slice(0, 4)).toEqual([
    ["Springfield", 1],
    ["Chicago", null],
    ["Peoria", 2],
    ["Gary", null],
  ]);
});

test("reasons for refusal: what has none noted is a row", () => {
  expect(rowsOf("mail-refusals")).toEqual([
    ["too many enclosures", 1, null, 140, 45.2],
    ["not on the list", 2, 1, 70, 22.6],
    ["unknown", null, null, 100, 32.3],
  ]);
});

test("work in other languages: all, editions, articles, posters, before", () => {
  expect(rowsOf("languages-work")).toEqual([
    ["es", 1, 1, 3, 1, 2, 0, 1],
    ["fr", 2, null, 1, 0, 0, 1, 0],
    ["zh", 2, null, 1, 0, 1, 0, 0],
  ]);
  expect(tableOf("languages-work").rows.map(({label}) => label)).toEqual(["Spanish", "French", "Chinese"]);
});

test("a language in which nothing was done now stands at the end, without a rank", () => {
  const german = {language: "de", kind: "poster" as const, on: "2005-02-01", title: "Plakat"};
  const translations = [...exampleLedger.translations, {...german}, {...german, language: "es", on: "2005-12-01"}];
  const figures = measureInEnglish({...exampleLedger, translations}, exampleSurvey);
  expect(rowsOf("languages-work", figures.tables).at(-1)).toEqual(["de", null, null, 0, 0, 0, 0, 1]);
});

test("nothing is said of a period that the books do not speak of", () => {
  const asked = {...exampleSurvey, period: halfYear("2006-H1", 1), previous: halfYear("2005-H2", 7)};
  const later = measureInEnglish(exampleLedger, asked);
  for (const [id, note] of [
    ["cities-supplied", "The book of deliveries ends in December 2005."],
    ["mail-refusals", "The book of mailings ends in December 2005."],
    ["languages-work", "The book of translations ends in October 2005."],
  ] as const) {
    expect(tableOf(id, later.tables).rows).toEqual([]);
    expect(tableOf(id, later.tables).notes.map(({text}) => text)).toContain(note);
  }
  const earlier = {...exampleSurvey, period: halfYear("2005-H1", 1), previous: halfYear("2004-H2", 7)};
  for (const {previous} of measureInEnglish(exampleLedger, earlier).tables) expect(previous).toBeNull();
});
