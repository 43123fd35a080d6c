import {formatNumber} from "../../base/number.ts";
import {listed, plural} from "../../base/text.ts";
import {type BookMeasure, type Found, found, missing} from "./book-measure.ts";
import {inThis} from "./book-months.ts";
import {isDelivered, netCirculation as net, totalOf} from "./circulation.ts";
import {type Issue, issuesIn} from "./issues.ts";
import type {LedgerNote} from "./ledger-note.ts";
import type {LedgerSource} from "./ledger-survey.ts";

/** How many copies of an issue went out to readers and did not come back? */
export function netCirculation({issues, asked}: LedgerSource): BookMeasure[] {
  const {months} = asked.period;
  return [
    {
      id: "net-circulation",
      label: "Net circulation",
      unit: "copies an issue",
      decimals: 0,
      definition:
        "Copies that went out to readers and did not come back, on average of the issues printed. It is not known how many of them were read, or by how many people.",
      better: "more",
      figure: (of) => averageNet(issuesIn(issues, of), of),
      notes: undeliveredNotes(issuesIn(issues, months)).map((note) => ({...note, columns: months})),
      range: null,
    },
  ];
}

function averageNet(issues: readonly Issue[], months: readonly string[]): Found {
  if (issues.length === 0) return missing(`no edition was printed ${inThis(months)}`);
  const delivered = issues.filter(isDelivered);
  if (delivered.length === 0) return missing(`no delivery is noted of what was printed ${inThis(months)}`);
  return found(totalOf(delivered, net) / delivered.length);
}

/** Names the issues that circulation leaves out, since nobody noted where they went. */
export function undeliveredNotes(issues: readonly Issue[]): Omit<LedgerNote, "columns">[] {
  const silent = issues.filter((issue) => !isDelivered(issue));
  if (silent.length === 0) return [];
  const named = silent.map(({edition}) => `${edition.edition} (${formatNumber(edition.printedCopies)} printed)`);
  const text = `Left out of circulation: ${plural(silent.length, "issue", "issues")} of which no delivery is noted, ${listed(named)}.`;
  return [{id: "issues-not-delivered", text}];
}
