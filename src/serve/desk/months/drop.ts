import type {Translator} from "../../../base/words/translator.ts";
import {type DropPlan, dropFromStore, planDrop} from "../../../operations/inputs/drop-from-store.ts";
import {html, type Markup} from "../../../render/markup/html.ts";
import type {DeskAnswer, PageAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {goToJob} from "../jobs/begin.ts";
import {firstNames} from "./inputs.ts";

/** What would be lost if an input were taken out, and the button that does it. @throws {UserError} INPUT_UNKNOWN */
export async function dropPage(desk: Desk, input: string): Promise<PageAnswer> {
  const {words} = desk;
  const plan = await planDrop(desk.store(), [input]);
  const path = isPublished(plan) ? "/months/drop/published" : "/months/drop";
  const body = html`${planOf(plan, words)}<form class="act" method="post" action="${path}">
<input type="hidden" name="input" value="${input}">
<p class="acts"><button class="main">${words.t(plan.forecast.inputs.length > 0 ? "desk-drop-do" : "desk-forget-do")}</button> <a href="/months">${words.t("desk-drop-not")}</a></p>
</form>
`;
  return {kind: "page", title: words.t("desk-drop"), body};
}

/**
 * Takes an input out, as long work.
 *
 * @param isSure Has the second factor been given again? It has to be where a report of one of its months is published.
 * @throws {UserError} INPUT_UNKNOWN
 */
export async function drop(desk: Desk, visitor: Visitor, input: string, isSure: boolean): Promise<DeskAnswer> {
  const store = desk.store();
  const plan = await planDrop(store, [input]);
  // Published meanwhile: it is looked at once more.
  if (isPublished(plan) && !isSure) return {kind: "go", to: `/months/drop?input=${encodeURIComponent(input)}`};
  const names = [...plan.forecast.inputs.map(({name}) => name), ...plan.unread];
  const answer = goToJob(desk, visitor, {
    title: desk.words.t("desk-drop-job", {name: desk.words.series(names)}),
    run: async (attendance) => {
      await dropFromStore(store, plan, attendance);
      return {to: "/months"};
    },
  });
  desk.visitors.record(visitor, "inputs-drop", names.join(", "));
  return answer;
}

function isPublished({forecast}: DropPlan): boolean {
  return forecast.published.length > 0;
}

function planOf({forecast, unread}: DropPlan, words: Translator): Markup {
  const {inputs, lines, requests, months, closedMonths, published, leftWithout} = forecast;
  const named = (all: readonly string[]): string => words.listed(all.map((month) => words.month(month)));
  const periods = (all: readonly string[]): string => words.listed(all.map((period) => words.period(period)));
  const sentences = [
    ...(inputs.length === 0 ? [] : [words.t("desk-drop-what", {lines, requests})]),
    ...(months.length === 0 ? [] : [words.t("desk-drop-months", {months: named(months)})]),
    ...(closedMonths.length === 0 ? [] : [words.t("desk-drop-closed", {months: named(closedMonths)})]),
    ...(published.length === 0 ? [] : [words.t("desk-drop-published", {periods: periods(published)})]),
    ...leftWithout.map((one) => words.t("desk-drop-left", {lines: one.lines, name: one.name})),
    ...(unread.length === 0 ? [] : [words.t("desk-forget-means")]),
    ...(inputs.length === 0 ? [] : [words.t("desk-drop-again")]),
  ];
  const names = [...inputs.map(({name}) => name), ...unread];
  return html`<p><strong>${firstNames(names, names.length, words)}</strong></p>
${sentences.map((text) => html`<p>${text}</p>\n`)}`;
}
