import {formatSize} from "../../../base/size.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {shownDigits} from "../../../operations/inputs/list.ts";
import type {MonthInput} from "../../../operations/inputs/month.ts";
import {asWritten, sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {type UnreadReason, unreadReasons} from "../../../report/unread-reasons.ts";
import type {UnreadFile} from "../../../workspace/catalogue/rows.ts";

/** What was read: each log with its counts and days, and a way to take it out for whoever may. */
export function tableOfInputs(inputs: readonly MonthInput[], words: Translator, canRead: boolean): Markup {
  const heads = [
    {head: words.t("desk-column-log")},
    {head: words.t("desk-column-lines")},
    {head: words.t("desk-column-requests")},
    {head: words.t("desk-column-unread")},
    {head: words.t("desk-column-days"), kind: "text" as const},
    ...(canRead ? [{head: words.t("desk-column-act"), kind: "text" as const}] : []),
  ];
  const rows = inputs.map((input) => {
    const {lines, requests, quarantined, sha256} = input;
    return [
      nameOf(input, words),
      ...[lines, requests, quarantined].map((count) => words.number(count)),
      daysOf(input, words),
      ...(canRead ? [html`<a href="/months/drop?input=${sha256}">${words.t("desk-drop-one")}</a>`] : []),
    ];
  });
  return sheet(words.t("desk-month-inputs"), heads, rows);
}

function nameOf({name, sha256, format, bytes, repeated, isByOlderSettings}: MonthInput, words: Translator): Markup {
  const more = [
    ...repeated.map((one) => words.t("desk-repeated", {lines: one.lines, name: one.name})),
    ...(isByOlderSettings ? [words.t("desk-input-older")] : []),
  ];
  return html`${asWritten(name)}<br><span class="when"><code>${sha256.slice(0, shownDigits)}</code> · ${asWritten(format)} · ${formatSize(bytes)}</span>${more.map((text) => html`<br><span class="when">${text}</span>`)}`;
}

function daysOf({firstDay, lastDay}: MonthInput, words: Translator): string {
  if (firstDay === null) return "–";
  const [first, last] = [words.shortDay(firstDay), words.shortDay(lastDay!)];
  return first === last ? first : `${first} – ${last}`;
}

/** Files of which nothing could be read, and why; a report says so of each until it is read, or somebody says that it does not matter. */
export function refusedFiles(unread: readonly UnreadFile[], words: Translator, canRead: boolean): Markup {
  return html`<ul class="plain">
${unread.map(({name, reason}) => html`<li>${asWritten(name)}: ${words.t(`unread-${reasonOf(reason)}`)}${canRead ? html` <a href="/months/drop?input=${encodeURIComponent(name)}">${words.t("desk-forget-one")}</a>` : noMarkup}</li>\n`)}</ul>
`;
}

function reasonOf(reason: string): UnreadReason {
  return unreadReasons.find((one) => one === reason) ?? "unreadable";
}

/** The first of some names, one after the other, and how many more there are. */
export function firstNames(names: readonly string[], most: number, words: Translator): Markup {
  const named = names.slice(0, most).map((name, place) => html`${place === 0 ? "" : ", "}${asWritten(name)}`);
  const more = names.length - named.length;
  return html`${named}${more > 0 ? html` ${words.t("desk-more", {count: more})}` : noMarkup}`;
}
