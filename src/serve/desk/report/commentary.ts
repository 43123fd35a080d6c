import {UserError} from "../../../base/error.ts";
import type {Period} from "../../../base/period.ts";
import {Translator} from "../../../base/words/translator.ts";
import {type SavedText, saveText} from "../../../operations/files/save.ts";
import {parseState, printState} from "../../../operations/files/state.ts";
import {type KeptText, readText} from "../../../operations/files/text.ts";
import {commentaryFileOf} from "../../../operations/report/commentary.ts";
import {begunCommentary, fillFromReport, previewCommentary} from "../../../operations/report/commentary-preview.ts";
import {commentaryMarkup} from "../../../render/html/commentary.ts";
import {fieldText, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Commentary} from "../../../report/commentary/prose.ts";
import {readCommentary} from "../../../report/commentary/read-commentary.ts";
import type {Report} from "../../../report/report.ts";
import type {DeskAnswer, PageAnswer} from "../answer.ts";
import {scriptPath} from "../assets.ts";
import {conflictPage, savedNote} from "../conflict.ts";
import type {Desk, Visitor} from "../desk.ts";
import {faultFacts} from "../fault-page.ts";
import {previewOf} from "./preview.ts";
import {type MadeOnce, makeOnce} from "./previews.ts";

/** Whose commentary is written, on which period. */
export interface CommentaryAsked {
  readonly desk: Desk;
  readonly visitor: Visitor;
  readonly period: Period;
  readonly signal: AbortSignal;
}

/** A commentary as it was typed, and the file that it was made from. */
export interface TypedCommentary {
  readonly made: string;
  readonly text: string;
}

const asSettings = {compare: undefined, tables: null};

function kept({desk, period}: CommentaryAsked): KeptText {
  const store = desk.store();
  const name = commentaryFileOf(store.workspace.folder, period) ?? `commentary/${period.name}.md`;
  return readText(store, name);
}

/** The commentary as its file has it, to be written on; one that is not begun has who writes it, and the day. */
export async function commentaryPage(asked: CommentaryAsked, isSaved: boolean): Promise<PageAnswer> {
  const now = kept(asked);
  const begun = begunCommentary(asked.desk.store(), asked.visitor.person.name);
  const text = now.state.sha256 === null ? begun : now.text;
  const shown = now.state.sha256 === null ? noMarkup : await shownOrRefused(asked, now.file.name, text);
  const note = isSaved ? savedNote(asked.desk, now.file.name) : noMarkup;
  return pageOf(asked, html`${note}${shown}${await formMarkup(asked, now, {made: printState(now.state), text})}`);
}

/** What was typed, with its figures; nothing is saved. */
export async function lookAtCommentary(asked: CommentaryAsked, typed: TypedCommentary): Promise<PageAnswer> {
  const now = kept(asked);
  const shown = await shownOrRefused(asked, now.file.name, typed.text);
  return pageOf(asked, html`${shown}${await formMarkup(asked, now, typed)}`);
}

/** Saves what was typed, where it can stand in a report and nobody else has changed the file. */
export async function saveCommentary(asked: CommentaryAsked, typed: TypedCommentary): Promise<DeskAnswer> {
  const {desk, visitor, period, signal} = asked;
  const now = kept(asked);
  const {name} = now.file;
  let saved: SavedText;
  try {
    const check = (text: string) => void readCommentary(text, name);
    saved = await saveText(desk.store(), name, {made: parseState(typed.made)!, text: typed.text}, {check, signal});
  } catch (fault) {
    if (!(fault instanceof UserError) || fault.code !== "COMMENTARY_REFUSED") throw fault;
    const body = html`${refusedMarkup(desk, fault)}${await formMarkup(asked, now, typed)}`;
    return {...pageOf(asked, body), status: 422};
  }
  if (saved.kind === "conflict") {
    const again = {made: printState(saved.theirs.state), text: saved.yours};
    return conflictPage(desk, saved, await formMarkup(asked, saved.theirs, again));
  }
  desk.visitors.record(visitor, "commentary-saved", `${name} ${saved.state.sha256 ?? ""}`);
  return {kind: "go", to: `/report/${period.name}/commentary?saved=yes`};
}

function pageOf({desk: {words}, period}: CommentaryAsked, body: Markup): PageAnswer {
  const title = words.t("desk-commentary-of", {period: words.period(period.name)});
  return {kind: "page", title, body};
}

function refusedMarkup({words}: Desk, fault: UserError): Markup {
  return html`<div id="look"><p>${words.t("desk-commentary-refused")}</p>
${faultFacts(fault, words)}</div>
`;
}

/** The commentary as the report would have it, or why it would not. */
async function shownOrRefused(asked: CommentaryAsked, name: string, text: string): Promise<Markup> {
  const {desk} = asked;
  const {words} = desk;
  try {
    const made = await filled(asked, name, text);
    if (made.kind === "making") {
      return html`<div id="look"><p>${words.t("desk-report-making")} <a href="/jobs/${made.job.id}">${words.t("desk-report-making-job")}</a></p></div>
`;
    }
    const {language, labels} = desk.store().workspace.config;
    const own = new Translator(language, labels);
    const {tag, direction} = own.language;
    return html`<div id="look">
<h2>${words.t("desk-commentary-shown")}</h2>
<div class="drawn-report" lang="${tag}" dir="${direction}">
${
  made.value.title === null
    ? noMarkup
    : html`<h3>${made.value.title}</h3>
`
}${commentaryMarkup(made.value, own)}</div>
</div>
`;
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    return refusedMarkup(desk, fault);
  }
}

async function reportNow({desk, visitor, period, signal}: CommentaryAsked): Promise<MadeOnce<Report> | null> {
  try {
    const options = {...asSettings, tables: []};
    const made = await previewOf({desk, visitor, period: period.name, options, signal});
    return made.kind === "making" ? made : {...made, value: made.value.report};
  } catch (fault) {
    // A report that cannot be made may still have a commentary; what is wrong with it is said where it is looked at.
    if (fault instanceof UserError) return null;
    throw fault;
  }
}

async function filled(asked: CommentaryAsked, name: string, text: string): Promise<MadeOnce<Commentary>> {
  const {desk, visitor, period, signal} = asked;
  // What is wrong with the text itself is known at once.
  readCommentary(text, name);
  const report = await reportNow(asked);
  const known = report?.kind === "made" ? await fillFromReport(report.value, {name, text}) : null;
  if (known !== null) return {kind: "made", value: known, key: ""};
  return makeOnce(
    desk,
    visitor,
    {
      name: JSON.stringify(["commentary", period.name, text]),
      title: desk.words.t("desk-commentary-of", {period: desk.words.period(period.name)}),
      to: `/report/${period.name}/commentary`,
      make: (store, attendance) => previewCommentary(store, {period: period.name, name, text}, attendance),
    },
    signal,
  );
}

async function formMarkup(asked: CommentaryAsked, {file}: KeptText, {made, text}: TypedCommentary): Promise<Markup> {
  const {desk, period} = asked;
  const {words} = desk;
  const place = `/report/${period.name}/commentary`;
  const example = `{{readers ${period.months.at(-1)!}}}`;
  return html`<form method="post" action="${place}/look" class="act writing" autocomplete="off">
<input type="hidden" name="made" value="${made}">
<label class="head" for="text">${words.t("desk-commentary-means", {file: file.name, example})}</label>
<textarea id="text" name="text" rows="18" class="prose" dir="auto">
${fieldText(text)}</textarea>
<p class="acts"><button>${words.t("desk-commentary-look")}</button> <button class="main" formaction="${place}/save">${words.t("desk-settings-save")}</button> <a href="/report/${period.name}">${words.t("desk-settings-back")}</a></p>
</form>
${await figuresMarkup(asked)}<script type="module" src="${scriptPath("commentary")}"></script>
`;
}

async function figuresMarkup(asked: CommentaryAsked): Promise<Markup> {
  const {words} = asked.desk;
  const report = await reportNow(asked);
  if (report?.kind !== "made") return noMarkup;
  const {measures, ledger} = report.value;
  const items = [...measures, ...(ledger?.measures ?? [])].map(
    ({id, label}) => html`<li><code>{{${id} ${asked.period.name}}}</code> ${label}</li>
`,
  );
  return html`<details>
<summary>${words.t("desk-commentary-figures")}</summary>
<ul class="plain">${items}</ul>
</details>
`;
}
