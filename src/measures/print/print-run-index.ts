import {message, series} from "../../base/words/message.ts";
import type {Ledger} from "../../ledger/rows.ts";
import {type BookMeasure, type BookValue, found, missing} from "../ledger/book-measure.ts";
import {type BookMonths, bookMonthsOf, reasonSpan} from "../ledger/book-months.ts";
import {baseNote, levelIndex} from "../ledger/index-base.ts";
import type {LedgerNote} from "../ledger/ledger-note.ts";
import type {IndexBase, LedgerSource} from "../ledger/ledger-survey.ts";
import {nameIds} from "../ledger/named-id.ts";
import {byText} from "../ledger/order.ts";
import {type Issue, issuesIn} from "./issues.ts";

/** How many copies of an issue are printed, against the base? All titles and languages. */
export function printRunIndex(source: LedgerSource): BookMeasure[] {
  const {issues} = source;
  const base = printBase(source);
  const figure = (months: readonly string[]): BookValue => indexAt(issues, months, base);
  return [
    {
      ...print,
      id: "print-run-index",
      label: message("measure.print-run-index"),
      definition: message("print-run-index-means"),
      figure,
      notes: [noteOfBase(source, base), ...titleNotes(source, base)],
    },
  ];
}

/** The same for each title by itself; none where there is one title only. */
export function printRunIndexByTitle(source: LedgerSource): BookMeasure[] {
  const {issues} = source;
  const base = printBase(source);
  const titles = titlesOf(issues);
  if (titles.length < 2) return [];
  const ids = nameIds(titles);
  return titles.map((title) => {
    const own = issues.filter(({edition}) => edition.title === title);
    return {
      ...print,
      id: `print-run-index:${ids.get(title)}`,
      label: message("measure.print-run-index:NAME", {name: title}),
      definition: message("print-run-index-of-title-means", {title}),
      figure: (months) => indexAt(own, months, base),
      notes: [noteOfBase(source, base)],
    };
  });
}

const print = {unit: message("unit.points"), decimals: 0, better: "more", range: null} as const;

/** How many copies were printed of an issue, spoiled ones too? */
function averagePrinted(issues: readonly Issue[], months: readonly string[]): BookValue {
  const printed = issuesIn(issues, months).map(({edition}) => edition.printedCopies);
  if (printed.length === 0) return missing(message("nothing-printed", reasonSpan(months)));
  return found(printed.reduce((sum, copies) => sum + copies, 0) / printed.length);
}

function indexAt(issues: readonly Issue[], months: readonly string[], base: IndexBase): BookValue {
  return levelIndex(averagePrinted(issues, months), averagePrinted(issues, base.period.months), base);
}

function printBase({ledger, asked}: LedgerSource): IndexBase {
  const {first} = bookOf(ledger);
  return asked.bases.print ?? {period: {name: first, months: [first]}, value: 100};
}

function bookOf({editions}: Ledger): BookMonths {
  const days = editions.map(({printedOn}) => printedOn);
  return bookMonthsOf(message("book-editions"), days);
}

function noteOfBase({ledger, issues, asked}: LedgerSource, base: IndexBase): LedgerNote {
  const book = bookOf(ledger);
  const index = {base, book, start: [book.first], figure: (months: readonly string[]) => indexAt(issues, months, base)};
  return baseNote(index, {id: "print-run-base", columns: asked.period.months});
}

/** An average over other titles than the base's is one of other things. */
function titleNotes({issues, asked}: LedgerSource, base: IndexBase): LedgerNote[] {
  const now = titlesOf(issuesIn(issues, asked.period.months));
  const before = titlesOf(issuesIn(issues, base.period.months));
  const isSame = now.join("\n") === before.join("\n");
  if (isSame || now.length === 0 || before.length === 0) return [];
  const text = message("titles-not-of-base", {now: series(now), before: series(before)});
  return [{id: "print-run-titles", text, columns: asked.period.months}];
}

function titlesOf(issues: readonly Issue[]): string[] {
  return [...new Set(issues.map(({edition}) => edition.title))].sort(byText);
}
