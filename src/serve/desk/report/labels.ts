import {UserError} from "../../../base/error.ts";
import {labelled} from "../../../base/words/labels.ts";
import {printState} from "../../../operations/files/state.ts";
import {readText} from "../../../operations/files/text.ts";
import {changeLabels} from "../../../operations/settings/change.ts";
import {fieldText, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Report} from "../../../report/report.ts";
import {configName} from "../../../workspace/workspace-files.ts";
import type {PageAnswer} from "../answer.ts";
import {conflictPage, savedNote} from "../conflict.ts";
import type {Desk} from "../desk.ts";
import {faultFacts} from "../fault-page.ts";
import {settingsLook} from "../settings/look.ts";
import {namesForms} from "./names.ts";
import {makingPage, type PreviewAsked, previewOf} from "./preview.ts";

/** Labels as they were typed, by what they are of. */
export interface TypedLabels {
  readonly made: string;
  readonly labels: ReadonlyMap<string, string>;
}

interface Shown {
  /** The file that was just saved, if any. */
  readonly saved?: string | undefined;
  readonly typed?: ReadonlyMap<string, string>;
  readonly fault?: UserError;
}

/** Everything of a report that has a label, with a field for the publisher's own. */
export async function labelsPage(asked: PreviewAsked, {saved, typed, fault}: Shown = {}): Promise<PageAnswer> {
  const {desk, period} = asked;
  const {words} = desk;
  const made = await previewOf(asked);
  if (made.kind === "making") return makingPage(desk, period, made);
  const now = readText(desk.store(), configName);
  const form = formMarkup(desk, made.value.report, {made: printState(now.state), labels: typed ?? new Map()});
  const body = html`${saved === undefined ? noMarkup : savedNote(desk, saved)}${fault === undefined ? noMarkup : faultFacts(fault, words)}<p>${words.t("desk-labels-means")} <a href="/report/${period}">${words.t("desk-report-of", {period: words.period(period)})}</a></p>
${form}${namesForms(desk, made.value.report)}`;
  const title = words.t("desk-labels-of", {period: words.period(period)});
  return {kind: "page", title, body, ...(fault === undefined ? {} : {status: 422})};
}

/** What the labels that were typed would change in the settings, before it is saved. */
export async function lookAtLabels(asked: PreviewAsked, typed: TypedLabels): Promise<PageAnswer> {
  const {desk, period} = asked;
  const now = readText(desk.store(), configName);
  const own = desk.store().workspace.config.labels;
  const changed = new Map([...typed.labels].filter(([id, label]) => label.trim() !== (labelled(own, id) ?? "")));
  let after: string;
  try {
    after = changeLabels(now.text, changed);
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    return labelsPage(asked, {typed: typed.labels, fault});
  }
  if (printState(now.state) === typed.made) return settingsLook(desk, now, after, `/report/${period}/labels`);
  const made = await previewOf(asked);
  if (made.kind === "making") return makingPage(desk, period, made);
  const again = {made: printState(now.state), labels: typed.labels};
  const form = formMarkup(desk, made.value.report, again);
  return conflictPage(desk, {kind: "conflict", theirs: now, yours: after}, form);
}

function formMarkup(desk: Desk, report: Report, {made, labels}: TypedLabels): Markup {
  const {words} = desk;
  const {measures, ledger, tables, account} = report;
  const groups: readonly (readonly [head: string, rows: readonly (readonly [id: string, label: string])[]])[] = [
    [
      words.t("desk-labels-figures"),
      [...measures, ...(ledger?.measures ?? [])].map(({id, label}) => [`measure.${id}`, label]),
    ],
    [words.t("desk-labels-tables"), tables.map(({id, title}) => [`table.${id}`, title])],
    [
      words.t("desk-labels-columns"),
      tables.flatMap(({id, title, columns}) =>
        columns.map((column): [string, string] => [`column.${id}.${column.id}`, `${title}: ${column.label}`]),
      ),
    ],
    [
      words.t("desk-labels-verdicts"),
      [...new Map(account.flatMap(({verdicts}) => verdicts.map(({id, label}) => [id, label] as const)))].map(
        ([id, label]) => [`verdict.${id}`, label],
      ),
    ],
  ];
  const own = desk.store().workspace.config.labels;
  const fields = groups.map(([head, rows]) =>
    rows.length === 0
      ? noMarkup
      : html`<fieldset><legend>${head}</legend>
${rows.map(([id, label]) => fieldMarkup(id, label, labels.get(id) ?? labelled(own, id) ?? ""))}</fieldset>
`,
  );
  return html`<form method="post" action="/report/${report.period}/labels/look" autocomplete="off">
<input type="hidden" name="made" value="${made}">
${fields}<p class="acts"><button class="main">${words.t("desk-settings-look")}</button></p>
</form>
`;
}

function fieldMarkup(id: string, label: string, own: string): Markup {
  return html`<div class="field"><input type="hidden" name="id" value="${id}">
<label for="${id}"><bdi>${label}</bdi> <code>${id}</code></label>
<input type="text" id="${id}" name="label" maxlength="200" value="${fieldText(own)}"></div>
`;
}
