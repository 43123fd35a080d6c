import {html, type Markup} from "../markup/html.ts";

/** What stands among the tables: a table, a list or a map, with a heading of its own. */
export interface TablePart {
  readonly id: string;
  /** Its classes; `wide` has a line to itself. */
  readonly classes: readonly string[];
  readonly content: Markup;
}

/** A table of more columns than this has its line to itself. */
const mostBeside = 3;
/** On paper, where letters are small and no bars are drawn. */
const mostOnPaper = 5;

/** How much room a table takes: one of few columns stands beside another; one of few rows stays on one page. */
export function roomOf(columns: number): string[] {
  if (columns > mostOnPaper) return ["wide", "widest"];
  return columns > mostBeside ? ["wide"] : [];
}

/** Parts in their order, two beside each other where there is room. */
export function besideEachOther(parts: readonly TablePart[]): Markup {
  const sections = inLines(parts).map(
    ({id, classes, content}) => html`<div class="${classes.join(" ")}" id="${id}">
${content}</div>
`,
  );
  return html`<div class="tables">
${sections}</div>
`;
}

/** Two of few columns stand in a line; what finds none beside it has the line to itself, so that no half of it is empty. */
function inLines(parts: readonly TablePart[]): TablePart[] {
  const sized: TablePart[] = [];
  let waiting: TablePart | null = null;
  const alone = (part: TablePart | null): TablePart[] =>
    part === null ? [] : [{...part, classes: [...part.classes, "alone"]}];
  for (const part of parts) {
    if (part.classes.includes("wide")) {
      sized.push(...alone(waiting), part);
      waiting = null;
    } else if (waiting === null) waiting = part;
    else {
      sized.push(waiting, part);
      waiting = null;
    }
  }
  return [...sized, ...alone(waiting)];
}
