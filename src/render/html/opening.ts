import {mastheadOf} from "../../report/masthead.ts";
import type {Report} from "../../report/report.ts";
import {type LargeFigure, largeFigures, openingSentences} from "../content/large-figures.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {contentsId, type PartId} from "./anchors.ts";

/** A part of the page. */
export interface PagePart {
  readonly id: PartId;
  readonly title: string;
  readonly content: Markup;
}

/** The first screen above the main table: whose report it is, its figures set large, the sentence that leads, the contents. */
export function opening(report: Report, parts: readonly PagePart[]): Markup {
  const {title, date, timeZone, inputs} = report;
  const words = wordsOf(report);
  const byline = words.t("byline", {date: words.day(date), logs: inputs.length, zone: timeZone});
  const {doubts, lead, beside} = openingSentences(report);
  const publication = mastheadOf(report);
  return html`<header class="opening">
${
  publication === null
    ? noMarkup
    : html`<p class="publication"><bdi>${publication}</bdi></p>
`
}<h1>${words.t("headline", {period: title})}</h1>
<p class="byline">${byline}</p>
${contents(words.t("contents"), parts)}${doubtsOf(doubts, report)}${large(report)}${
  lead === null
    ? noMarkup
    : html`<div class="summary"><p>${lead}</p>
${doubtsOf(beside, report)}</div>
`
}</header>
`;
}

/** The sentences of the summary that do not lead: they stand below the main table. */
export function restOfSummary(report: Report): Markup {
  const {rest} = openingSentences(report);
  if (rest.length === 0) return noMarkup;
  return html`<div class="summary">
${rest.map(
  (sentence) => html`<p>${sentence}</p>
`,
)}</div>
`;
}

/** What has to be known stands before what is said: of the logs before every figure, of the months compared with beside what leads. */
function doubtsOf(sentences: readonly string[], report: Report): Markup {
  if (sentences.length === 0) return noMarkup;
  return html`<p class="doubt">${wordsOf(report).sentences(sentences)}</p>
`;
}

function contents(name: string, parts: readonly PagePart[]): Markup {
  const items = parts.map(
    ({id, title}) => html`<li><a href="#${id}">${title}</a></li>
`,
  );
  return html`<nav id="${contentsId}" aria-label="${name}">
<ol>
${items}</ol>
</nav>
`;
}

function large(report: Report): Markup {
  const figures = largeFigures(report);
  if (figures.length === 0) return noMarkup;
  return html`<dl class="large">
${figures.map((figure) => largeFigure(figure, report))}</dl>
`;
}

function largeFigure({figures, value, of, move, between}: LargeFigure, report: Report): Markup {
  const words = wordsOf(report);
  const lines =
    move === null
      ? between === null
        ? noMarkup
        : html`<dd>${between}</dd>`
      : html`<dd><b>${move.change}</b> ${words.t("label-and-text", {label: move.beforeOf, text: move.before})}</dd>`;
  return html`<div><dt>${figures.label}</dt><dd class="value">${value}</dd><dd>${of}</dd>${lines}</div>
`;
}
