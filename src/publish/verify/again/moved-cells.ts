import {parsePeriod} from "../../../base/period.ts";
import {Translator} from "../../../base/words/translator.ts";
import type {MovedPublished} from "../../../report/restate/figures.ts";
import {differs, type Finding, valueText} from "../answer.ts";

const words = new Translator("en");
/** So many figures are named; of the others it is said how many they are. */
const mostNamed = 50;

/** What a person calls a figure: `Distinct users, September 2005`. */
export function cellOf({label, span, cell}: Pick<MovedPublished, "label" | "span" | "cell">): string {
  if (cell !== null) return `${label}: ${cell.row}, ${cell.column}`;
  return `${label}, ${words.period(parsePeriod(span, "1970-01-01").name)}`;
}

/** Both values of a figure, and how they are printed. */
export function valuesOf({before, after, decimals}: MovedPublished): Pick<Finding, "published" | "now" | "decimals"> {
  return {published: valueText(before), now: valueText(after), decimals};
}

/** Figures that are others now, each with its cause. */
export function movedFindings(
  moved: readonly MovedPublished[],
  causeOf: (figure: MovedPublished) => string,
): Finding[] {
  const named = moved.slice(0, mostNamed).map((figure) => {
    return differs("report.json", causeOf(figure), {cell: cellOf(figure), ...valuesOf(figure)});
  });
  const more = moved.length - mostNamed;
  return more > 0 ? [...named, differs("report.json", `and ${more} more figures are others`)] : named;
}
