import {plural} from "../base/text.ts";
import {quoted} from "../workspace/sheet/cell.ts";
import type {RowText} from "./book.ts";
import {hasLostLetter, isFormula, mangledFrom, mayBeOdd} from "./cell-text.ts";
import type {LedgerWarning} from "./ledger-fault.ts";

interface Odd {
  readonly line: number;
  readonly column: string;
  readonly what: string;
  readonly help: string;
  rowCount: number;
}

/** Texts of a book that were spoilt on their way into it, each told once with the first line that has it. */
export class OddTexts {
  readonly #odd = new Map<string, Odd>();

  /** Looks at a row's cells. */
  look(cells: RowText, line: number): void {
    for (const [column, text] of Object.entries(cells)) {
      if (text === undefined || !mayBeOdd(text)) continue;
      const key = `${column} ${text}`;
      const known = this.#odd.get(key);
      if (known !== undefined) {
        known.rowCount++;
        continue;
      }
      const odd = oddityOf(text);
      if (odd !== null) this.#odd.set(key, {line, column, ...odd, rowCount: 1});
    }
  }

  /** One warning a text. */
  warnings(path: string): LedgerWarning[] {
    return [...this.#odd.values()].map(({line, column, what, help, rowCount}) => {
      const often = rowCount === 1 ? "" : `, in ${plural(rowCount, "row", "rows")}`;
      return {path, line, column, what: `${what}${often}`, help};
    });
  }
}

function oddityOf(text: string): {readonly what: string; readonly help: string} | null {
  const what = `letters of ${quoted(text)} were spoilt when the file was saved`;
  const save = "and save the file as CSV in UTF-8";
  const meant = mangledFrom(text);
  if (meant !== null) return {what, help: `write ${meant}, ${save}`};
  if (hasLostLetter(text)) return {what, help: `write the word anew, ${save}`};
  if (!isFormula(text)) return null;
  return {what: `${quoted(text)} looks like a formula`, help: "write what it comes to, if it is one"};
}
