import type {TableEntry} from "../layout.ts";
import type {TableSource} from "./source.ts";

/** Names documents by their paths, and by their titles where the publisher gives them. */
export function describeDocuments({
  engine,
  holdings,
}: TableSource): (entries: readonly number[]) => Promise<ReadonlyMap<number, TableEntry>> {
  return async (entries) => {
    const table = await engine.table("shown");
    table.add(entries.map((entry) => [entry]));
    table.close();
    const rows = await engine.ask("document-names");
    return new Map(
      rows.map((row) => {
        const key = String(row["name"]);
        return [Number(row["entry"]), {key, label: holdings.titles.get(key)?.title ?? key, group: null}];
      }),
    );
  };
}
