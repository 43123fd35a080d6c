import {sha256} from "../../base/sha256.ts";
import type {Translator} from "../../base/words/translator.ts";
import {renderJson} from "../../report/json/report.ts";
import type {Report, ReportInput} from "../../report/report.ts";
import {inputTotals, linesSentence} from "../content/account.ts";
import {checkingCommands} from "../content/checking.ts";
import {shownInstant} from "../content/instant.ts";
import {wordsOf} from "../content/report-words.ts";
import {html, type Markup, noMarkup} from "../markup/html.ts";
import {sayMarkup} from "../markup/messages.ts";
import {headCell, markupNumber, placeTable, tableRow} from "./table.ts";

/** Where the figures come from: every log with its hash, the rules, the lists and the version of Broadsheet. */
export function provenance(report: Report): Markup {
  const words = wordsOf(report);
  const {name, sha256, robotLists} = report.methodology;
  const lists = robotLists.map(
    (list) => html`<li>${words.t("robot-list-is", {name: list.name, version: list.version})}</li>
`,
  );
  const hash = html`<span class="hash">${sha256}</span>`;
  const methodology = sayMarkup(words, "methodology-is", {name: html`<bdi>${name}</bdi>`, hash});
  return html`<p>${linesSentence(report)}</p>
${inputsTable(report)}<ul>
<li>${methodology}</li>
${
  lists.length === 0
    ? html`<li>${words.t("no-robot-lists")}</li>
`
    : lists
}<li>${words.t("made-by-same-bytes", {version: report.broadsheet})}</li>
</ul>
`;
}

/** How a reader checks the edition that the report is published in: the key, the hash of its data, what is typed; nothing elsewhere. */
export function checking(report: Report): Markup {
  const {signedWith} = report;
  if (signedWith === null) return noMarkup;
  const words = wordsOf(report);
  const {sums, signature, verify} = checkingCommands(signedWith);
  const typed = (text: string): Markup => html`<code dir="ltr">${text}</code>`;
  const commands = {sums: typed(sums), signature: typed(signature), verify: typed(verify)};
  return html`<ul>
<li>${sayMarkup(words, "checking-key", {key: html`<span class="hash">${signedWith}</span>`})}</li>
<li>${sayMarkup(words, "checking-hash", {hash: html`<span class="hash">${sha256(renderJson(report))}</span>`})}</li>
<li>${sayMarkup(words, "checking-how", commands)}</li>
</ul>
`;
}

const heads = [
  "head-log",
  "head-lines",
  "head-requests",
  "head-unread",
  "head-no-request",
  "head-first-and-last",
] as const;

function inputsTable(report: Report): Markup {
  const {inputs} = report;
  if (inputs.length === 0) return noMarkup;
  const words = wordsOf(report);
  const cells = heads.map((id) => headCell(words.t(id)));
  return placeTable({
    caption: words.t("logs-read"),
    kind: "inputs",
    head: [...cells, html`<th scope="col" class="drawn">${words.t("head-hash-of-lines")}</th>`],
    bodies: [[...inputs.map((input) => inputRow(input, words)), totalRow(inputs, words)]],
  });
}

function inputRow(input: ReportInput, words: Translator): Markup {
  const span = input.first === null ? "–" : html`${shownInstant(input.first)}<br>${shownInstant(input.last ?? "–")}`;
  return tableRow(html`<bdi>${input.name}</bdi>`, [
    ...countCells(input, words),
    html`<td class="span">${span}</td><td class="sha"><span>${input.sha256}</span></td>`,
  ]);
}

function totalRow(inputs: Report["inputs"], words: Translator): Markup {
  return tableRow(words.t("all-logs"), [...countCells(inputTotals(inputs), words), html`<td></td><td></td>`], "all");
}

function countCells(
  {lines, requests, quarantined, ignored}: ReturnType<typeof inputTotals>,
  words: Translator,
): Markup[] {
  return [lines, requests, quarantined, ignored].map((count) => markupNumber(words.number(count)));
}
