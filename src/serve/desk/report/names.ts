import {sha256} from "../../../base/sha256.ts";
import {saveText} from "../../../operations/files/save.ts";
import {printState} from "../../../operations/files/state.ts";
import {type KeptText, readText} from "../../../operations/files/text.ts";
import {namesGiven, renameDepartments, renameDocuments} from "../../../operations/report/rename.ts";
import {fieldText, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Report} from "../../../report/report.ts";
import type {DeskAnswer} from "../answer.ts";
import {conflictPage} from "../conflict.ts";
import type {Desk} from "../desk.ts";
import type {PreviewAsked} from "./preview.ts";

/** The tables in which things of a report are named, beside the settings. */
export const nameTables = ["titles", "departments"] as const;

/** One of them. */
export type NameTable = (typeof nameTables)[number];

/** Names as they were typed, by what they are of. */
export interface TypedNames {
  readonly table: NameTable;
  readonly made: string;
  readonly names: ReadonlyMap<string, string>;
}

/** Forms in which the documents and departments of a report are named, each in its own table. */
export function namesForms(desk: Desk, report: Report): Markup {
  return html`${nameTables.map((table) => {
    if (desk.store().workspace.config[table] === undefined) return hintMarkup(desk, table);
    const kept = keptTable(desk, table);
    const given = namesGiven(desk.store().workspace);
    const names = new Map(keysIn(report, table).map((key) => [key, given[table](key)]));
    return formMarkup(desk, report.period, {table, made: printState(kept.state), names});
  })}`;
}

/** Saves what was typed, where nobody else has changed the table meanwhile. */
export async function saveNames(asked: PreviewAsked, typed: TypedNames): Promise<DeskAnswer> {
  const {desk, visitor, period, signal} = asked;
  const {table, names} = typed;
  const now = keptTable(desk, table);
  const own = namesGiven(desk.store().workspace);
  const changed = new Map([...names].map(([id, name]) => [id, name.trim()] as const));
  for (const [id, name] of changed) if (name === own[table](id)) changed.delete(id);
  const text = table === "titles" ? renameDocuments(now.text, changed, own) : renameDepartments(now.text, changed);
  const saved =
    printState(now.state) === typed.made
      ? await saveText(desk.store(), now.file.name, {made: now.state, text}, {signal})
      : ({kind: "conflict", theirs: now, yours: text} as const);
  if (saved.kind === "conflict") {
    const again = {...typed, made: printState(saved.theirs.state)};
    return conflictPage(desk, saved, formMarkup(desk, period, again));
  }
  desk.visitors.record(visitor, "names-saved", `${now.file.name} ${saved.state.sha256 ?? ""}`);
  return {kind: "go", to: `/report/${period}/labels?saved=${table}`};
}

/** The id of the field in which something is named: of letters alone, whatever its key is. */
export function nameField(table: NameTable, key: string): string {
  return `${table}-${sha256(key).slice(0, 12)}`;
}

function keptTable(desk: Desk, table: NameTable): KeptText {
  const store = desk.store();
  return readText(store, store.workspace.config[table]!);
}

function hintMarkup({words}: Desk, table: NameTable): Markup {
  return html`<h2>${words.t(`desk-setting.${table}`)}</h2>
<p>${words.t("desk-labels-no-table")} <a href="/settings">${words.t("desk-settings")}</a></p>
`;
}

/** What of a report is named in a table. */
export function keysIn(report: Report, table: NameTable): string[] {
  const of = table === "titles" ? "top-documents" : "departments";
  const rows = report.tables
    .filter(({id}) => id.split(":")[0] === of)
    .flatMap((one) => one.rows.filter(({kind}) => kind === "item"));
  return [...new Set(rows.map(({key}) => key))].filter((key) => table === "departments" || key.startsWith("/"));
}

function formMarkup({words}: Desk, period: string, {table, made, names}: TypedNames): Markup {
  if (names.size === 0) return noMarkup;
  const fields = [...names].map(
    ([key, name]) => html`<div class="field"><input type="hidden" name="id" value="${fieldText(key)}">
<label for="${nameField(table, key)}"><bdi>${key}</bdi></label>
<input type="text" id="${nameField(table, key)}" name="label" maxlength="300" value="${fieldText(name)}"></div>
`,
  );
  return html`<form method="post" action="/report/${period}/names" class="settings" autocomplete="off">
<input type="hidden" name="made" value="${made}">
<input type="hidden" name="table" value="${table}">
<fieldset><legend>${words.t(`desk-setting.${table}`)}</legend>
${fields}</fieldset>
<p class="acts"><button>${words.t("desk-settings-save")}</button></p>
</form>
`;
}
