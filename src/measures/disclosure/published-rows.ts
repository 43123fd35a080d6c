import {type Asked, unknown} from "../layout.ts";
import type {TableSource} from "../tables/source.ts";
import type {Printed} from "./printed.ts";
import {type PublishedBefore, publishedOfMonths} from "./published-before.ts";

/** A row of a table as it was published. */
interface PublishedRow {
  readonly kind: string;
  readonly key: string;
  /** By the column's id. */
  readonly values: ReadonlyMap<string, number | null>;
}

/** The rows of a table as they were published; none where the report did not have it. */
export function publishedRows({values}: PublishedBefore, table: string): PublishedRow[] {
  const start = `table|${table}|`;
  const cells = [...values].flatMap(([key, value]) => {
    if (!key.startsWith(start)) return [];
    const [kind, column] = [key.slice(start.length).split("|", 1)[0]!, key.slice(key.lastIndexOf("|") + 1)];
    return [{kind, key: key.slice(start.length + kind.length + 1, -column.length - 1), column, value}];
  });
  return [...Map.groupBy(cells, ({kind, key}) => `${kind}|${key}`).values()].map((own) => {
    const {kind, key} = own[0]!;
    return {kind, key, values: new Map(own.map(({column, value}) => [column, value]))};
  });
}

/** What a row that was published is made of now. */
interface MadeOf {
  readonly cells: Iterable<number>;
  /** How many requests these are now. */
  readonly requests: number;
}

/**
 * Counts among what is printed the rows that a table had when the same period was published: what a report says now is read beside them.
 *
 * @param amount The column of requests.
 * @param whole The cells of the whole table.
 * @param find What is a row made of? Null where that is not known any more.
 */
export function printPublished(
  printed: Printed,
  rows: readonly PublishedRow[],
  {amount, whole}: {readonly amount: string; readonly whole: Iterable<number>},
  find: (row: PublishedRow) => MadeOf | null,
): void {
  let rest: ReadonlySet<number> | null = printed.among(whole);
  for (const row of rows) {
    const before = row.values.get(amount) ?? null;
    if (row.kind === "others" || before === null) continue;
    const found = find(row);
    const cells = printed.among(found?.cells ?? []);
    // Nothing follows from a row that is not known any more, nor from what was left beside it.
    rest = cells.size === 0 || rest === null ? null : rest.difference(cells);
    if (cells.size === 0) continue;
    const readers = row.values.get("readers") ?? null;
    printed.print({cells, readers, hasRequests: true, isPublished: true, hasMoved: found!.requests !== before});
  }
  const readers = rows.find(({kind}) => kind === "others")?.values.get("readers") ?? null;
  // Its requests follow from those of the rows.
  if (rest !== null && readers !== null) printed.print({cells: rest, readers, hasRequests: false, isPublished: true});
}

/** The same for a table whose entries are known by their keys. */
export async function printPublishedTable(
  printed: Printed,
  {layout, found}: Asked,
  source: TableSource,
): Promise<void> {
  const {id, amount, cellsOf, describe} = layout;
  for (const one of publishedOfMonths(source.period, source.published)) {
    const rows = publishedRows(one, id);
    if (rows.length === 0) continue;
    const described = await describe([...found.keys()].filter((entry) => entry >= 0));
    const entries = new Map([...described].map(([entry, {key}]) => [key, entry]));
    printPublished(printed, rows, {amount, whole: cellsOf?.(null) ?? printed.all}, ({kind, key}) => {
      const entry = kind === "unknown" ? unknown : entries.get(key);
      if (entry === undefined) return null;
      return {cells: cellsOf?.(entry) ?? [entry], requests: found.get(entry)?.[amount] ?? 0};
    });
  }
}
