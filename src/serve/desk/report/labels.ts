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
import {pointable} from "./pointable.ts";
import {drawn, makingPage, type PreviewAsked, previewOf} from "./preview.ts";

/** Labels as they were typed, by what they are of. */
export interface TypedLabels {
  readonly made: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** Everything of a report that has a label, with a field for the publisher's own. */
export async function labelsPage(asked: PreviewAsked, saved?: string): Promise<PageAnswer> {
  const {desk, visitor, period} = asked;
  const {words} = desk;
  const made = await previewOf(asked);
  if (made.kind === "making") return makingPage(desk, visitor, period, made);
  const now = readText(desk.store(), configName);
  const {report} = made.value;
  const own = desk.store().workspace.config.labels;
  const form = formMarkup(desk, period, printState(now.state), groupsIn(desk, report), (id) => labelled(own, id) ?? "");
  const body = html`${saved === undefined ? noMarkup : savedNote(desk, saved)}<p>${words.t("desk-labels-means")} <a href="/report/${period}">${words.t("desk-report-of", {period: words.period(period)})}</a></p>
<p>${words.t("desk-labels-point")}</p>
${drawn(report, pointable(report))}<h2>${words.t("desk-labels")}</h2>
${form}${namesForms(desk, report)}`;
  const title = words.t("desk-labels-of", {period: words.period(period)});
  return {kind: "page", title, body};
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
    const form = typedForm(desk, period, printState(now.state), typed.labels);
    const body = html`${faultFacts(fault, desk.words)}${form}`;
    return {kind: "page", title: desk.words.t("desk-labels"), status: 422, body};
  }
  if (printState(now.state) === typed.made) return settingsLook(desk, now, after, `/report/${period}/labels`);
  const form = typedForm(desk, period, printState(now.state), typed.labels);
  return conflictPage(desk, {kind: "conflict", theirs: now, yours: after}, form);
}

/** Things that have a label, below one head: their ids, and what they are called now. */
type LabelGroup = readonly [head: string, rows: readonly (readonly [id: string, label: string])[]];

/** The form as it was sent, without a report, which may have to be made anew. */
function typedForm(desk: Desk, period: string, made: string, labels: ReadonlyMap<string, string>): Markup {
  const rows = [...labels.keys()].map((id) => [id, ""] as const);
  return formMarkup(desk, period, made, [[desk.words.t("desk-labels"), rows]], (id) => labels.get(id) ?? "");
}

function groupsIn({words}: Desk, {measures, ledger, tables, account}: Report): LabelGroup[] {
  return [
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
}

function formMarkup(
  {words}: Desk,
  period: string,
  made: string,
  groups: readonly LabelGroup[],
  own: (id: string) => string,
): Markup {
  const fields = groups.map(([head, rows]) =>
    rows.length === 0
      ? noMarkup
      : html`<fieldset><legend>${head}</legend>
${rows.map(([id, label]) => fieldMarkup(id, label, own(id)))}</fieldset>
`,
  );
  return html`<form method="post" action="/report/${period}/labels/look" class="settings" autocomplete="off">
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
