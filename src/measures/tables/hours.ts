import {message} from "../../base/words/message.ts";
import {readerColumns} from "../counted-columns.ts";
import {printedAlone} from "../disclosure/whole.ts";
import {entryNamed, groupItems} from "./grouping.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

/** At which hours of the day is the site read? */
export async function makeHours(source: TableSource): Promise<MeasuredTable[]> {
  const hours = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, "0"));
  const items = await source.engine.table("hour_item");
  items.add(hours.map((_, hour) => [hour, hour]));
  items.close();
  const {describe, load} = await groupItems(source.engine, hours, (hour) => entryNamed(hour, `${hour}:00`));
  const asked = await askTable(
    {
      id: "hours",
      title: message("table.hours"),
      rowLabel: message("head-hour"),
      groupLabel: null,
      definition: message("hours-means"),
      form: "cycle",
      question: "table-hours",
      amount: "documents",
      columns: readerColumns,
      rows: hours.length,
      describe,
      load,
      unknown: null,
      whole: null,
      notes: () => [],
    },
    source,
  );
  return [await layTable(asked, source, await printedAlone(asked, source))];
}
