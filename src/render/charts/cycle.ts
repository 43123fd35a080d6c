import type {Translator} from "../../base/words/translator.ts";
import type {Table} from "../../report/report.ts";
import {cycleBars, describeCycle} from "../content/bars.ts";
import type {Markup} from "../markup/html.ts";
import {drawBars} from "./bars.ts";

/** A table's first column as bars from zero, one a row, in the table's own order: the shape of a day or a week. */
export function drawCycle(table: Table, words: Translator): Markup {
  return drawBars(cycleBars(table, words), {title: table.title, description: describeCycle(table, words)}, words);
}
