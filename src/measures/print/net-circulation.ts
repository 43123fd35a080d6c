import {listed, message, figure as shown} from "../../base/words/message.ts";
import {type BookMeasure, type BookValue, found, missing} from "../ledger/book-measure.ts";
import {reasonSpan} from "../ledger/book-months.ts";
import type {LedgerNote} from "../ledger/ledger-note.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {isDelivered, netCirculation as net, totalOf} from "./circulation.ts";
import {type Issue, issuesIn} from "./issues.ts";

/** How many copies of an issue went out to readers and did not come back? */
export function netCirculationMeasures({issues, asked}: LedgerSource): BookMeasure[] {
  const {months} = asked.period;
  return [
    {
      id: "net-circulation",
      label: message("measure.net-circulation"),
      unit: message("unit.copies-an-issue"),
      decimals: 0,
      definition: message("net-circulation-measure-means"),
      better: "more",
      figure: (of) => averageNet(issuesIn(issues, of), of),
      notes: undeliveredNotes(issuesIn(issues, months)).map((note) => ({...note, columns: months})),
      range: null,
    },
  ];
}

function averageNet(issues: readonly Issue[], months: readonly string[]): BookValue {
  if (issues.length === 0) return missing(message("nothing-printed", reasonSpan(months)));
  const delivered = issues.filter(isDelivered);
  if (delivered.length === 0) return missing(message("no-delivery-noted", reasonSpan(months)));
  return found(totalOf(delivered, net) / delivered.length);
}

/** Names the issues that circulation leaves out, since nobody noted where they went. */
export function undeliveredNotes(issues: readonly Issue[]): Omit<LedgerNote, "columns">[] {
  const silent = issues.filter((issue) => !isDelivered(issue));
  if (silent.length === 0) return [];
  const named = silent.map(({edition}) =>
    message("issue-printed", {edition: edition.edition, copies: shown(edition.printedCopies)}),
  );
  const text = message("issues-not-delivered", {count: silent.length, issues: listed(named)});
  return [{id: "issues-not-delivered", text}];
}
