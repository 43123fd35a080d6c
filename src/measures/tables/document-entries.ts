import type {TableEntry} from "../layout.ts";
import type {TableSource} from "./source.ts";

/** Names documents by their paths, and by their titles where the publisher gives them. */
export function describeDocuments({
  engine,
  holdings,
  sites,
}: TableSource): (entries: readonly number[]) => Promise<ReadonlyMap<number, TableEntry>> {
  return async (entries) => {
    const table = await engine.table("shown");
    table.add(entries.map((entry) => [entry]));
    table.close();
    const rows = await engine.ask("document-names");
    return new Map(
      rows.map((row) => {
        const key = String(row["name"]);
        // Of several sites, the site stands before the path.
        const slash = sites === null ? 0 : Math.max(0, key.indexOf("/"));
        const [site, path] = [key.slice(0, slash), key.slice(slash)];
        const title = holdings.titles.get(path)?.title;
        const label = title === undefined ? key : site === "" ? title : `${title} (${site})`;
        return [Number(row["entry"]), {key, label, group: null}];
      }),
    );
  };
}
