import type {SavedText} from "../../operations/files/save.ts";
import {html, type Markup, noMarkup} from "../../render/markup/html.ts";
import type {PageAnswer} from "./answer.ts";
import {changesMarkup} from "./changes.ts";
import type {Desk} from "./desk.ts";

type Conflict = Extract<SavedText, {readonly kind: "conflict"}>;

/**
 * The page of a form whose file somebody else has changed since it was made: both versions, what is different, and the form.
 *
 * @param form The screen's own form, with what was typed, made of `conflict.theirs.state`: whoever saves it again has seen what it takes the
 *   place of.
 */
export function conflictPage({words}: Desk, {theirs, yours}: Conflict, form: Markup): PageAnswer {
  const file = theirs.file.name;
  const isGone = theirs.state.sha256 === null;
  const body = html`<p>${words.t(isGone ? "desk-conflict-gone" : "desk-conflict-means", {file})}</p>
${
  isGone
    ? noMarkup
    : html`<h2>${words.t("desk-changes")}</h2>
${changesMarkup(theirs.text, yours, words)}<details>
<summary>${words.t("desk-conflict-theirs")}</summary>
${wholeText(theirs.text, words.t("desk-conflict-theirs"))}</details>
`
}<details>
<summary>${words.t("desk-conflict-yours")}</summary>
${wholeText(yours, words.t("desk-conflict-yours"))}</details>
${form}`;
  return {kind: "page", status: 409, title: words.t("desk-conflict"), body};
}

/** What somebody is told whose file is saved. */
export function savedNote({words}: Desk, file: string): Markup {
  return html`<div class="said" role="status">
<p>${words.t("desk-saved", {file})}</p>
</div>
`;
}

/** A text as it stands in its file. */
function wholeText(text: string, label: string): Markup {
  return html`<pre class="whole" role="region" tabindex="0" dir="auto" aria-label="${label}">${text.split("\n").map(
    (line) => html`${line}
`,
  )}</pre>
`;
}
