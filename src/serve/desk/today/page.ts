import {UserError} from "../../../base/error.ts";
import type {MonthSoFar} from "../../../operations/today/so-far.ts";
import {type NeedOfToday, whatNeedsAPerson} from "../../../operations/today/tasks.ts";
import {formatValue} from "../../../render/content/values.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {faultFacts} from "../fault-page.ts";
import {maySee} from "../jobs/routes.ts";
import {hasEnded, type Job} from "../jobs.ts";
import {beginLook, hasFailed, languageOf, lastLook, lookingNote, refreshing} from "./look.ts";
import {taskItem} from "./tasks.ts";

/** The start page: what needs a person, long work that goes on, and this month so far. */
export async function todayPage(desk: Desk, visitor: Visitor): Promise<PageAnswer> {
  const {words} = desk;
  const store = desk.store();
  const {timeZone} = store.workspace.config;
  const found = await whatNeedsAPerson(store, {isQuick: true, language: languageOf(words)});
  const last = lastLook(desk);
  const failed = found.isUnfinished && hasFailed(last) ? (last ?? null) : null;
  const look = found.isUnfinished && failed === null ? beginLook(desk, visitor) : null;
  const {tasks} = found;
  const items = tasks.map((task) => taskItem(task, desk, visitor, timeZone));
  const isClear = tasks.length === 0 && look === null && failed === null && found.readUntil !== null;
  const body = html`<p class="byline">${standing(found, words)}</p>
${lookingNote(look, words, visitor)}${failureOf(failed, words)}${
  isClear ? html`<p>${words.t("desk-today-clear")}</p>\n` : noMarkup
}${items.length === 0 ? noMarkup : html`<ul class="plain tasks">\n${items}</ul>\n`}${
  tasks.some(({about}) => about === "fault") || failed !== null ? againForm(words) : noMarkup
}${underWay(desk, visitor, look)}${soFarPart(found, words)}`;
  return {kind: "page", title: words.t("desk-today"), body, ...refreshing(look, visitor)};
}

function standing({day, readUntil}: NeedOfToday, words: Desk["words"]): string {
  const shown = words.day(day);
  return readUntil === null
    ? words.t("desk-today-nothing-read", {day: shown})
    : words.t("desk-today-read-until", {day: shown, until: words.day(readUntil)});
}

function failureOf(failed: Job | null, words: Desk["words"]): Markup {
  if (failed === null) return noMarkup;
  if (failed.fault instanceof UserError) return faultFacts(failed.fault, words);
  return html`<p class="said" role="alert">${words.t("desk-job-bug")}</p>\n`;
}

function againForm(words: Desk["words"]): Markup {
  return html`<form class="act" method="post" action="/today/look"><button>${words.t("desk-today-again")}</button></form>\n`;
}

/** Long work that has not ended, or was cut off, as far as the visitor may see it. */
function underWay({jobs, words}: Desk, visitor: Visitor, look: Job | null): Markup {
  const shown = jobs.all().filter((job) => {
    const isTold = !hasEnded(job) || job.state === "interrupted";
    return isTold && job.id !== look?.id && maySee(visitor, job);
  });
  if (shown.length === 0) return noMarkup;
  return html`<section>
<h2>${words.t("desk-jobs")}</h2>
<ul class="plain">
${shown.map(({id, title, state}) => html`<li><a href="/jobs/${id}">${title}</a> <span class="when">${words.t(`desk-job-state.${state}`)}</span></li>\n`)}</ul>
</section>
`;
}

function soFarPart({soFar, day, readUntil}: NeedOfToday, words: Desk["words"]): Markup {
  if (readUntil === null || (soFar !== null && soFar.is !== "found")) return noMarkup;
  const month = words.month(day.slice(0, 7));
  const within = soFar === null ? html`<p>${words.t("desk-so-far-none")}</p>\n` : monthFigures(soFar.value, words);
  return html`<section class="so-far">
<h2>${words.t("desk-so-far", {month})}</h2>
${within}</section>
`;
}

function monthFigures({days, daysCovered, summary, figures}: MonthSoFar, words: Desk["words"]): Markup {
  return html`<p class="unfinished">${words.t("desk-so-far-unfinished", {covered: daysCovered, days})}</p>
${summary.map((sentence) => html`<p>${sentence}</p>\n`)}<dl class="facts">
${figures.map((figure) => figureOf(figure, words))}</dl>
`;
}

function figureOf({label, value, decimals, unit, reason}: MonthSoFar["figures"][number], words: Desk["words"]): Markup {
  const shown = value === null ? (reason ?? "–") : formatValue(value, {decimals, unit}, words);
  return html`<dt>${label}</dt><dd>${shown}</dd>\n`;
}
