import type {Report} from "../../report/report.ts";
import {renderRangeBar} from "../charts/small-bars.ts";
import {rangeRows} from "../content/range-rows.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {headCell, markupNumber, placeTable, tableRow} from "./table.ts";

/** How far the figures would move: the sentences, the range of each drawn, and what each alternative would give. */
export function rangeSection(report: Report): Markup {
  const {ranges, title} = report;
  if (!ranges) return noMarkup;
  const words = wordsOf(report);
  const rows = rangeRows(report);
  const sentences = ranges.sentences.map(
    (sentence) => html`<li>${sentence}</li>
`,
  );
  const bounds = placeTable({
    caption: words.t("least-and-greatest", {period: title}),
    kind: "figures",
    head: [
      ...(["head-figure", "head-least", "head-as-reported", "head-greatest"] as const).map((id) =>
        headCell(words.t(id)),
      ),
      html`<th scope="col" class="drawn">${words.t("head-range")}</th>`,
    ],
    bodies: [
      rows.map(({label, low, value, high, drawn}) =>
        tableRow(label, [
          ...[low, value, high].map(markupNumber),
          html`<td class="drawn">${drawn ? renderRangeBar(drawn) : noMarkup}</td>`,
        ]),
      ),
    ],
  });
  const alternatives = placeTable({
    caption: words.t("what-each-would-be", {period: title}),
    kind: "figures",
    head: [headCell(words.t("head-otherwise")), ...rows.map(({label}) => headCell(label))],
    bodies: [
      [
        tableRow(
          words.t("as-reported"),
          rows.map(({value}) => markupNumber(value)),
          "all",
        ),
        ...ranges.alternatives.map(({label}, i) =>
          tableRow(
            label,
            rows.map((row) => markupNumber(row.alternatives[i] ?? "–")),
          ),
        ),
      ],
    ],
  });
  return html`<ul>
${sentences}</ul>
${bounds}${alternatives}`;
}
