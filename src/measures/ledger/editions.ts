import {listed} from "../../base/text.ts";
import type {Table, TableRow} from "../table.ts";
import {grossDistribution, isDelivered, netCirculation, printedCopies, returnedFromReaders} from "./circulation.ts";
import {daysTo, speedPercents, speedSentence} from "./days-to-percent.ts";
import {type Issue, issuesIn} from "./issues.ts";
import type {LedgerSource} from "./ledger-survey.ts";

/** What became of each edition of the period? In the order of printing. */
export function editionsTable(source: LedgerSource): Table[] {
  const issues = issuesIn(source.issues, source.asked.period.months);
  const copies = {unit: "copies", decimals: 0};
  const days = {unit: "days", decimals: 0};
  return [
    {
      id: "editions",
      title: "Editions",
      rowLabel: "Edition",
      groupLabel: "Printed on",
      definition:
        "Each edition printed in the period: copies that left the press, went out to readers, came back and stayed out, and the days from the print date until a share of them was out.",
      form: "list",
      columns: [
        {id: "printedCopies", label: "Printed", ...copies},
        {id: "deliveredCopies", label: "Delivered", ...copies},
        {id: "returnedCopies", label: "Returned", ...copies},
        {id: "netCopies", label: "Net", ...copies},
        ...speedPercents.map((percent) => ({
          id: `daysTo${percent}Percent`,
          label: `Days to ${percent}%`,
          ...days,
        })),
      ],
      rows: issues.map(rowOf),
      previous: null,
      notes: source.ledger.deliveries.length === 0 ? [] : notesOf(source, issues),
    },
  ];
}

function rowOf(issue: Issue): TableRow {
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

function notesOf(source: LedgerSource, issues: readonly Issue[]): Table["notes"] {
  const late = issues.flatMap((issue) => {
    const [slowest] = speedPercents.toReversed();
    const {reason} = daysTo(issue, slowest!);
    return reason === null ? [] : [`${issue.edition.edition} (${reason})`];
  });
  return [
    ...speedPercents.map((percent) => ({
      id: `days-to-${percent}-percent-best`,
      text: speedSentence(source, percent),
    })),
    ...(late.length === 0
      ? []
      : [{id: "editions-late", text: `Not out to ${speedPercents.at(-1)}%: ${listed(late)}.`}]),
  ];
}
