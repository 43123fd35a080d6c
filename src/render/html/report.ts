import type {Report} from "../../report/report.ts";
import {comparisonTitle} from "../content/comparison.ts";
import {headlineOf} from "../content/headline.ts";
import {movedTitle} from "../content/moved-lines.ts";
import {partsInOrder} from "../content/order.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup, trusted} from "../markup/html.ts";
import {accountTables} from "./account.ts";
import {contentsId, headingLink, type PartId} from "./anchors.ts";
import {chartFigures} from "./charts.ts";
import {commentarySection} from "./commentary.ts";
import {comparisonTables} from "./comparison.ts";
import {figuresTables} from "./figures.ts";
import {ledgerSection} from "./ledger.ts";
import {movedList} from "./moved.ts";
import {notesList} from "./notes.ts";
import {opening, type PagePart, restOfSummary} from "./opening.ts";
import {pageStyle} from "./paper.ts";
import {checking, provenance} from "./provenance.ts";
import {rangeSection} from "./ranges.ts";
import {markPaths} from "./right-to-left.ts";
import {style} from "./style.ts";
import {pageOfReportStyle} from "./style-page.ts";
import {tableSections} from "./tables.ts";

/**
 * The report as one HTML file that needs nothing else: for the site, for a phone, for paper.
 *
 * No script, no request to anywhere, and a policy that forbids both. The same report gives the same bytes.
 */
export function renderHtml(report: Report): string {
  const words = wordsOf(report);
  const {tag, direction} = words.language;
  const parts = partsOf(report);
  const upLink = html`<p class="up"><a href="#${contentsId}">↑ ${words.t("contents")}</a></p>
`;
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
<title>${headlineOf(report, "title-of-page")}</title>
<style>${trusted(style)}${trusted(pageOfReportStyle)}${trusted(pageStyle(report))}</style>
</head>
<body>
<main>
${opening(report, parts)}${parts.map((part) => partSection(part, upLink))}</main>
</body>
</html>
`.html;
  return direction === "rtl" ? markPaths(page) : page;
}

/** The parts that have something in them. */
function partsOf(report: Report): PagePart[] {
  const words = wordsOf(report);
  const figures = html`${figuresTables(report)}${notesList(report)}${restOfSummary(report)}`;
  const part = (id: PartId, title: string, content: Markup): PagePart[] =>
    content === noMarkup ? [] : [{id, title, content}];
  return partsInOrder({
    figures: part("figures", words.t("section.months"), figures),
    moved: part("moved", movedTitle(report), movedList(report)),
    comparison: part("comparison", comparisonTitle(report) ?? "", comparisonTables(report)),
    courses: part("courses", words.t("section.courses"), chartFigures(report)),
    tables: part("tables", words.t("section.tables"), tableSections(report)),
    ranges: part("ranges", words.t("section.ranges"), rangeSection(report)),
    ledger: part("ledger", words.t("section.ledger"), ledgerSection(report)),
    commentary: part(
      "commentary",
      report.commentary?.title ?? words.t("section.commentary"),
      commentarySection(report),
    ),
    account: part("account", words.t("section.account"), accountTables(report)),
    meanings: part("meanings", words.t("section.meanings"), definitions(report)),
    standing: part("standing", words.t("section.standing"), standing(report)),
    provenance: part("provenance", words.t("section.provenance"), provenance(report)),
    checking: part("checking", words.t("section.checking"), checking(report)),
  });
}

function partSection({id, title, content}: PagePart, upLink: Markup): Markup {
  return html`<section id="${id}">
<h2>${headingLink(id, title)}</h2>
${content}${upLink}</section>
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

function standing({standing: sentences}: Report): Markup {
  if (sentences.length === 0) return noMarkup;
  const items = sentences.map(
    (sentence) => html`<li>${sentence}</li>
`,
  );
  return html`<ul>
${items}</ul>
`;
}
