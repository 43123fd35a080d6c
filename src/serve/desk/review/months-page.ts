import {z} from "zod";
import {periodOf} from "../../../base/period.ts";
import {coveredPeriod} from "../../../operations/store/covered.ts";
import {withCatalogue} from "../../../operations/store/open.ts";
import {periodNamed} from "../../../operations/store/period-named.ts";
import {lookAtToday} from "../../../operations/today/today.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup} from "../../../render/markup/html.ts";
import {isUndecided} from "../../../report/review.ts";
import type {Desk} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {beginSurvey, surveyNow} from "./surveys.ts";

/** The months that logs were read of, with how many clients of each are undecided. */
export const monthsPage: DeskRoute = defineDeskRoute({
  ...{id: "review-months", method: "GET", path: "/review", who: "clients"},
  purpose: "the months, and how many clients of each are undecided",
  params: z.object({}),
  query: z.object({}),
  form: z.object({}),
  carryOut: async ({desk}) => {
    const {words} = desk;
    const store = desk.store();
    const {months, closed} = await withCatalogue(store, (catalogue) => ({
      months: coveredPeriod(catalogue, store.workspace.config.timeZone)?.months ?? [],
      closed: catalogue.closedMonths(),
    }));
    const known = await countsKnown(desk, months);
    const rows = months.toReversed().map((month) => {
      const day = closed.get(month);
      const link = html`<a href="/review/${month}">${words.month(month)}</a>`;
      const state = day === undefined ? "" : words.t("desk-review-is-closed", {day: words.shortDay(day)});
      const count = known.get(month);
      const undecided = count === undefined ? words.t("desk-review-unlooked") : words.number(count);
      return [link, undecided, state, count === undefined ? lookForm(month, desk) : ""];
    });
    const columns = [
      {head: words.t("desk-review-month")},
      {head: words.t("desk-review-undecided")},
      {head: words.t("desk-review-state"), kind: "text"},
      {head: words.t("desk-review-look"), kind: "text"},
    ] as const;
    const list =
      rows.length === 0 ? html`<p>${words.t("desk-review-no-logs")}</p>` : sheet(words.t("desk-review"), columns, rows);
    return {
      kind: "page",
      title: words.t("desk-review"),
      body: html`<p>${words.t("desk-review-means")}</p>
${list}
`,
    };
  },
});

/** How many are undecided, of the months of which it is known without a survey. */
async function countsKnown(desk: Desk, months: readonly string[]): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  const {undecided} = await lookAtToday(desk.store(), {isQuick: true});
  for (const {month, clients} of undecided) if (clients.is === "found") known.set(month, clients.value);
  for (const month of months) {
    const survey = await surveyNow(desk, periodOf(month, month));
    if (survey !== null) known.set(month, survey.review.clients.filter(isUndecided).length);
  }
  return known;
}

/** A button that has the clients of a period looked at. */
export function lookForm(period: string, {words}: Desk): Markup {
  return html`<form method="post" action="/review/${period}/look"><button>${words.t("desk-review-look")}<span class="aloud"> ${words.period(period)}</span></button></form>`;
}

/** Makes the survey of a period. */
export const lookRoute: DeskRoute = defineDeskRoute({
  ...{id: "review-look", method: "POST", path: "/review/:period/look", who: "clients"},
  purpose: "looks for the doubtful clients of a period",
  params: z.object({period: z.string().max(40)}),
  query: z.object({}),
  form: z.object({}),
  carryOut: ({desk, visitor, params}) => beginSurvey(desk, visitor!, periodNamed(desk.store(), params.period)),
});
