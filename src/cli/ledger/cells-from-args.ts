import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {type BookName, bookColumns, type RowText} from "../../operations/books/book-page.ts";

/**
 * The cells of a row that were typed as COLUMN=VALUE.
 *
 * @throws {UserError} COMMAND_INCOMPLETE
 */
export function cellsFrom(typed: readonly string[], name: BookName): RowText {
  const columns = bookColumns(name).map((column) => column.name);
  const cells: Record<string, string> = {};
  for (const text of typed) {
    const [, column = "", value = ""] = /^([^=]*)=([\s\S]*)$/.exec(text) ?? [];
    if (!columns.includes(column)) {
      const near = nearest(column, columns);
      const help = near === null ? `write one of ${columns.join(", ")}, and = behind it` : `write ${near}=…`;
      throw new UserError("COMMAND_INCOMPLETE", `${name} has no column for "${text}"`, help);
    }
    if (Object.hasOwn(cells, column))
      throw new UserError("COMMAND_INCOMPLETE", `${column} is named twice`, "name it once");
    cells[column] = value.trim();
  }
  return cells;
}
