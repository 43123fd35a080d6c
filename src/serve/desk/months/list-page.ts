import {inputsOfMonth} from "../../../operations/inputs/month.ts";
import {withCatalogue} from "../../../operations/store/open.ts";
import {foundIn} from "../../../operations/today/looked.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import {type Desk, may, type Visitor} from "../desk.ts";
import {calendarNow, lookingNote, refreshing} from "../today/look.ts";
import {refusedFiles, tableOfInputs} from "./inputs.ts";
import {countsByReason} from "./quarantine-page.ts";
import {smallStrip} from "./strip.ts";

/** All months that logs were read of, the last first, and what was read without any day. */
export async function allMonthsPage(desk: Desk, visitor: Visitor): Promise<PageAnswer> {
  const {words} = desk;
  const store = desk.store();
  const {timeZone} = store.workspace.config;
  const {calendar, look} = await calendarNow(desk, visitor);
  const dayless = await inputsOfMonth(store, null);
  const unread = await withCatalogue(store, (catalogue) => catalogue.leftOut.unread());
  const canRead = may(visitor, "logs");
  const months = (foundIn(calendar) ?? []).toReversed();
  const isEmpty = calendar.is === "found" && months.length === 0;
  const body = html`${canRead ? html`<p class="acts"><a class="button" href="/months/read">${words.t("desk-read")}</a></p>\n` : noMarkup}${lookingNote(look, words, visitor)}${calendar.is === "refused" || (calendar.is === "unknown" && look === null) ? html`<p class="said"><a href="/">${words.t("desk-task-fault")}</a></p>\n` : noMarkup}${
    isEmpty ? html`<p>${words.t("desk-months-none")}</p>\n` : noMarkup
  }${[...new Set(months.map(({month}) => month.slice(0, 4)))].map(
    (year) => html`<section>
<h2>${words.t("year", {year})}</h2>
<ul class="strips">
${months
  .filter(({month}) => month.startsWith(year))
  .map(
    (month) => html`<li><h3><a href="/months/${month.month}">${words.monthName(month.month)}</a></h3>
${smallStrip(month, words, timeZone)}</li>
`,
  )}</ul>
</section>
`,
  )}${months.length > 0 ? html`<p class="when">${words.t("desk-strip-key")}</p>\n` : noMarkup}${dayless.inputs.length === 0 ? noMarkup : part(words.t("desk-months-dayless"), html`${tableOfInputs(dayless.inputs, words, canRead)}${dayless.refused.length > 0 ? countsByReason("none", dayless.refused, words) : noMarkup}`)}${
    unread.length === 0 ? noMarkup : part(words.t("desk-months-refused"), refusedFiles(unread, words, canRead))
  }`;
  return {kind: "page", title: words.t("desk-months"), body, ...refreshing(look, visitor)};
}

function part(head: string, within: Markup): Markup {
  return html`<section>
<h2>${head}</h2>
${within}</section>
`;
}
