import {formatNumber} from "../../base/number.ts";
import {monthTitle, parsePeriod} from "../../base/period.ts";
import {plural, visible} from "../../base/text.ts";
import type {OtherFigure, OtherVersion, SinceLists} from "../../operations/report/since-lists.ts";

/** More figures than these are not told one by one. */
const mostFigures = 40;

/**
 * What an upgrade did to a report that was made before, and how its period goes by the lists of then.
 *
 * @param period Of the report, `2005-H2`.
 */
export function sinceListsLines({versions, figures, hasOthers}: SinceLists, period: string): string[] {
  const moved = figures.slice(0, mostFigures).map((figure) => `  ${figureLine(figure)}`);
  const more = figures.length - moved.length;
  return [
    `Since this report was made before, these are others: ${versions.map(versionText).join("; ")}.`,
    figures.length === 0
      ? "No figure of the main table is another for it."
      : `${plural(figures.length, "figure", "figures")} of the main table moved:`,
    ...moved,
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...(hasOthers && figures.length > 0
      ? ["Settings or logs are others, too: what is kept does not tell which of them moved a figure."]
      : []),
    ...formerLists(versions, period),
  ];
}

function versionText({name, before, now}: OtherVersion): string {
  return `${visible(name)} ${visible(before ?? "(none)")} → ${visible(now ?? "(none)")}`;
}

function figureLine({label, decimals, column, before, now}: OtherFigure): string {
  const [was, is] = [before, now].map((value) => (value === null ? "–" : formatNumber(value, decimals)));
  return `${visible(label)}, ${column === null ? "whole period" : monthTitle(column)}: ${was} → ${is}`;
}

function formerLists(versions: readonly OtherVersion[], period: string): string[] {
  const kept = versions.filter(({file}) => file !== null);
  const gone = versions.find(({name, before}) => name === "broadsheet" && before !== null);
  const own = gone
    ? [`The list broadsheet ${gone.before} is a part of the program: the Broadsheet that had it counts by it.`]
    : [];
  if (kept.length === 0) return own;
  const {months} = parsePeriod(period, "1970-01-01");
  const lists = kept.map(({name, file}) => `{name: ${name}, file: ${file}}`).join(", ");
  return [
    ...own,
    "The former lists of packages are kept. For these months to go by them still, put into broadsheet.yaml, with the lists that stay:",
    "  methodology:",
    "    changes:",
    `      - {from: ${months[0]}, until: ${months.at(-1)}, robots: {lists: [${lists}]}}`,
  ];
}
