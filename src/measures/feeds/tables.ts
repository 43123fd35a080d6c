import {message} from "../../base/words/message.ts";
import {subscriberColumns} from "../counted-columns.ts";
import type {TableEntry, TableLayout} from "../layout.ts";
import {entryNamed, groupItems} from "../tables/grouping.ts";
import {askTable, layTable} from "../tables/lay.ts";
import type {TableSource} from "../tables/source.ts";
import type {MeasuredTable} from "../tables/table.ts";

/** The number of clients that ask by themselves; services follow, and feeds after them. */
const alone = -1;

/** The row of those clients. */
const ownKey = "clients";

/** Who subscribes to feeds, by service and by feed? None where nobody does. */
export async function makeFeedSubscribers(source: TableSource, rows: number): Promise<MeasuredTable[]> {
  const {services, feeds} = source.names;
  const items = [null, ...services.map((name) => ({service: name})), ...feeds.map((name) => ({feed: name}))];
  type Item = (typeof items)[number];
  const byService = await layFeeds(
    source,
    {
      id: "feed-subscribers",
      title: message("table.feed-subscribers"),
      rowLabel: message("head-service"),
      groupLabel: null,
      definition: message("feed-services-means"),
      rows,
    },
    await groupItems(
      source.engine,
      items,
      (item: Item): TableEntry | null => {
        if (item === null) return entryNamed(ownKey, message("feed-clients-alone"));
        return "service" in item ? entryNamed(`service ${item.service}`, item.service) : null;
      },
      alone,
    ),
  );
  const byFeed = await layFeeds(
    source,
    {
      id: "feed-subscribers:feeds",
      title: message("table.feed-subscribers:feeds"),
      rowLabel: message("head-feed"),
      groupLabel: null,
      definition: message("feeds-means"),
      rows,
    },
    await groupItems(
      source.engine,
      items,
      (item: Item) => (item !== null && "feed" in item ? entryNamed(item.feed) : null),
      alone,
    ),
  );
  // Where no service speaks, or there is one feed, the figure says it all.
  return [byService, byFeed].filter(({rows: [first, ...more]}) => {
    return (
      first !== undefined && (more.length > 0 || (first.kind === "item" && first.key !== ownKey && feeds.length > 1))
    );
  });
}

async function layFeeds(
  source: TableSource,
  named: Pick<TableLayout, "id" | "title" | "rowLabel" | "groupLabel" | "definition" | "rows">,
  {describe, load}: Pick<TableLayout, "describe" | "load">,
): Promise<MeasuredTable> {
  const asked = await askTable(
    {
      ...named,
      form: "ranked",
      question: "table-feeds",
      amount: "readers",
      columns: subscriberColumns,
      describe,
      load,
      unknown: null,
      whole: null,
      notes: () => [],
    },
    source,
  );
  return layTable(asked, source, null);
}
