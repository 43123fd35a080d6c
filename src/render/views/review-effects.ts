import {formatNumber} from "../../base/number.ts";
import {monthTitle} from "../../base/period.ts";
import {type ClientSpan, effectsOf, type ReviewFigures, type ReviewSpan} from "../../report/review.ts";
import {layGrid} from "../text/grid.ts";
import type {Paint} from "../text/paint.ts";

const rows: readonly {readonly label: string; readonly print: (figures: ReviewFigures) => string}[] = [
  {label: "Distinct users", print: ({readers}) => formatNumber(readers)},
  {label: "Megabytes per day", print: ({megabytesPerDay: mb}) => (mb === null ? "–" : formatNumber(mb, 1))},
  {label: "Files per day", print: ({documentsPerDay}) => formatNumber(documentsPerDay)},
];

/** What each decision about these clients would do to the figures of a month. */
export function effectGrid(span: ReviewSpan, own: readonly ClientSpan[], width: number, paint: Paint): string[] {
  const {now, leftOut, asReader} = effectsOf(span, own);
  const columns = [
    {head: monthTitle(span.name), cells: rows.map(({label}) => label), isText: true},
    ...(
      [
        ["now", now],
        ["left\u00a0out", leftOut],
        ["as\u00a0a\u00a0reader", asReader],
      ] as const
    ).map(([head, figures]) => ({head, cells: rows.map(({print}) => print(figures))})),
  ];
  const {lines, heads} = layGrid(columns, width);
  return lines.map((line, place) => (place < heads ? paint.faint(line) : line));
}
