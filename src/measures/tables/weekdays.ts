import {daysOfMonth} from "../../base/period.ts";
import {readerColumns} from "../counted-columns.ts";
import {entryNamed, groupItems} from "../grouping.ts";
import {layTable} from "../lay-table.ts";
import type {Table} from "../table.ts";
import type {TableSource} from "../table-source.ts";

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** On which days of the week is the site read? */
export async function makeWeekdays(source: TableSource): Promise<Table[]> {
  const {engine, period, previous} = source;
  const days = [...period.months, ...(previous?.months ?? [])].flatMap(daysOfMonth);
  const items = await engine.table("day_item", {day: "date", item: "integer"});
  items.add(days.map((day) => [day, weekdayOf(day)]));
  items.close();
  const {describe} = await groupItems(engine, weekdays, (name) => entryNamed(name.slice(0, 3).toLowerCase(), name));
  const table = await layTable(
    {
      id: "weekdays",
      title: "Days of the week",
      rowLabel: "Day",
      groupLabel: null,
      definition: "Counted requests by the day of the week. A period has not equally many of each day.",
      form: "cycle",
      question: "table-days",
      amount: "documents",
      columns: readerColumns,
      rows: weekdays.length,
      describe,
      unknown: null,
      whole: null,
      notes: () => [],
    },
    source,
  );
  return [table];
}

/** 0 for Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
