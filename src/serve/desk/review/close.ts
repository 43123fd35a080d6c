import {z} from "zod";
import type {Period} from "../../../base/period.ts";
import {closeMonths} from "../../../operations/review/close.ts";
import type {NumberedSurvey} from "../../../operations/review/kept-surveys.ts";
import {isDecidable} from "../../../operations/review/undecided.ts";
import {periodNamed} from "../../../operations/store/period-named.ts";
import {html, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";
import {goToJob} from "../jobs/begin.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {unlookedPage} from "./survey-page.ts";
import {surveyNow, surveysOf} from "./surveys.ts";

const params = z.object({period: z.string().max(40)});

/** What closing a period does, and who is undecided still. */
export const closePage: DeskRoute = defineDeskRoute({
  ...{id: "review-close", method: "GET", path: "/review/:period/close", who: "clients"},
  ...{purpose: "what closing a period does, and who is undecided still", params},
  query: z.object({}),
  form: z.object({}),
  carryOut: async ({desk, params: {period: name}}) => {
    const period = periodNamed(desk.store(), name);
    const survey = await surveyNow(desk, period);
    return survey === null ? unlookedPage(desk, period) : drawClose(desk, period, survey, false);
  },
});

/** Drops the addresses of a period for good. */
export const closeRoute: DeskRoute = defineDeskRoute({
  ...{id: "review-close-now", method: "POST", path: "/review/:period/close", who: "clients", again: true},
  ...{purpose: "drops the addresses of a period for good; its figures stay", params},
  query: z.object({}),
  form: z.object({undecided: z.coerce.number().int().min(0)}),
  carryOut: async ({desk, visitor, params: {period: name}, form}) => {
    const period = periodNamed(desk.store(), name);
    const survey = await surveyNow(desk, period);
    if (survey === null) return unlookedPage(desk, period, 409);
    if (undecidedIn(survey) !== form.undecided) return drawClose(desk, period, survey, true);
    const title = desk.words.t("desk-review-closing", {period: desk.words.period(period.name)});
    return goToJob(desk, visitor!, {
      title,
      run: async (attendance) => {
        await closeMonths(desk.store(), period, attendance);
        surveysOf(desk).forget();
        desk.visitors.record(visitor!, "close", period.name);
        return {to: "/review"};
      },
    });
  },
});

/** Clients of open months that could still be decided about by their address. */
function undecidedIn({review}: NumberedSurvey): number {
  return review.clients.filter(isDecidable).length;
}

function drawClose({words}: Desk, {name, months}: Period, survey: NumberedSurvey, hasMoved: boolean): PageAnswer {
  const period = words.period(name);
  const undecided = undecidedIn(survey);
  const open = months.filter((month) => !survey.closed.includes(month));
  const told =
    undecided === 0
      ? words.t("desk-review-close-all-decided")
      : words.t("desk-review-close-undecided", {count: undecided});
  const label = undecided === 0 ? words.t("desk-review-close", {period}) : words.t("desk-review-close-anyway");
  const closed = [...survey.review.closed].map(
    ([month, day]) => html`<p>${words.t("desk-review-closed", {month: words.month(month), day: words.day(day)})}</p>
`,
  );
  const form = html`<p>${words.t("desk-review-close-means")}</p>
<p><strong>${told}</strong></p>
<form method="post" action="/review/${name}/close" class="act"><input type="hidden" name="undecided" value="${undecided}"><button>${label}</button></form>
`;
  return {
    kind: "page",
    status: hasMoved ? 409 : 200,
    title: words.t("desk-review-close", {period}),
    body: html`${
      hasMoved
        ? html`<p class="said" role="alert">${words.t("desk-review-close-moved")}</p>
`
        : noMarkup
    }${closed}${open.length === 0 ? noMarkup : form}<p><a href="/review/${name}">${words.t("desk-review-all", {period})}</a></p>
`,
  };
}
