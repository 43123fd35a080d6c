import {mastheadOf} from "../../report/masthead.ts";
import type {Report} from "../../report/report.ts";
import {comparisonTitle} from "../content/comparison.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup, trusted} from "../markup/html.ts";
import {accountTables} from "./account.ts";
import {chartFigures} from "./charts.ts";
import {commentarySection} from "./commentary.ts";
import {comparisonTables} from "./comparison.ts";
import {figuresTables} from "./figures.ts";
import {ledgerSection} from "./ledger.ts";
import {movedList} from "./moved.ts";
import {notesList} from "./notes.ts";
import {checking, provenance} from "./provenance.ts";
import {rangeSection} from "./ranges.ts";
import {markPaths} from "./right-to-left.ts";
import {style} from "./style.ts";
import {tableSections} from "./tables.ts";

/**
 * The report as one HTML file that needs nothing else: for the site, for a phone, for paper.
 *
 * No script, no request to anywhere, and a policy that forbids both. The same report gives the same bytes.
 */
export function renderHtml(report: Report): string {
  const words = wordsOf(report);
  const {tag, direction} = words.language;
  const dir = direction === "rtl" ? html` dir="rtl"` : noMarkup;
  const page = html`<!doctype html>
<html lang="${tag}"${dir}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Broadsheet ${report.broadsheet}">
<title>${words.t("title-of-page", {publication: mastheadOf(report), period: report.title})}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
${masthead(report)}${section(words.t("section.months"), html`${figuresTables(report)}${notesList(report)}`)}${body(report)}</main>
</body>
</html>
`.html;
  return direction === "rtl" ? markPaths(page) : page;
}

function masthead(report: Report): Markup {
  const {title, date, timeZone, inputs, summary} = report;
  const words = wordsOf(report);
  const byline = words.t("byline", {date: words.day(date), logs: inputs.length, zone: timeZone});
  return html`<header>
<p class="publication"><bdi>${mastheadOf(report)}</bdi></p>
<h1>${words.t("headline", {period: title})}</h1>
<p class="byline">${byline}</p>
<div class="summary">
${summary.map(
  (sentence) => html`<p>${sentence}</p>
`,
)}</div>
${movedList(report)}</header>
`;
}

function body(report: Report): Markup {
  const words = wordsOf(report);
  const comparison = comparisonTitle(report);
  return html`${comparison === null ? noMarkup : section(comparison, comparisonTables(report))}${section(
    words.t("section.courses"),
    chartFigures(report),
  )}${report.tables.length === 0 ? noMarkup : section(words.t("section.tables"), tableSections(report))}${section(
    words.t("section.ranges"),
    rangeSection(report),
  )}${section(words.t("section.ledger"), ledgerSection(report))}${section(
    report.commentary?.title ?? words.t("section.commentary"),
    commentarySection(report),
  )}${section(
    words.t("section.account"),
    accountTables(report),
  )}${section(words.t("section.meanings"), definitions(report))}${standing(report)}${section(
    words.t("section.provenance"),
    provenance(report),
  )}${section(words.t("section.checking"), checking(report))}`;
}

function section(heading: string, content: Markup): Markup {
  if (content === noMarkup) return noMarkup;
  return html`<section>
<h2>${heading}</h2>
${content}</section>
`;
}

function definitions(report: Report): Markup {
  const {measures, ledger} = report;
  const words = wordsOf(report);
  const entries = [...measures, ...(ledger?.measures ?? [])].map(
    ({
      label,
      unit,
      definition,
    }) => html`<dt>${label} <span class="unit">${words.t("in-unit", {unit: words.unit(unit)})}</span></dt>
<dd>${definition}</dd>
`,
  );
  return html`<dl>
${entries}</dl>
`;
}

function standing(report: Report): Markup {
  const {standing: sentences} = report;
  if (sentences.length === 0) return noMarkup;
  const items = sentences.map(
    (sentence) => html`<li>${sentence}</li>
`,
  );
  return section(
    wordsOf(report).t("section.standing"),
    html`<ul>
${items}</ul>
`,
  );
}
