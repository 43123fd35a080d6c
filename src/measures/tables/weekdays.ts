import {daysOfMonth} from "../../base/period.ts";
import {message, weekday} from "../../base/words/message.ts";
import {readerColumns} from "../counted-columns.ts";
import {printedAlone} from "../disclosure/whole.ts";
import {entryNamed, groupItems} from "./grouping.ts";
import {askTable, layTable} from "./lay.ts";
import type {TableSource} from "./source.ts";
import type {MeasuredTable} from "./table.ts";

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** On which days of the week is the site read? */
export async function makeWeekdays(source: TableSource): Promise<MeasuredTable[]> {
  const {engine, period, previous} = source;
  const days = [...period.months, ...(previous?.months ?? [])].flatMap(daysOfMonth);
  const items = await engine.table("day_item");
  items.add(days.map((day) => [day, weekdayOf(day)]));
  items.close();
  const {describe, load} = await groupItems(engine, weekdays, (key) => entryNamed(key, weekday(weekdays.indexOf(key))));
  const asked = await askTable(
    {
      id: "weekdays",
      title: message("table.weekdays"),
      rowLabel: message("head-day"),
      groupLabel: null,
      definition: message("weekdays-means"),
      form: "cycle",
      question: "table-days",
      amount: "documents",
      columns: readerColumns,
      rows: weekdays.length,
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

/** 0 for Monday. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
