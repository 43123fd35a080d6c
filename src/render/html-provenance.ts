import {formatNumber} from "../base/number.ts";
import type {Report, ReportInput} from "../report/report.ts";
import {headCell, numberCell, placeTable, tableRow} from "./html-table.ts";
import {html, type Markup} from "./markup.ts";
import {inputTotals, linesSentence} from "./verdicts.ts";

/** Where the figures come from: every log with its hash, the rules, the lists and the version of Broadsheet. */
export function provenance(report: Report): Markup {
  const {name, sha256, robotLists} = report.methodology;
  const lists = robotLists.map(
    (list) => html`<li>Robot list ${list.name}, version ${list.version}.</li>
`,
  );
  return html`<p>${linesSentence(report)}</p>
${inputsTable(report)}<ul>
<li>Methodology <bdi>${name}</bdi>, SHA-256 <span class="hash">${sha256}</span>.</li>
${
  lists.length === 0
    ? html`<li>No robot lists.</li>
`
    : lists
}<li>Made by Broadsheet ${report.broadsheet}. The same logs and the same methodology give the same bytes.</li>
</ul>
`;
}

function inputsTable({inputs}: Report): Markup {
  const heads = ["Log", "Lines", "Requests", "Could not be read", "No request", "First and last request (UTC)"].map(
    headCell,
  );
  return placeTable({
    caption: "Logs that were read",
    kind: "inputs",
    head: [...heads, html`<th scope="col" class="drawn">SHA-256 of the lines</th>`],
    bodies: [[...inputs.map(inputRow), totalRow(inputs)]],
  });
}

function inputRow(input: ReportInput): Markup {
  const span = input.first === null ? "–" : html`${instant(input.first)}<br>${instant(input.last ?? "–")}`;
  return tableRow(html`<bdi>${input.name}</bdi>`, [
    ...countCells(input),
    html`<td class="span">${span}</td><td class="sha"><span>${input.sha256}</span></td>`,
  ]);
}

function totalRow(inputs: Report["inputs"]): Markup {
  return tableRow("All logs", [...countCells(inputTotals(inputs)), html`<td></td><td></td>`], "all");
}

function countCells({lines, requests, quarantined, ignored}: ReturnType<typeof inputTotals>): Markup[] {
  return [lines, requests, quarantined, ignored].map((count) => numberCell(formatNumber(count)));
}

/** `2005-07-01T00:00:04Z` as a person reads it. */
function instant(time: string): string {
  return time.replace("T", " ").replace(/(?:\.\d+)?Z$/, "");
}
