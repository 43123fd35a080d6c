import {UserError} from "../../../base/error.ts";
import {formatSize} from "../../../base/size.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {dayAt} from "../../../base/zone.ts";
import {type LogEntry, type LogFolder, listLogFolder, logFolders} from "../../../operations/inputs/log-folders.ts";
import {asWritten} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {roomAt} from "../../../workspace/room.ts";
import {refusal} from "../../fault.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";
import {faultFacts} from "../fault-page.ts";
import {sentLimits} from "./sent-logs.ts";

/** Which folder is looked into: its place among those of the settings, and the folders below it with `/` between them. */
export interface FolderPlace {
  readonly top: number;
  readonly below: string;
}

/** Where logs are read from: a folder on the machine, or what a person sends. */
export function readPage(desk: Desk, place: FolderPlace): PageAnswer {
  const {words} = desk;
  const {workspace} = desk.store();
  const folders = logFolders(workspace);
  const body = html`<section>
<h2>${words.t("desk-read-folder")}</h2>
${folderList(folders, place, words)}${folderForm(folderAt(folders, place.top), place, words, workspace.config.timeZone)}</section>
<section>
<h2>${words.t("desk-read-send")}</h2>
<form class="act" method="post" action="/months/read/sent" enctype="multipart/form-data">
<div class="field"><label for="logs">${words.t("desk-read-files")}</label>
<input type="file" id="logs" name="logs" multiple required>
<p class="means">${words.t("desk-read-limits", {most: sentLimits.most, size: formatSize(sentLimits.bytesInAll), free: formatSize(roomAt(workspace.folder))})}</p></div>
${readingBoxes("sent", words)}<p><button class="main">${words.t("desk-read-send-do")}</button></p>
</form>
</section>
<p class="when">${words.t("desk-read-once")}</p>
`;
  return {kind: "page", title: words.t("desk-read"), body};
}

/** @throws {ServedFault} NOT_FOUND where the settings name fewer. */
export function folderAt(folders: readonly LogFolder[], top: number): LogFolder {
  const folder = folders[top];
  if (folder === undefined)
    throw refusal("NOT_FOUND", "the settings name no such folder", {help: "choose one of them"});
  return folder;
}

function folderList(folders: readonly LogFolder[], {top}: FolderPlace, words: Translator): Markup {
  if (folders.length < 2) return noMarkup;
  return html`<nav aria-label="${words.t("desk-read-folders")}"><ul class="letters">
${folders.map(({name}, place) => html`<li><a href="/months/read?top=${place}"${place === top ? html` aria-current="page"` : noMarkup}>${asWritten(name)}</a></li>\n`)}</ul></nav>
`;
}

function folderForm(folder: LogFolder, {top, below}: FolderPlace, words: Translator, timeZone: string): Markup {
  try {
    const {entries, more} = listLogFolder(folder, below);
    const path = below === "" ? folder.path : `${folder.path}/${below}`;
    const up =
      below === ""
        ? noMarkup
        : html`<p><a href="${linkTo(top, below.split("/").slice(0, -1).join("/"))}">${words.t("desk-read-up")}</a></p>\n`;
    const [folders, files] = [entries.filter(({isFolder}) => isFolder), entries.filter(({isFolder}) => !isFolder)];
    return html`<p><code dir="ltr">${path}</code></p>
${up}${folders.length === 0 ? noMarkup : html`<ul class="letters">\n${folders.map(({name}) => html`<li><a href="${linkTo(top, below === "" ? name : `${below}/${name}`)}">${asWritten(`${name}/`)}</a></li>\n`)}</ul>\n`}${more > 0 ? html`<p>${words.t("desk-more", {count: more})}</p>\n` : noMarkup}${filesForm(files, {top, below}, words, timeZone)}`;
  } catch (fault) {
    if (fault instanceof UserError) return faultFacts(fault, words);
    throw fault;
  }
}

function filesForm(files: readonly LogEntry[], {top, below}: FolderPlace, words: Translator, timeZone: string): Markup {
  if (files.length === 0) return html`<p>${words.t("desk-read-empty")}</p>\n`;
  const rows = files.map(
    (
      {name, bytes, changedMs},
      place,
    ) => html`<tr><th scope="row"><label><input type="checkbox" name="log" value="${name}" id="log-${place}"> ${asWritten(name)}</label></th><td>${formatSize(bytes)}</td><td>${words.shortDay(dayAt(changedMs, timeZone))}</td></tr>
`,
  );
  return html`<form class="act" method="post" action="/months/read/folder">
<input type="hidden" name="top" value="${top}">
<input type="hidden" name="below" value="${below}">
<section class="scroll sheet wide" aria-label="${words.t("desk-read-folder")}" tabindex="0">
<table>
<thead><tr><th scope="col">${words.t("desk-column-log")}</th><th scope="col">${words.t("desk-column-size")}</th><th scope="col">${words.t("desk-column-changed")}</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</section>
${readingBoxes("folder", words)}<p class="acts"><button class="main" name="which" value="chosen">${words.t("desk-read-chosen")}</button> <button name="which" value="all">${words.t("desk-read-all")}</button></p>
</form>
`;
}

/** What each way of reading may be told besides, as its form's fields. */
function readingBoxes(which: string, words: Translator): Markup {
  const box = (name: string, label: string): Markup =>
    html`<p><label for="${name}-${which}"><input type="checkbox" id="${name}-${which}" name="${name}" value="yes"> ${label}</label></p>\n`;
  return html`${box("again", words.t("desk-read-again"))}${box("unreadable", words.t("desk-read-unreadable"))}`;
}

/** The page of a folder below. */
function linkTo(top: number, below: string): string {
  return below === "" ? `/months/read?top=${top}` : `/months/read?top=${top}&below=${encodeURIComponent(below)}`;
}
