import type {Figures, Report} from "../../report/report.ts";
import {gapSentences} from "../content/gaps.ts";
import {explainsReportedIn} from "../content/marks.ts";
import {notesByMark} from "../content/notes.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {columnReferenceId, commonReferenceId, referenceId} from "./figures.ts";
import {reportedMarkup} from "./table.ts";

/** The notes under the table: numbered once, each linked back to the rows that carry its number; then the gaps. */
export function notesList(report: Report): Markup {
  const notes = notesByMark(report).map(
    ({
      mark,
      text,
      measures,
    }) => html`<li id="note-${mark}" value="${mark}">${text}${backLinks(report, mark, measures)}</li>
`,
  );
  const meaning = explainsReportedIn(report) === "figures" ? reportedMarkup(wordsOf(report)) : noMarkup;
  return html`${listOf("ol", "notes", notes)}${meaning}${gapsList(gapSentences(report))}`;
}

/** Why values are missing, a line a sentence; nothing where none is. */
export function gapsList(sentences: readonly string[]): Markup {
  return listOf(
    "ul",
    "gaps",
    sentences.map(
      (text) => html`<li>${text}</li>
`,
    ),
  );
}

function listOf(kind: "ol" | "ul", name: "notes" | "gaps", items: readonly Markup[]): Markup {
  if (items.length === 0) return noMarkup;
  return kind === "ol"
    ? html`<ol class="${name}">
${items}</ol>
`
    : html`<ul class="${name}">
${items}</ul>
`;
}

/** One link for a note of every row or of a month, else one for each row that carries it. */
function backLinks(report: Report, mark: number, carriers: readonly Figures[]): Markup[] {
  const {measures} = report;
  const words = wordsOf(report);
  if (carriers.length === 0) {
    return [html` <a class="back" href="#${columnReferenceId(mark)}" aria-label="${words.t("back-to-table")}">↑</a>`];
  }
  if (carriers.length === measures.length) {
    return [html` <a class="back" href="#${commonReferenceId(mark)}" aria-label="${words.t("back-to-table")}">↑</a>`];
  }
  return carriers.map((figures) => {
    const back = words.t("back-to", {label: figures.label});
    const id = referenceId(mark, measures.indexOf(figures));
    return html` <a class="back" href="#${id}" aria-label="${back}">↑</a>`;
  });
}
