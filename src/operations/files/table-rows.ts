import {csvRow} from "../../workspace/sheet/csv-row.ts";
import {eachRow} from "../../workspace/sheet/csv-rows.ts";
import {findSeparator, type Separator} from "../../workspace/sheet/header.ts";

/** A row by the names of its columns, in small letters. */
export type RowByColumn = Readonly<Record<string, string>>;

/** A table that people keep as CSV, of which some rows are changed; all others stay as they were typed. */
export class TableRows {
  readonly #lines: string[];
  readonly #separator: Separator;
  /** The names of its columns, in their order; empty where it names none. */
  readonly columns: readonly string[];
  readonly #rows: {readonly cells: readonly string[]; readonly line: number}[] = [];

  /** @param names What its columns may be called, from which is told what parts the cells. */
  constructor(text: string, names: readonly string[]) {
    const plain = text.replace(/\r\n?/g, "\n");
    this.#lines = plain.split("\n");
    this.#separator = findSeparator(plain, names, [",", ";", "\t"]);
    let columns: readonly string[] = [];
    eachRow(plain, this.#separator, (cells, line) => {
      if (columns.length === 0) columns = cells.map((cell) => cell.toLowerCase());
      else this.#rows.push({cells, line: line - 1});
    });
    this.columns = columns;
  }

  /**
   * The text with its rows changed.
   *
   * @param change Gives a row as it is to be: itself where it stays, null where it goes.
   * @param added Rows behind the last.
   */
  with(change: (row: RowByColumn) => RowByColumn | null, added: readonly RowByColumn[]): string {
    const lines: (string | null)[] = [...this.#lines];
    for (const {cells, line} of this.#rows) {
      const row = Object.fromEntries(this.columns.map((name, place) => [name, cells[place] ?? ""]));
      const changed = change(row);
      if (changed === row) continue;
      const end = this.#endOf(line);
      lines.fill(null, line, end);
      if (changed !== null) lines[line] = this.#print(changed);
    }
    const kept = lines.filter((line) => line !== null);
    while (added.length > 0 && kept.at(-1) === "") kept.pop();
    return [...kept, ...added.map((row) => this.#print(row)), ...(added.length > 0 ? [""] : [])].join("\n");
  }

  #print(row: RowByColumn): string {
    return csvRow(
      this.columns.map((name) => row[name] ?? ""),
      this.#separator,
    );
  }

  /** The line behind the one in which the quotes are closed that a row opens. */
  #endOf(line: number): number {
    let quotes = 0;
    for (let place = line; place < this.#lines.length; place++) {
      quotes += this.#lines[place]!.split('"').length - 1;
      if (quotes % 2 === 0) return place + 1;
    }
    return this.#lines.length;
  }
}
