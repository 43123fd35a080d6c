import type {Report} from "../../report/report.ts";
import {movedBackground, movedLines} from "../content/moved-lines.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {sayMarkup} from "../markup/messages.ts";

/** The figures that moved most, each with what explains it. */
export function movedList(report: Report): Markup {
  if (report.moved.length === 0) return noMarkup;
  const words = wordsOf(report);
  const background = movedBackground(report);
  const items = movedLines(report).map(
    ({
      label,
      text,
    }) => html`<li>${sayMarkup(words, "label-and-text", {label: html`<b>${label}</b>`, text: html`${text}`})}</li>
`,
  );
  return html`<div class="moved-most">
<ul>
${items}</ul>
${
  background === null
    ? noMarkup
    : html`<p>${background}</p>
`
}</div>
`;
}
