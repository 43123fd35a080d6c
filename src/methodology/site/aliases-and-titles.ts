import {z} from "zod";
import {quoted, textCell} from "../../workspace/sheet/cell.ts";
import {type SheetFault, SheetRefused} from "../../workspace/sheet/fault.ts";
import {readSheet} from "../../workspace/sheet/sheet.ts";
import {type DocumentNaming, usualNaming} from "./path.ts";
import {documentCell} from "./path-cell.ts";

/** What a table of aliases is called, and how a fault of it is told. */
export const aliasesFile = {
  code: "ALIASES_REFUSED",
  name: "table of aliases",
  help: "check aliases in broadsheet.yaml",
} as const;

/** Where a document has moved. */
interface Move {
  readonly now: string;
  readonly line: number;
}

/**
 * Reads a table of documents that have moved: `path,now`.
 *
 * Requests for `path` count for `now`; where that has moved, too, for where it is in the end. Both are documents, so that
 * `/news/index.html` is `/news/`.
 *
 * @returns Which document is one now? Itself where it has not moved.
 * @throws {UserError} ALIASES_REFUSED with the lines.
 * @source docs/departments.md#aliases
 */
export function readAliases(path: string, naming: DocumentNaming = usualNaming): (document: string) => string {
  const moves = new Map<string, Move>();
  const cell = documentCell(naming);
  readSheet(path, {...aliasesFile, columns: z.object({path: cell, now: cell})}, ({path: from, now}, {line, refuse}) => {
    const known = moves.get(from);
    if (known === undefined) moves.set(from, {now, line});
    else if (known.now !== now) {
      const what = `${quoted(from)} leads to ${quoted(now)} here and to ${quoted(known.now)} in line ${known.line}`;
      refuse(what, "delete one of the two lines", "path");
    }
  });
  const circles: SheetFault[] = [];
  const ends = endsOf(moves, circles);
  if (circles.length > 0) throw new SheetRefused(aliasesFile.code, path, circles);
  return (document) => ends.get(document) ?? document;
}

/** Where every document that has moved is in the end. Each step is taken once, however long the chains are. */
function endsOf(moves: ReadonlyMap<string, Move>, circles: SheetFault[]): Map<string, string> {
  const ends = new Map<string, string>();
  for (const start of moves.keys()) {
    const way = new Set<string>();
    let place = start;
    while (moves.has(place) && !ends.has(place) && !way.has(place)) {
      way.add(place);
      place = moves.get(place)!.now;
    }
    if (way.has(place)) circles.push(circleFault([...way].slice([...way].indexOf(place)), moves));
    const end = ends.get(place) ?? place;
    for (const passed of way) ends.set(passed, end);
  }
  return ends;
}

/** How many documents of a circle are named. */
const mostNamed = 10;

function circleFault(circle: readonly string[], moves: ReadonlyMap<string, Move>): SheetFault {
  const lines = circle.map((document) => moves.get(document)!.line);
  const first = lines.indexOf(Math.min(...lines));
  const round = [...circle.slice(first), ...circle.slice(0, first)];
  const named = round.length > mostNamed ? [...round.slice(0, mostNamed), "…"] : round;
  return {
    line: lines[first]!,
    column: "now",
    what: `the documents lead in a circle: ${[...named, round[0]!].join(" → ")}`,
    help: circle.length === 1 ? "delete the line" : "delete the line of the document that is there now",
  };
}

const titleText = {
  code: "TITLES_REFUSED",
  name: "table of titles",
  help: "check titles in broadsheet.yaml",
} as const;

const titleCell = textCell("write the title, or delete the line");

/** How a document is called in print, and in which group it is listed. */
export interface DocumentTitle {
  /** As it was typed, markup and control characters too: it is escaped where it is printed. */
  readonly title: string;
  readonly group: string | null;
}

/**
 * Reads a table of documents' titles: `path,title,group`; `group` may be missing or empty.
 *
 * @returns By document, in the order of the table.
 * @throws {UserError} TITLES_REFUSED with the lines.
 * @source docs/departments.md#titles
 */
export function readTitles(path: string, naming: DocumentNaming = usualNaming): ReadonlyMap<string, DocumentTitle> {
  const titles = new Map<string, DocumentTitle>();
  const lines = new Map<string, number>();
  const columns = z.object({path: documentCell(naming), title: titleCell, group: z.string().optional()});
  readSheet(path, {...titleText, columns}, ({path: document, title, group = null}, {line, refuse}) => {
    const known = titles.get(document);
    if (known !== undefined && (known.title !== title || known.group !== group)) {
      refuse(
        `${quoted(document)} is there already, in line ${lines.get(document)}`,
        "delete one of the two lines",
        "path",
      );
    }
    if (known !== undefined) return;
    titles.set(document, {title, group});
    lines.set(document, line);
  });
  return titles;
}
