import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import type {Figures, Report} from "../../report/report.ts";
import {chartCaption, describeChart, tableCaption} from "../charts/captions.ts";
import {drawChart} from "../charts/months.ts";
import {ledgerView} from "../content/ledger-as-report.ts";
import {wordsOf} from "../content/report-words.ts";
import {keyFigure} from "../pdf/parts/figures.ts";
import {shorten} from "../text/wrap.ts";
import {type Drawing, drawCard, type Picture} from "./card.ts";
import {drawRows, tableAlt} from "./rows.ts";
import {inDirection, lettersIn, shownText, textAt} from "./text.ts";

/**
 * One figure's chart, or one table, as a card for a post.
 *
 * @param id Of a measure or a table, of the logs or of the books.
 * @param others Ids of tables that the report could have had.
 * @throws {UserError} PICTURE_UNKNOWN lists what there is; PICTURE_REFUSED where there is nothing to draw.
 */
export function drawPicture(report: Report, id: string, others: readonly string[] = []): Picture {
  const views = report.ledger === null ? [report] : [report, ledgerView(report, report.ledger)];
  const words = wordsOf(report);
  for (const view of views) {
    const figures = view.measures.find((one) => one.id === id);
    if (figures !== undefined) {
      if (figures.values.every((value) => value === null)) throw nothingToDraw(id);
      const [title, alt] = [figures.label, describeChart(figures, view.columns, words)];
      const caption = chartCaption(view, figures);
      // One month has no course that a chart would show.
      if (view.columns.length === 1)
        return drawCard(view, {title, alt, caption}, (room) => drawFigure(view, figures, room));
      return drawCard(view, {title, alt, caption}, ({width, height}) => {
        // Drawn at half the size and doubled, so that its letters are those of a picture that is seen small.
        const markup = drawChart(figures, view.columns, words, {width: width / 2, height: height / 2});
        return {svg: markup.html.replace("<svg ", `<svg width="${width}" height="${height}" `), height};
      });
    }
    const table = view.tables.find((one) => one.id === id);
    if (table !== undefined) {
      if (table.rows.length === 0 || table.rows.length > mostRows) throw nothingToDraw(id, table.rows.length);
      const [title, alt] = [table.title, tableAlt(table, words)];
      return drawCard(view, {title, alt, caption: tableCaption(table, view, words)}, ({width}) =>
        drawRows(table, width, words),
      );
    }
  }
  const there = views.flatMap(({measures, tables}) => [...measures, ...tables].map((one) => one.id));
  throw new UserError(
    "PICTURE_UNKNOWN",
    `there is no figure and no table "${visible(id)}"`,
    `name one of ${[...new Set([...there, ...others])].join(", ")}`,
    {field: "picture"},
  );
}

/** The figure of one month, large, and how it moved. */
function drawFigure(
  report: Report,
  figures: Figures,
  {width, height}: {readonly width: number; readonly height: number},
): Drawing {
  const isFromRight = wordsOf(report).language.direction === "rtl";
  const side = {x: isFromRight ? width : 0, anchor: isFromRight ? "end" : "start"} as const;
  const {value, more} = keyFigure(report, figures)!;
  const [large, small] = [150, 28];
  const y = Math.round((height + large * 0.72 - small * 2) / 2);
  const below = shorten(shownText(more), lettersIn(width, small));
  const lines = [
    textAt(shownText(value), {...side, y, px: large, look: "serif"}),
    textAt(inDirection(below, isFromRight), {...side, y: y + 2 * small, px: small, look: "soft"}),
  ];
  return {svg: lines.join("\n"), height};
}

const mostRows = 200;

function nothingToDraw(id: string, rows = 0): UserError {
  const what =
    rows === 0 ? `${id} has no value in this period` : `${id} has ${rows} rows, and a picture holds ${mostRows}`;
  return new UserError("PICTURE_REFUSED", what, "name another figure, or another period", {field: "picture"});
}
