import {plural} from "../base/text.ts";
import type {Report} from "../report/report.ts";
import {commentaryTitle} from "./commentary-title.ts";
import {comparisonTitle} from "./comparison.ts";
import {accountTables} from "./html-account.ts";
import {chartFigures} from "./html-charts.ts";
import {commentarySection} from "./html-commentary.ts";
import {comparisonTables} from "./html-comparison.ts";
import {figuresTables} from "./html-figures.ts";
import {ledgerSection} from "./html-ledger.ts";
import {movedList} from "./html-moved.ts";
import {notesList} from "./html-notes.ts";
import {provenance} from "./html-provenance.ts";
import {rangeSection} from "./html-ranges.ts";
import {tableSections} from "./html-tables.ts";
import {ledgerTitle} from "./ledger-view.ts";
import {html, type Markup, nothing, trusted} from "./markup.ts";
import {rangesTitle} from "./range-rows.ts";
import {style} from "./style.ts";

/**
 * The report as one HTML file that needs nothing else: for the site, for a phone, for paper.
 *
 * No script, no request to anywhere, and a policy that forbids both. The same report gives the same bytes.
 */
export function renderHtml(report: Report): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Broadsheet ${report.broadsheet}">
<title>${report.publication}: readership, ${report.title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<main>
${masthead(report)}${section("Readership by month", html`${figuresTables(report)}${notesList(report)}`)}${body(report)}</main>
</body>
</html>
`.html;
}

function masthead(report: Report): Markup {
  const {publication, title, date, timeZone, inputs, summary} = report;
  const logs = plural(inputs.length, "server log", "server logs");
  return html`<header>
<p class="publication"><bdi>${publication}</bdi></p>
<h1>Readership, ${title}</h1>
<p class="byline">${date}. Made from ${logs}. Months in ${timeZone}.</p>
<div class="summary">
${summary.map(
  (sentence) => html`<p>${sentence}</p>
`,
)}</div>
${movedList(report)}</header>
`;
}

function body(report: Report): Markup {
  const comparison = comparisonTitle(report);
  return html`${comparison === null ? nothing : section(comparison, comparisonTables(report))}${section(
    "The course of each figure",
    chartFigures(report),
  )}${report.tables.length === 0 ? nothing : section("Behind the figures", tableSections(report))}${section(
    rangesTitle,
    rangeSection(report),
  )}${section(ledgerTitle, ledgerSection(report))}${section(
    report.commentary?.title ?? commentaryTitle,
    commentarySection(report),
  )}${section(
    "Where every request went",
    accountTables(report),
  )}${section("What the figures mean", definitions(report))}${standing(report)}${section(
    "Where the figures come from",
    provenance(report),
  )}`;
}

function section(heading: string, content: Markup): Markup {
  if (content === nothing) return nothing;
  return html`<section>
<h2>${heading}</h2>
${content}</section>
`;
}

function definitions({measures, ledger}: Report): Markup {
  const entries = [...measures, ...(ledger?.measures ?? [])].map(
    ({label, unit, definition}) => html`<dt>${label} <span class="unit">in ${unit}</span></dt>
<dd>${definition}</dd>
`,
  );
  return html`<dl>
${entries}</dl>
`;
}

function standing({standing: sentences}: Report): Markup {
  if (sentences.length === 0) return nothing;
  const items = sentences.map(
    (sentence) => html`<li>${sentence}</li>
`,
  );
  return section(
    "What logs cannot tell",
    html`<ul>
${items}</ul>
`,
  );
}
