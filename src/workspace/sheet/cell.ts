import {z} from "zod";
import {isDay, isMonth} from "../../base/period.ts";

/** What one cell of a sheet may hold: reads its text, trimmed, as a value. */
export type Cell<Value> = z.ZodType<Value, string>;

/** Says why a cell cannot be used: what was found, and one thing to try. */
export type RefuseCell = (what: string, help: string) => never;

/**
 * A cell that is read by a function, which refuses in its own words.
 *
 * A plain schema (`z.enum`, `z.string().min(1)`) serves too, and gets general words. `.optional()` makes the column one
 * that may be missing and a cell that may be empty.
 */
export function cell<Value>(read: (text: string, refuse: RefuseCell) => Value): Cell<Value> {
  return z.string().transform((text, context) =>
    read(text, (what, help) => {
      context.addIssue({code: "custom", message: what, params: {help}});
      return z.NEVER;
    }),
  );
}

/** The text of a cell as a message quotes it, cut where it is long. */
export function quoted(text: string): string {
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

/** A text that is not empty. */
export function textCell(help: string): Cell<string> {
  return cell((text, refuse) => (text === "" ? refuse("the cell is empty", help) : text));
}

/** A day, `YYYY-MM-DD`, that the calendar has; null where the cell is empty. */
export const dayOrEmptyCell: Cell<string | null> = cell((text, refuse) => {
  if (text === "") return null;
  return isDay(text) ? text : refuse(`${quoted(text)} is not a day`, "write it like 2005-09-01");
});

/** A month, `YYYY-MM`. */
export const monthCell: Cell<string> = cell((text, refuse) => {
  if (isMonth(text)) return text;
  const [, year, month] = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? [];
  const meant = `${year}-${month?.padStart(2, "0")}`;
  const help = isMonth(meant) ? `write ${meant}` : "write it like 2005-07";
  return refuse(`${quoted(text)} is not a month`, help);
});
