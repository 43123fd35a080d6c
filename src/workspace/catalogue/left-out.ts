import type {RepeatedRow, UnreadFile} from "./rows.ts";

/** What the catalogue lets its parts do with its rows. */
interface Rows {
  all<T>(sql: string): T[];
  run(sql: string, ...values: (string | number | null)[]): void;
  inTransaction(change: () => void): void;
}

/** What of the logs does not count: lines that count in another input, and files of which nothing could be read. */
export class LeftOut {
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Lines of each input that stand in another, too, and count there. */
  repeated(): RepeatedRow[] {
    return this.#rows.all("select input, name, lines from repeated order by input, name");
  }

  /** Adds to these, within a transaction. */
  add(input: number, repeated: readonly Omit<RepeatedRow, "input">[]): void {
    for (const {name, lines} of repeated) {
      const sql = "insert into repeated values (?, ?, ?) on conflict do update set lines = lines + excluded.lines";
      this.#rows.run(sql, input, name, lines);
    }
  }

  /** Files that were named and of which nothing could be read; none that was read since. */
  unread(): UnreadFile[] {
    return this.#rows.all("select name, reason from unread order by name");
  }

  /** Notes files of which nothing could be read, and forgets those that could be, or that nobody wants to know of. */
  noteUnread(files: readonly UnreadFile[], over: readonly string[]): void {
    const known = new Set(this.unread().map(({name}) => name));
    const gone = over.filter((name) => known.has(name));
    if (files.length === 0 && gone.length === 0) return;
    this.#rows.inTransaction(() => {
      for (const name of gone) this.#rows.run("delete from unread where name = ?", name);
      for (const {name, reason} of files) this.#rows.run("insert or replace into unread values (?, ?)", name, reason);
    });
  }
}
