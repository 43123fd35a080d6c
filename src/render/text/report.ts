import {superscript, visible} from "../../base/text.ts";
import type {Report} from "../../report/report.ts";
import {accountSentence, linesSentence} from "../content/account.ts";
import {headlineOf} from "../content/headline.ts";
import {partsInOrder} from "../content/order.ts";
import {wordsOf} from "../content/report-words.ts";
import type {RenderOptions} from "../options.ts";
import {commentaryParts} from "./commentary.ts";
import {comparisonParts} from "./comparison.ts";
import {figuresTable, noteLines, type PrintMark} from "./figures.ts";
import {ledgerParts} from "./ledger.ts";
import {movedPart} from "./moved.ts";
import {openingParts, summaryLines} from "./opening.ts";
import {joinParts, titleLines} from "./page.ts";
import {openPaint} from "./paint.ts";
import {rangeParts} from "./ranges.ts";
import {renderTable, tableWidth} from "./table.ts";
import {tableParts} from "./tables.ts";
import {wrap} from "./wrap.ts";

/**
 * The report for a terminal: at least 80 columns wide, and never wider than `options.width`.
 *
 * Prose stops at 100 columns whatever the width: longer lines are hard to read. A period with more months than fit
 * is split into blocks. Without `options.color` the text holds no control character but the line break.
 *
 * For `options.column` no line is wider than that, nothing is drawn, and no command is named: its readers have none.
 */
export function renderText(report: Report, options: RenderOptions): string {
  const {column} = options;
  if (column === undefined) return layReport(report, Math.max(80, options.width), options, superscript);
  const print = column.isPlain ? (mark: number) => `(${mark})` : superscript;
  return layReport(report, column.width, {...options, color: false, canAsk: false}, print);
}

function layReport(report: Report, width: number, options: RenderOptions, print: PrintMark): string {
  const {column} = options;
  const paint = openPaint(options);
  const prose = Math.min(width, 100);
  const table = figuresTable(report, width, print);
  const words = wordsOf(report);
  const heading = headlineOf(report);
  const parts = [
    titleLines(heading, report.timeZone, Math.min(prose, Math.max(tableWidth(table), 40)), prose, paint),
    ...partsInOrder({
      opening: openingParts(report, prose, column === undefined ? paint : null),
      figures: [renderTable(table, paint), noteLines(report, prose, print), summaryLines(report, prose)],
      moved: [movedPart(report, prose, paint)],
      comparison: comparisonParts(report, width, paint),
      tables: tableParts(report, words, width, paint),
      ranges: rangeParts(report, prose, paint),
      ledger: ledgerParts(report, width, paint, print),
      commentary: commentaryParts(report, prose, paint),
      account: [footLines(report, prose, options)],
    }),
  ];
  return joinParts(parts);
}

/** The standing notes alone, numbered from 1: what holds for every report made from logs. */
export function renderStandingText(report: Report, options: RenderOptions): string {
  const width = Math.min(100, Math.max(80, options.width));
  const lines = report.standing.flatMap((text, i) => wrap(visible(text), width, {first: `${i + 1}. `, rest: "   "}));
  return joinParts([lines]);
}

function footLines(report: Report, width: number, {canAsk = true}: RenderOptions): string[] {
  if (report.account.length === 0) return wrap(visible(linesSentence(report)), width);
  const [first = ""] = report.standing;
  const words = wordsOf(report);
  const standing = canAsk
    ? words.t("standing-notes-by", {note: first, command: "broadsheet report --notes"})
    : words.sentences(report.standing);
  const ofSite = report.site === null ? "" : ` --site ${report.site}`;
  const accountCommand = `broadsheet account ${report.period}${ofSite}`;
  const whole = canAsk ? words.t("accounted-for-by", {command: accountCommand}) : words.t("accounted-for");
  return [standing, words.sentences([linesSentence(report), accountSentence(report, whole)])].flatMap((text) =>
    wrap(visible(text), width),
  );
}
