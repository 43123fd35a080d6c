import {columnIds} from "../base/words/labels.ts";
import {tellAll} from "../base/words/told.ts";
import type {Words} from "../base/words/words.ts";
import type {Table as MeasuredTable} from "../measures/table.ts";
import type {Table} from "./report.ts";
import {percentOf} from "./unit.ts";

/** A table in the report's language, with the publisher's own labels. */
export function tableTold(table: MeasuredTable, words: Words): Table {
  const own = (column: string): string | null => words.firstLabel(columnIds(table.id, column));
  const {id, title, rowLabel, groupLabel, columns, previous} = table;
  return {
    ...tellAll(table, words),
    title: words.label(`table.${id}`, title),
    rowLabel: own("rowLabel") ?? words.tell(rowLabel),
    groupLabel: groupLabel && (own("groupLabel") ?? words.tell(groupLabel)),
    columns: columns.map(({unit, label, ...column}) => ({
      ...column,
      label: own(column.id) ?? words.tell(label),
      unit: words.tell(unit),
      ...percentOf(unit),
    })),
    previous: previous && words.period(previous),
  };
}
