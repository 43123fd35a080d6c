import {UserError} from "../../base/error.ts";
import type {Figures, Report} from "../../report/report.ts";
import {chartCaption, describeChart, tableCaption} from "../charts/captions.ts";
import {drawChart} from "../charts/months.ts";
import {wordsOf} from "../content/report-words.ts";
import {keyFigure} from "../pdf/parts/figures.ts";
import {shorten} from "../text/wrap.ts";
import {type Drawing, drawCard, type Picture, type PictureLook, usualLook} from "./card.ts";
import {findPart, nothingIn} from "./find-part.ts";
import {drawRows, tableAlt} from "./rows.ts";
import {inDirection, lettersIn, shownText, textAt} from "./text.ts";

/**
 * One figure's chart, or one table, as a card for a post.
 *
 * @param id Of a measure or a table, of the logs or of the books.
 * @param others Ids of tables that the report could have had.
 * @throws {UserError} PICTURE_UNKNOWN lists what there is; PICTURE_REFUSED where there is nothing to draw.
 */
export function drawPicture(
  report: Report,
  id: string,
  {others = [], look = usualLook}: {readonly others?: readonly string[]; readonly look?: PictureLook} = {},
): Picture {
  const words = wordsOf(report);
  const {view, figures, table} = findPart(report, {id, field: "picture", others});
  if (table !== undefined) {
    if (table.rows.length === 0) throw nothingIn(id, "picture");
    if (table.rows.length > mostRows) throw tooLong(id, table.rows.length);
    const said = {title: table.title, alt: tableAlt(table, words), caption: tableCaption(table, view, words)};
    return drawCard(view, said, ({width}) => drawRows(table, width, words), look);
  }
  if (figures.values.every((value) => value === null)) throw nothingIn(id, "picture");
  const title = figures.label;
  const said = {title, alt: describeChart(figures, view.columns, words), caption: chartCaption(view, figures)};
  // One month has no course that a chart would show.
  if (view.columns.length === 1) return drawCard(view, said, (room) => drawFigure(view, figures, room), look);
  const draw = ({width, height}: {readonly width: number; readonly height: number}) => {
    // Drawn at half the size and doubled, so that its letters are those of a picture that is seen small.
    const markup = drawChart(figures, view.columns, words, {width: width / 2, height: height / 2});
    return {svg: markup.html.replace("<svg ", `<svg width="${width}" height="${height}" `), height};
  };
  return drawCard(view, said, draw, look);
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

function tooLong(id: string, rows: number): UserError {
  const what = `${id} has ${rows} rows, and a picture holds ${mostRows}`;
  return new UserError("PICTURE_REFUSED", what, "name another figure, or another period", {field: "picture"});
}
