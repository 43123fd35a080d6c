import fc from "fast-check";
import {expect, test} from "vitest";
import type {Channel, DeliveryRow, EditionRow, Ledger} from "../../../src/ledger/rows.ts";
import {measureLedger} from "../../../src/measures/ledger/ledger-measures.ts";
import {
  grossDistribution,
  netCirculation,
  officeAndFile,
  printedCopies,
  returnedCopies,
  spoiledCopies,
  unexplainedCopies,
} from "../../../src/measures/print/circulation.ts";
import {daysTo} from "../../../src/measures/print/days-to-percent.ts";
import {issuesOf} from "../../../src/measures/print/issues.ts";
import {emptyLedger, exampleSurvey} from "./example-books.ts";

const runs = {seed: Number(process.env["FC_SEED"] ?? 2005), numRuns: Number(process.env["FC_RUNS"] ?? 100)};

const channels: readonly Channel[] = [
  ...(["street", "shop", "subscription", "event", "mail", "free", "sponsored", "office", "other"] as const),
];
const day = fc
  .record({month: fc.integer({min: 1, max: 12}), day: fc.integer({min: 1, max: 28})})
  .map(({month, day}) => `2005-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
const copies = fc.integer({min: 0, max: 5000});
// Cents: sums of them depend on their order in the last digits.
const amount = fc.integer({min: -100_000, max: 100_000}).map((cents) => cents / 100);

const editions = fc
  .array(fc.record({printedOn: day, printed: fc.integer({min: 1, max: 9000}), spoiled: copies, kept: copies}), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) =>
    rows.map(({printedOn, printed, spoiled, kept}, index): EditionRow => {
      const title = index % 2 === 0 ? "Notes" : "Notas";
      return {
        ...{edition: `${title} ${index}`, title, language: "en", issue: String(index), printedOn, cost: null},
        printedCopies: printed,
        spoiledCopies: spoiled % 100,
        keptCopies: kept % 100,
      };
    }),
  );

const deliveryTo = (count: number): fc.Arbitrary<DeliveryRow> =>
  fc
    .record({
      issue: fc.nat({max: count - 1}),
      on: day,
      city: fc.constantFrom("Springfield", "Peoria", "Gary"),
      region: fc.constantFrom("Illinois", "Indiana", null),
      copies,
      channel: fc.constantFrom(...channels),
      back: fc.double({min: 0, max: 1, noNaN: true}),
    })
    .map(({issue, back, ...row}) => ({
      ...row,
      edition: `${issue % 2 === 0 ? "Notes" : "Notas"} ${issue}`,
      country: "US",
      returnedCopies: Math.floor(row.copies * back),
    }));

const mailings = fc.array(
  fc
    .record({
      programme: fc.constantFrom("Letters", "Books"),
      on: day,
      sent: copies,
      reason: fc.constantFrom("one", "two", null),
      cost: fc.oneof(fc.constant(null), amount.map(Math.abs)),
    })
    .map((row) => {
      const third = Math.floor(row.sent / 3);
      return {...row, delivered: third, returned: third, refused: third, place: null};
    }),
  {maxLength: 12},
);

const counted = fc.option(fc.integer({min: 0, max: 3000}));
const newsletters = fc.array(
  fc
    .record({
      list: fc.constantFrom("Weekly", "Monthly", "Press"),
      on: day,
      sent: copies,
      subscribers: counted,
      left: counted,
    })
    .map((row) => ({...row, bounced: row.sent % 2 === 0 ? null : Math.floor(row.sent / 9)})),
  {maxLength: 12},
);

const funds = fc.array(fc.record({on: day, amount, purpose: fc.constantFrom("mail", "Letters", "Books", "print")}), {
  maxLength: 8,
});
const translations = fc.array(
  fc.record({
    language: fc.constantFrom("es", "fr", "zh"),
    kind: fc.constantFrom("article", "edition", "poster"),
    on: day,
    title: fc.string({maxLength: 3}),
  }),
  {maxLength: 8},
);
const ranks = fc.array(
  fc
    .record({
      list: fc.constantFrom("tranco 3ABC", "tranco 4KLX", "alexa"),
      on: day,
      name: fc.constantFrom("The Example Press", "Other Press", "Third Press"),
      place: fc.integer({min: 1, max: 9}),
    })
    .map(({place, ...row}) => ({...row, rank: place > 7 ? null : place, notInFirst: place === 8 ? 100 : null})),
  {maxLength: 12},
);
const plan = fc.array(
  fc.record({measure: fc.constantFrom("mail-index", "net-circulation", "readers"), on: day, target: amount}),
  {maxLength: 4},
);
const events = fc.array(
  fc.record({on: day, until: day, measure: fc.constantFrom("mail-index", null), text: fc.string({maxLength: 3})}),
  {maxLength: 4},
);
const credits = fc.array(
  fc.record({
    period: fc.constantFrom("2005-H2", "2005-11", "2005"),
    post: fc.constantFrom("editor", "web"),
    what: fc.constantFrom("a", "b"),
    by: fc.constantFrom("Q.", "R."),
  }),
  {maxLength: 4},
);

const ledgers: fc.Arbitrary<Ledger> = editions.chain((printed) =>
  fc.record({
    editions: fc.constant(printed),
    deliveries: fc.array(deliveryTo(printed.length), {maxLength: 25}),
    ...{mailings, newsletters, funds, translations, ranks, plan, events, credits},
  }),
);

test("in whatever order the rows stand, the figures are the same", () => {
  const shuffled = ledgers.chain((ledger) =>
    fc.tuple(
      fc.constant(ledger),
      fc.record(
        Object.fromEntries(
          Object.entries(ledger).map(([book, rows]) => [
            book,
            fc.shuffledSubarray(rows as unknown[], {minLength: rows.length}),
          ]),
        ),
      ) as unknown as fc.Arbitrary<Ledger>,
    ),
  );
  fc.assert(
    fc.property(shuffled, ([one, other]) => {
      expect(measureLedger(other, exampleSurvey)).toEqual(measureLedger(one, exampleSurvey));
    }),
    runs,
  );
});

test("a figure has a value or a reason, never both, and is a number", () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      for (const {values, reasons, total, totalReason} of measureLedger(ledger, exampleSurvey).measures) {
        for (const [index, value] of [...values, total].entries()) {
          const reason = [...reasons, totalReason][index] ?? null;
          expect(value === null).toBe(reason !== null);
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
      }
    }),
    runs,
  );
});

test("every printed copy is accounted for", () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      for (const issue of issuesOf(ledger)) {
        const parts = [netCirculation, returnedCopies, officeAndFile, spoiledCopies, unexplainedCopies];
        expect(parts.reduce((sum, part) => sum + part(issue), 0)).toBe(printedCopies(issue));
      }
    }),
    runs,
  );
});

test("the copies of the cities add up to those that went out, and the refusals to those refused", () => {
  fc.assert(
    fc.property(ledgers, (ledger) => {
      const {tables} = measureLedger(ledger, exampleSurvey);
      const sumOf = (id: string): number | undefined =>
        tables.find((table) => table.id === id)?.rows.reduce((sum, {values}) => sum + (values[0] ?? 0), 0);
      const inPeriod = ({on}: {readonly on: string}): boolean => on >= "2005-07-01";
      const out = ledger.deliveries.filter((row) => inPeriod(row) && row.channel !== "office");
      if (ledger.deliveries.length > 0) {
        expect(sumOf("cities-supplied")).toBe(out.reduce((sum, row) => sum + row.copies, 0));
      }
      if (ledger.mailings.length > 0) {
        const refused = ledger.mailings.filter(inPeriod).reduce((sum, row) => sum + row.refused, 0);
        expect(sumOf("mail-refusals")).toBe(refused);
      }
    }),
    runs,
  );
});

test("an index times its base is the value", () => {
  fc.assert(
    fc.property(editions, fc.integer({min: 1, max: 1000}), (rows, value) => {
      const [first] = rows.map(({printedOn}) => printedOn.slice(0, 7)).sort();
      const period = {name: first!, months: [first!]};
      const asked = {...exampleSurvey, bases: {print: {period, value}}};
      const index = measureLedger({...emptyLedger, editions: rows}, asked).measures[0]!;
      const averageIn = (months: readonly string[]): number => {
        const printed = rows.filter(({printedOn}) => months.includes(printedOn.slice(0, 7)));
        return printed.reduce((sum, {printedCopies}) => sum + printedCopies, 0) / printed.length;
      };
      for (const [place, month] of exampleSurvey.period.months.entries()) {
        const points = index.values[place] ?? null;
        if (points === null) expect(averageIn([month])).toBeNaN();
        else expect((points / value) * averageIn(period.months)).toBeCloseTo(averageIn([month]), 6);
      }
    }),
    runs,
  );
});

test("a later delivery to readers never lowers a share, nor shortens the days", () => {
  fc.assert(
    fc.property(ledgers, copies, fc.constantFrom(50, 80, 95), (ledger, more, percent) => {
      const [edition] = ledger.editions;
      const row = {edition: edition!.edition, on: "2006-01-01", city: "Gary", region: null, country: null};
      const later = {...row, copies: more, channel: "street" as const, returnedCopies: 0};
      const issueIn = (deliveries: readonly DeliveryRow[]) =>
        issuesOf({...ledger, deliveries}).find((issue) => issue.edition === edition)!;
      const [before, after] = [issueIn(ledger.deliveries), issueIn([...ledger.deliveries, later])];
      expect(grossDistribution(after)).toBeGreaterThanOrEqual(grossDistribution(before));
      const [was, is] = [daysTo(before, percent), daysTo(after, percent)];
      if (was.value !== null) expect(is.value).toBe(was.value);
      if (is.value !== null) expect(is.value).toBeGreaterThanOrEqual(was.value ?? 0);
    }),
    runs,
  );
});
