import {readerColumns} from "../counted-columns.ts";
import {entryNamed, groupItems} from "../grouping.ts";
import {layTable} from "../lay-table.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

/** At which hours of the day is the site read? */
export async function makeHours(source: TableSource): Promise<Table[]> {
  const hours = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, "0"));
  const items = await source.engine.table("hour_item", {hour: "tiny", item: "integer"});
  items.add(hours.map((_, hour) => [hour, hour]));
  items.close();
  const {describe} = await groupItems(source.engine, hours, (hour) => entryNamed(hour, `${hour}:00`));
  const table = await layTable(
    {
      id: "hours",
      title: "Hours of the day",
      rowLabel: "Hour",
      groupLabel: null,
      definition: "Counted requests by the hour on the publication's clock in which they were answered.",
      form: "cycle",
      question: "table-hours",
      amount: "documents",
      columns: readerColumns,
      rows: hours.length,
      describe,
      unknown: null,
      whole: null,
      notes: () => [],
    },
    source,
  );
  return [table];
}
