import type {UserError} from "../../../base/error.ts";
import type {KeptText} from "../../../operations/files/text.ts";
import {fieldText, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import {changesMarkup} from "../changes.ts";
import type {Desk} from "../desk.ts";
import {faultFacts} from "../fault-page.ts";
import {stateInput} from "../form-state.ts";

/**
 * What would change in the settings, before it is saved: the second of two steps.
 *
 * @param back Where whoever saves nothing goes.
 */
export function settingsLook({words}: Desk, {file, text, state}: KeptText, after: string, back: string): PageAnswer {
  const title = words.t("desk-settings");
  const leave = html`<a href="${back}">${words.t("desk-settings-back")}</a>`;
  if (text === after) {
    const body = html`<p>${words.t("desk-settings-nothing")}</p>
<p>${leave}</p>
`;
    return {kind: "page", title, body};
  }
  const body = html`<p>${words.t("desk-settings-before-save", {file: file.name})}</p>
${changesMarkup(text, after, words)}<form method="post" action="/settings/save">
${stateInput("made", state)}
<input type="hidden" name="back" value="${back}">
<input type="hidden" name="text" value="${fieldText(after)}">
<p class="acts"><button class="main">${words.t("desk-settings-save")}</button> ${leave}</p>
</form>
`;
  return {kind: "page", title, body};
}

/** All settings in a field of their own. @param text As it was typed, where that is not what the file says. */
export function settingsText(
  {words}: Desk,
  {file, state, text: kept}: KeptText,
  {text = kept, fault}: {readonly text?: string; readonly fault?: UserError | undefined} = {},
): Markup {
  return html`<p>${words.t("desk-settings-text-means", {file: file.name})} <a href="/settings">${words.t("desk-settings-form")}</a></p>
${fault === undefined ? noMarkup : faultFacts(fault, words)}<form method="post" action="/settings/text/look" autocomplete="off">
${stateInput("made", state)}
<label class="head" for="text">${file.name}</label>
<textarea id="text" name="text" rows="30" spellcheck="false" dir="ltr"${fault === undefined ? noMarkup : html` aria-invalid="true"`}>
${fieldText(text)}</textarea>
<p class="acts"><button class="main">${words.t("desk-settings-look")}</button></p>
</form>
`;
}
