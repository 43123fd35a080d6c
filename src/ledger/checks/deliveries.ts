import {nearest} from "../../base/nearest.ts";
import {formatNumber} from "../../base/number.ts";
import {plural} from "../../base/text.ts";
import {quoted} from "../../workspace/sheet/cell.ts";
import {mostFaults} from "../../workspace/sheet/fault.ts";
import type {CheckListener, LedgerCheck} from "../check.ts";
import type {KeptRow} from "../read-book.ts";
import type {DeliveryRow, EditionRow} from "../rows.ts";

/** Was each edition printed that was delivered, in as many copies, and before it went out? */
export const checkDeliveries: LedgerCheck = ({editions, deliveries}, tell) => {
  const printed = new Map(editions.rows.map((kept) => [kept.row.edition, kept]));
  const byEdition = Map.groupBy(deliveries.rows, ({row}) => row.edition);
  // To look for the nearest name takes its time, and only so many faults are told.
  let unprintedCount = 0;
  for (const [name, rows] of byEdition) {
    const edition = printed.get(name);
    if (edition === undefined)
      tellUnprinted(name, rows, unprintedCount++ < mostFaults ? [...printed.keys()] : [], tell);
    else {
      tellTooMany(edition, rows, tell);
      tellTooEarly(edition.row, rows, tell);
    }
    tellTooManyReturns(name, rows, tell);
  }
};

type Rows = readonly KeptRow<DeliveryRow>[];

function tellUnprinted(name: string, rows: Rows, known: readonly string[], {refuse}: CheckListener): void {
  const digits = name.replace(/\D/g, "");
  const ofSameNumber = known.filter((other) => other.replace(/\D/g, "") === digits);
  const near = nearest(name, ofSameNumber) ?? nearest(name, known);
  const help = "add it to editions.csv, whose title and issue together are the edition";
  refuse("LEDGER_REFUSED", "deliveries", {
    line: rows[0]!.line,
    column: "edition",
    what: `nobody printed an edition ${quoted(name)}${inRows(rows)}`,
    help: near === null ? help : `write ${near}, or ${help}`,
  });
}

function tellTooMany({row: edition, line: editionLine}: KeptRow<EditionRow>, rows: Rows, tell: CheckListener): void {
  const {printedCopies, spoiledCopies, keptCopies} = edition;
  const there = printedCopies - spoiledCopies - keptCopies;
  const delivered = sumOf(rows, ({copies}) => copies);
  const returned = sumOf(rows, ({returnedCopies}) => returnedCopies);
  if (delivered <= there || there < 0) return;
  const parts = [
    [printedCopies, "printed"],
    [spoiledCopies, "spoiled"],
    [keptCopies, "kept"],
  ] as const;
  const why = parts.flatMap(([count, how]) => (count > 0 || how === "printed" ? `${formatNumber(count)} ${how}` : []));
  const but = `but only ${formatNumber(there)} were there (${why.join(", ")}: editions.csv:${editionLine})`;
  const what = `${plural(delivered, "copy", "copies")} of ${quoted(edition.edition)} delivered, ${but}`;
  const place = {line: lineOfExcess(rows, there, ({copies}) => copies), column: "copies"};
  const look = "look for a delivery that is booked twice";
  if (delivered - returned > there) {
    tell.refuse("LEDGER_IMPOSSIBLE", "deliveries", {...place, what, help: `${look}, or correct what was printed`});
  } else {
    const help = `${look}; leave it if copies that came back went out again`;
    tell.warn("deliveries", {...place, what, help});
  }
}

function tellTooManyReturns(name: string, rows: Rows, {refuse}: CheckListener): void {
  const one = rows.find(({row}) => row.copies > 0 && row.returnedCopies > row.copies);
  const delivered = one?.row.copies ?? sumOf(rows, ({copies}) => copies);
  const returned = one?.row.returnedCopies ?? sumOf(rows, ({returnedCopies}) => returnedCopies);
  if (returned <= delivered) return;
  const of = one === undefined ? ` of ${quoted(name)}` : "";
  const line = one?.line ?? lineOfExcess(rows, delivered, ({returnedCopies}) => returnedCopies);
  refuse("LEDGER_IMPOSSIBLE", "deliveries", {
    line,
    column: "returns",
    what: `${formatNumber(returned)} copies${of} returned, but only ${formatNumber(delivered)} delivered`,
    help: "look for a return booked for the wrong edition, or a delivery that is missing",
  });
}

function tellTooEarly({edition, printedOn}: EditionRow, rows: Rows, {warn}: CheckListener): void {
  const early = rows.filter(({row}) => row.on < printedOn);
  if (early.length === 0) return;
  warn("deliveries", {
    line: early[0]!.line,
    column: "date",
    what: `${quoted(edition)} went out on ${early[0]!.row.on}, before it was printed on ${printedOn}${inRows(early)}`,
    help: "correct the one of the two days that is wrong",
  });
}

function inRows(rows: Rows): string {
  return rows.length === 1 ? "" : `, in ${plural(rows.length, "row", "rows")}`;
}

function sumOf(rows: Rows, countOf: (row: DeliveryRow) => number): number {
  return rows.reduce((sum, {row}) => sum + countOf(row), 0);
}

/** The line in which the sum of what is counted goes past the limit. */
function lineOfExcess(rows: Rows, limit: number, countOf: (row: DeliveryRow) => number): number {
  let sum = 0;
  for (const {row, line} of rows) {
    sum += countOf(row);
    if (sum > limit) return line;
  }
  return rows.at(-1)!.line;
}
