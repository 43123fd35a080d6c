import type {Translator} from "../../../base/words/translator.ts";
import {clockText} from "../../../base/zone.ts";
import type {CalendarMonth} from "../../../operations/inputs/calendar.ts";
import {daysTouched} from "../../../operations/inputs/calendar.ts";
import {inputsBehind, inputsOfMonth, type MonthInput, type MonthInputs} from "../../../operations/inputs/month.ts";
import {foundIn} from "../../../operations/today/looked.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {refusal} from "../../fault.ts";
import type {PageAnswer} from "../answer.ts";
import {type Desk, may, type Visitor} from "../desk.ts";
import {calendarNow, lookingNote, refreshing} from "../today/look.ts";
import {firstNames, tableOfInputs} from "./inputs.ts";
import {countsByReason} from "./quarantine-page.ts";
import {largeStrip} from "./strip.ts";

/** So many logs are named beside a day. */
const mostNamed = 3;

/** One month: its days with the logs behind each, the logs themselves, and what of them could not be read. */
export async function monthPage(desk: Desk, visitor: Visitor, month: string): Promise<PageAnswer> {
  const {words} = desk;
  const store = desk.store();
  const {timeZone} = store.workspace.config;
  const {calendar, look} = await calendarNow(desk, visitor);
  const own = foundIn(calendar)?.find((one) => one.month === month);
  const found = await inputsOfMonth(store, month);
  if (own === undefined && found.inputs.length === 0) {
    throw refusal("NOT_FOUND", `nothing was read of ${month}`, {help: "see under Months what was read"});
  }
  const body = html`${lookingNote(look, words, visitor)}${own === undefined ? noMarkup : largeStrip(own, words, timeZone)}${own === undefined ? noMarkup : daysPart(own, found.inputs, words, timeZone)}<section id="logs">
<h2>${words.t("desk-month-inputs")}</h2>
${tableOfInputs(found.inputs, words, may(visitor, "logs"))}</section>
${quarantinePart(month, found, words)}`;
  return {kind: "page", title: words.month(month), body, ...refreshing(look, visitor)};
}

function daysPart(month: CalendarMonth, inputs: readonly MonthInput[], words: Translator, timeZone: string): Markup {
  const heads = [
    {head: words.t("desk-column-day")},
    {head: words.t("desk-column-requests")},
    {head: words.t("desk-column-missing"), kind: "text" as const},
    {head: words.t("desk-column-logs"), kind: "text" as const},
  ];
  const gaps = [...month.gaps, ...month.cut].map((gap) => ({...gap, days: daysTouched(gap, timeZone)}));
  const rows = month.byDay.map(({day, requests}) => {
    const hours = gaps
      .filter(({days}) => days.includes(day))
      .map(({from, until}) => `${clockText(from, timeZone)}–${clockText(until, timeZone)}`);
    const missing = month.missingDays.includes(day) ? words.t("desk-day-missing") : words.series(hours);
    const names = inputsBehind(day, inputs).map(({name}) => name);
    return [words.shortDay(day), words.number(requests), missing, firstNames(names, mostNamed, words)];
  });
  return html`<section id="days">
<h2>${words.t("desk-month-days")}</h2>
<p class="when">${words.t("desk-month-span")}</p>
${sheet(words.t("desk-month-days"), heads, rows)}</section>
`;
}

function quarantinePart(month: string, {refused, isBeyond}: MonthInputs, words: Translator): Markup {
  return html`<section id="quarantine">
<h2>${words.t("desk-quarantine")}</h2>
${
  refused.length === 0
    ? html`<p>${words.t("desk-quarantine-none")}</p>\n`
    : html`${isBeyond ? html`<p class="when">${words.t("desk-quarantine-beyond")}</p>\n` : noMarkup}${countsByReason(month, refused, words)}<p><a href="/months/${month}/quarantine">${words.t("desk-quarantine-show")}</a></p>\n`
}</section>
`;
}
