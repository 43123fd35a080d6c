import {gapSentences} from "../../render/content/gaps.ts";
import {headlineOf} from "../../render/content/headline.ts";
import {cellMark, explainsReportedIn, reportedMark} from "../../render/content/marks.ts";
import {fullMonth, inBlocks, monthAndYear} from "../../render/content/months.ts";
import {marksOf, notesByMark} from "../../render/content/notes.ts";
import {wordsOf} from "../../render/content/report-words.ts";
import {hasTotals, totalName} from "../../render/content/totals.ts";
import {formatFigure, formatTotal} from "../../render/content/values.ts";
import {html, type Markup, noMarkup} from "../../render/markup/html.ts";
import type {Report} from "../../report/report.ts";
import {type ErrataToSay, errataMarkup} from "./errata.ts";

const serif = "font-family: Georgia, serif; color: #1b1a18;";
const sans = "font-family: Arial, sans-serif; font-size: 14px;";
const cell = `${sans} padding: 5px 0 5px 14px; border-bottom: 1px solid #cfcac2; text-align: right; white-space: nowrap;`;

/** The chart that stands in the message: its name within it, and what it shows for those who see no pictures. */
export interface InlinePicture {
  readonly id: string;
  readonly alt: string;
}

/**
 * The report's beginning as a page for programs of mail: heading, summary, chart, main table, notes.
 *
 * Looks stand in the elements themselves, since these programs drop style sheets; it asks for nothing from elsewhere.
 *
 * @param errata Stand first: what its readers have to know before the figures.
 */
export function mailPage(report: Report, picture: InlinePicture | null, errata: ErrataToSay | null): string {
  const words = wordsOf(report);
  const {direction, tag} = words.language;
  const heading = headlineOf(report);
  const side = direction === "rtl" ? "right" : "left";
  const blocks = inBlocks(report.columns.length, 6);
  const notes = [
    ...notesByMark(report).map(({mark, text}) => html`<sup>${mark}</sup> ${text}`),
    ...(explainsReportedIn(report) === "figures"
      ? [html`${words.t("lead", {title: reportedMark})} ${words.t("reported-means")}`]
      : []),
    ...gapSentences(report).map((text) => html`– ${text}`),
  ];
  return html`<!doctype html>
<html lang="${tag}" dir="${direction}"><head><meta charset="utf-8"><title>${heading}</title></head>
<body style="margin: 0; padding: 16px; background: #fffefc; ${serif} font-size: 16px; line-height: 1.45;">
<div style="max-width: 640px; text-align: ${side};">
<h1 style="font-size: 22px; font-weight: 600;">${heading}</h1>
${errata === null ? noMarkup : errataMarkup(errata, words, cell)}<p>${words.sentences(report.summary)}</p>
${picture === null ? noMarkup : html`<p><img src="cid:${picture.id}" alt="${picture.alt}" width="600" style="width: 100%; max-width: 600px; height: auto;"></p>\n`}${blocks.map((months, i) => tableOf(report, months, {side, hasTotal: hasTotals(report) && i === blocks.length - 1}))}${notes.map((note) => html`<p style="font-size: 13px; margin: 4px 0; color: #5c5955;">${note}</p>\n`)}</div>
</body></html>
`.html;
}

function tableOf(
  report: Report,
  months: readonly number[],
  {side, hasTotal}: {readonly side: string; readonly hasTotal: boolean},
): Markup {
  const words = wordsOf(report);
  const periods = report.columns.map(({period}) => period);
  const first = `${cell} padding-left: 0; padding-right: 0; text-align: ${side}; white-space: normal;`;
  const heads = months.map(
    (i) =>
      html`<th scope="col" title="${fullMonth(periods[i]!, words)}" style="${cell} font-weight: 400;">${monthAndYear(periods[i]!, words)}</th>`,
  );
  const rows = report.measures.map((figures) => {
    const marks = marksOf(figures, report.notes).map((mark) => html`<sup>${mark}</sup> `);
    const cells = months.map(
      (i) => html`<td style="${cell}">${formatFigure(figures, i, words)}${cellMark(report, figures, i)}</td>`,
    );
    const total = hasTotal ? html`<td style="${cell} font-weight: 600;">${formatTotal(figures, words)}</td>` : noMarkup;
    return html`<tr><th scope="row" style="${first} font-weight: 400;">${figures.label} ${marks}</th>${cells}${total}</tr>\n`;
  });
  const totalHead = hasTotal ? html`<th scope="col" style="${cell}">${totalName(periods, words)}</th>` : noMarkup;
  return html`<table style="border-collapse: collapse; width: 100%; margin: 12px 0;">
<thead><tr><th scope="col" style="${first} font-weight: 400;">${words.t("head-figure")}</th>${heads}${totalHead}</tr></thead>
<tbody>
${rows}</tbody></table>
`;
}
