import {listed, message} from "../../base/words/message.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import type {MeasuredRow, MeasuredTable} from "../tables/table.ts";
import {grossDistribution, isDelivered, netCirculation, printedCopies, returnedFromReaders} from "./circulation.ts";
import {daysTo, speedPercents, speedSentence} from "./days-to-percent.ts";
import {type Issue, issuesIn} from "./issues.ts";

/** What became of each edition of the period? In the order of printing. */
export function editionsTable(source: LedgerSource): MeasuredTable[] {
  const issues = issuesIn(source.issues, source.asked.period.months);
  const copies = {unit: message("unit.copies"), decimals: 0};
  const days = {unit: message("unit.days"), decimals: 0};
  return [
    {
      id: "editions",
      title: message("table.editions"),
      rowLabel: message("head-edition"),
      groupLabel: message("head-printed-on"),
      definition: message("editions-means"),
      form: "list",
      columns: [
        {id: "printedCopies", label: message("column.printedCopies"), ...copies},
        {id: "deliveredCopies", label: message("column.deliveredCopies"), ...copies},
        {id: "returnedCopies", label: message("column.returnedCopies"), ...copies},
        {id: "netCopies", label: message("column.netCopies"), ...copies},
        ...speedPercents.map((percent) => ({
          id: `daysTo${percent}Percent`,
          label: message(`column.daysTo${percent}Percent`),
          ...days,
        })),
      ],
      rows: issues.map(rowOf),
      previous: null,
      notes: source.ledger.deliveries.length === 0 ? [] : notesOf(source, issues),
    },
  ];
}

function rowOf(issue: Issue): MeasuredRow {
  const {edition, printedOn} = issue.edition;
  const delivered = [grossDistribution, returnedFromReaders, netCirculation];
  return {
    key: edition,
    label: edition,
    ...{group: printedOn, rank: null, previousRank: null, kind: "item"},
    values: [
      printedCopies(issue),
      ...delivered.map((copies) => (isDelivered(issue) ? copies(issue) : null)),
      ...speedPercents.map((percent) => daysTo(issue, percent).value),
    ],
  };
}

function notesOf(source: LedgerSource, issues: readonly Issue[]): MeasuredTable["notes"] {
  const late = issues.flatMap((issue) => {
    const [slowest] = speedPercents.toReversed();
    const {reason} = daysTo(issue, slowest!);
    return reason === null ? [] : [message("in-brackets", {text: issue.edition.edition, more: reason})];
  });
  return [
    ...speedPercents.map((percent) => ({
      id: `days-to-${percent}-percent-best`,
      text: speedSentence(source, percent),
    })),
    ...(late.length === 0
      ? []
      : [
          {
            id: "editions-late",
            text: message("editions-late", {percent: String(speedPercents.at(-1)), editions: listed(late)}),
          },
        ]),
  ];
}
