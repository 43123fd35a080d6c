import {parsePeriod} from "../base/period.ts";
import {columnIds} from "../base/words/labels.ts";
import {translate} from "../base/words/translate.ts";
import type {Translator} from "../base/words/translator.ts";
import type {PeriodFigures} from "../measures/measure-period.ts";
import type {MeasuredTable} from "../measures/tables/table.ts";
import type {Table} from "./report.ts";
import {pairsOf, type Rules, settingsApart} from "./rule-changes.ts";

/** What is known of the months that a table is of. */
type Measured = Rules & Pick<PeriodFigures, "coverage">;

/**
 * A table in the report's language, with the publisher's own labels.
 *
 * @param measured Null for a table of the books, which no rule has judged.
 */
export function localizeTable(table: MeasuredTable, words: Translator, measured: Measured | null = null): Table {
  const own = (column: string): string | null => words.firstLabel(columnIds(table.id, column));
  const {id, title, rowLabel, groupLabel, columns, previous} = table;
  return {
    ...translate(table, words),
    title: words.label(`table.${id}`, title),
    rowLabel: own("rowLabel") ?? words.translate(rowLabel),
    groupLabel: groupLabel && (own("groupLabel") ?? words.translate(groupLabel)),
    columns: columns.map(({unit, label, ...column}) => ({
      ...column,
      label: own(column.id) ?? words.translate(label),
      unit,
    })),
    previous: previous && words.period(previous),
    notes: [
      ...table.notes.map(({id, text}) => ({id, text: words.translate(text)})),
      ...(measured === null ? [] : rankNotes(table, measured, words)),
    ],
  };
}

/** That the ranks of the period before go by other rules. */
function rankNotes(
  {previous, rows}: MeasuredTable,
  measured: Measured,
  words: Translator,
): {id: string; text: string}[] {
  if (previous === null || rows.every(({previousRank}) => previousRank === null)) return [];
  const {months} = parsePeriod(previous, "1970-01-01");
  const own = measured.coverage.map(({month}) => month);
  const settings = settingsApart(measured, pairsOf(months, own));
  if (settings === null) return [];
  const text = words.t("ranks-by-other-rules", {period: words.periodWithin(previous), settings});
  return [{id: "ranks-by-other-rules", text}];
}
