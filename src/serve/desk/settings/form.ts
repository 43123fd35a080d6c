import type {UserError} from "../../../base/error.ts";
import {languages} from "../../../base/words/language.ts";
import type {MessageId} from "../../../base/words/message.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {type SettingField, settingSections} from "../../../operations/settings/fields.ts";
import type {SettingValue} from "../../../operations/settings/read.ts";
import {fieldText, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {faultFacts} from "../fault-page.ts";

/** What a form of settings shows. */
export interface SettingsForm {
  readonly values: readonly SettingValue[];
  /** What was typed, by path, where the form is shown again. */
  readonly typed?: ReadonlyMap<string, string>;
  /** The file that it was made from, as `printState` has it. */
  readonly made: string;
  readonly fault?: UserError | undefined;
}

/** The settings by sections, a field each. */
export function settingsForm(words: Translator, {values, typed, made, fault}: SettingsForm): Markup {
  const atFault = fault === undefined ? undefined : fieldAtFault(fault, values);
  const sections = settingSections.map((section) => {
    const fields = values.filter(({field}) => field.section === section);
    return html`<fieldset>
<legend>${words.t(`desk-settings.${section}`)}</legend>
${fields.map((value) => fieldMarkup(words, value, typed?.get(value.field.path), value === atFault ? fault : undefined))}</fieldset>
`;
  });
  return html`${fault !== undefined && atFault === undefined ? faultFacts(fault, words) : noMarkup}<form method="post" action="/settings/look" class="settings" autocomplete="off">
<input type="hidden" name="made" value="${made}">
${sections}<p class="acts"><button class="main">${words.t("desk-settings-look")}</button></p>
</form>
`;
}

/** The field of which a fault speaks: it begins with the name of the setting. */
function fieldAtFault({found}: UserError, values: readonly SettingValue[]): SettingValue | undefined {
  const named = /^(?:the setting )?([\w.-]+)/.exec(found)?.[1] ?? "";
  const path = named.replace(/\.?\d+$/, "");
  return values.find(({field}) => field.path === named || field.path === path);
}

function fieldMarkup(
  words: Translator,
  {field, text, written}: SettingValue,
  typed: string | undefined,
  fault: UserError | undefined,
): Markup {
  const {path} = field;
  const label = settingLabel(words, field);
  if (written !== null) {
    return html`<div class="field">
<p class="head">${label} <code>${path}</code></p>
<p class="means">${words.t("desk-settings-written", {text: written})} <a href="/settings/text">${words.t("desk-settings-text")}</a></p>
</div>
`;
  }
  const shown = typed ?? text;
  return html`<div class="field">
<label for="${path}">${label} <code>${path}</code></label>
${inputMarkup(words, field, shown, fault !== undefined)}
${
  fault === undefined
    ? noMarkup
    : html`<div id="${path}-fault">${faultFacts(fault, words)}</div>
`
}</div>
`;
}

function inputMarkup(
  words: Translator,
  {path, kind, choices}: SettingField,
  shown: string,
  isAtFault: boolean,
): Markup {
  const more = isAtFault ? html` aria-invalid="true" aria-describedby="${path}-fault"` : noMarkup;
  switch (kind) {
    case "list":
      return html`<textarea id="${path}" name="${path}" rows="3" spellcheck="false"${more}>
${fieldText(shown)}</textarea>`;
    case "choice": {
      const known = shown === "" || choices.includes(shown) ? choices : [...choices, shown];
      const options = ["", ...known].map(
        (choice) =>
          html`<option value="${choice}"${choice === shown ? html` selected` : noMarkup}>${choiceLabel(words, choice)}</option>`,
      );
      return html`<select id="${path}" name="${path}"${more}>${options}</select>`;
    }
    case "number":
      return html`<input id="${path}" name="${path}" inputmode="numeric" size="8" class="short" value="${fieldText(shown)}"${more}>`;
    case "text":
      return html`<input type="text" id="${path}" name="${path}" value="${fieldText(shown)}"${more}>`;
  }
}

function choiceLabel(words: Translator, choice: string): string {
  const said: Readonly<Record<string, MessageId>> = {
    "": "desk-settings-usual",
    true: "desk-settings-yes",
    false: "desk-settings-no",
    same: "desk-settings-same",
    different: "desk-settings-different",
  };
  if (Object.hasOwn(said, choice)) return words.sayWith(said[choice]!, {});
  if (!Object.hasOwn(languages, choice)) return choice;
  const {tag} = languages[choice as keyof typeof languages];
  return new Intl.DisplayNames(tag, {type: "language"}).of(tag) ?? choice;
}

/** What a setting is called at the desk: a table by its name in the report. */
export function settingLabel(words: Translator, {path}: Pick<SettingField, "path">): string {
  const [, table] = /^tables\.(.+)$/.exec(path) ?? [];
  return words.sayWith((table === undefined ? `desk-setting.${path}` : tableLabels(table)) as MessageId, {});
}

function tableLabels(id: string): string {
  if (id === "moved") return "moved-most";
  return id === "ledger" || id === "commentary" ? `section.${id}` : `table.${id}`;
}
