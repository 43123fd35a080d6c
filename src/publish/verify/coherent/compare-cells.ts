import {parse} from "csv-parse/sync";
import {differs, type Finding, unchecked} from "../answer.ts";
import {type ComparedFile, compareLines, figuresWithin} from "./compare-lines.ts";

/** So many cells of a file are named. */
const mostNamed = 20;

/** Which cells of a table are not what would be made now? A cell is called by what its row begins with, and by its column. */
export function compareCells(compared: ComparedFile): Finding[] {
  const {file, published, made, excuse} = compared;
  if (published === made) return [];
  const [own, now] = [rowsOf(published), rowsOf(made)];
  // Of what is no table any more, the lines are compared.
  if (own === null || now === null || own.length !== now.length) return compareLines(compared, () => null);
  const heads = now[0] ?? [];
  const known = excuse === null ? null : figuresWithin(made);
  let open = 0;
  const findings = now.flatMap((row, place) => {
    const other = own[place]!;
    return Array.from({length: Math.max(row.length, other.length)}, (_, column) => column).flatMap((column) => {
      const [theirs, ours] = [other[column] ?? "", row[column] ?? ""];
      if (theirs === ours) return [];
      const isKnown = known !== null && [...figuresWithin(theirs)].every((figure) => known.has(figure));
      if (isKnown || (known !== null && isRounded(theirs, ours))) {
        open += 1;
        return [];
      }
      const cell = `${nameOf(row, heads)}, ${heads[column] || `column ${column + 1}`}`;
      return [
        differs(`${file}:${place + 1}`, "the file does not say what report.json says", {
          cell,
          published: theirs,
          now: ours,
        }),
      ];
    });
  });
  if (findings.length === 0) {
    if (excuse === null) return [differs(file, "it is written otherwise, with the same cells")];
    const cells = open === 1 ? "1 cell differs" : `${open} cells differ`;
    return [unchecked(file, open === 0 ? excuse : `${cells} in words, or in where figures stand: ${excuse}`)];
  }
  const more = findings.length - mostNamed;
  return [...findings.slice(0, mostNamed), ...(more > 0 ? [differs(file, `and ${more} more cells differ`)] : [])];
}

/** Is it the same number, with other digits behind the ninth? Versions print these differently. */
function isRounded(theirs: string, ours: string): boolean {
  // Counts are whole, and the same to the last digit.
  if (!theirs.includes(".") && !ours.includes(".")) return false;
  const [one, other] = [theirs, ours].map((text) =>
    /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text).toPrecision(9) : text,
  );
  return one === other;
}

function rowsOf(text: string): string[][] | null {
  try {
    return parse(text, {relax_column_count: true, bom: false, max_record_size: 1_000_000}) as string[][];
  } catch {
    return null;
  }
}

/** In the report's own CSV a row is of a section and an id; in tidy data the words before the first number say what it is of. */
function nameOf(row: readonly string[], heads: readonly string[]): string {
  if (heads[0] === "section")
    return row
      .slice(0, 3)
      .filter((cell) => cell !== "")
      .join(" ");
  const first = row.findIndex((cell) => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(cell));
  const named = row.slice(0, first < 1 ? 2 : Math.min(first, 3)).filter((cell) => cell !== "");
  return named.join(" ") || `row of ${row[0] ?? ""}`;
}
