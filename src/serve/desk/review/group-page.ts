import {z} from "zod";
import {clientsLike, type Likeness, likenesses, sharedBy} from "../../../operations/review/groups.ts";
import type {NumberedSurvey} from "../../../operations/review/kept-surveys.ts";
import {lastReasons} from "../../../operations/review/reasons.ts";
import {periodNamed} from "../../../operations/store/period-named.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {type ReviewedClient, waveIn} from "../../../report/review.ts";
import {decidedDays} from "../../../report/review-days.ts";
import type {PageAnswer} from "../answer.ts";
import {scriptPath} from "../assets.ts";
import type {Desk} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import type {ClientPageParts} from "./client-page.ts";
import {decisionForm} from "./decision-form.ts";
import {clientNumber} from "./done.ts";
import {effectsMarkup} from "./effects.ts";
import {documentsIn, entryMarkup} from "./sayings.ts";
import {seenOf} from "./seen.ts";
import {sharedMarkup, unlookedPage, waveEntryMarkup} from "./survey-page.ts";
import {clientAt, type PlacedClient, surveyNow} from "./surveys.ts";

/** How many clients are decided about at once. */
export const mostAtOnce = 500;

/** Where a group is: the clients that are like one of them. */
export const groupParams = z.object({period: z.string().max(40), client: clientNumber, by: z.enum(likenesses)});

/** Undecided clients that are alike, to be decided about at once. */
export const groupPage: DeskRoute = defineDeskRoute({
  ...{id: "review-group", method: "GET", path: "/review/:period/clients/:client/like/:by", who: "clients"},
  purpose: "undecided clients that are alike, to be decided about at once",
  params: groupParams,
  query: z.object({}),
  form: z.object({}),
  carryOut: async ({desk, params}) => {
    const period = periodNamed(desk.store(), params.period);
    const survey = await surveyNow(desk, period);
    if (survey === null) return unlookedPage(desk, period);
    const placed = clientAt(survey, params.client);
    const like = clientsLike(survey.review, placed.client, params.by).slice(0, mostAtOnce);
    if (like.length === 0) return {kind: "go", to: `/review/${period.name}`};
    return drawGroup(desk, survey, placed, {by: params.by, marked: new Set(like), above: noMarkup});
  },
});

/** What a page of a group is drawn from. */
export interface GroupPageParts extends ClientPageParts {
  readonly by: Likeness;
  readonly marked: ReadonlySet<ReviewedClient>;
}

/** The page of a group: its clients, what becomes of the figures with all of them, and the buttons that decide. */
export function drawGroup(desk: Desk, survey: NumberedSurvey, placed: PlacedClient, parts: GroupPageParts): PageAnswer {
  const {words} = desk;
  const {review, numbers} = survey;
  const {by, marked, above, chosen = {reason: "", own: ""}, fault = null, status = 200} = parts;
  const all = clientsLike(review, placed.client, by);
  const like = all.slice(0, mostAtOnce);
  // Those that somebody else has decided about meanwhile are shown, too, where they were meant.
  const shown = review.clients.filter((client) => like.includes(client) || marked.has(client));
  const action = `/review/${review.period}/clients/${placed.number}/like/${by}`;
  const members = shown.map((client) => {
    const number = numbers[review.clients.indexOf(client)]!;
    const text = html`${entryMarkup(client)} (${words.number(documentsIn(client, review))})`;
    return html`<li><label><input type="checkbox" name="member" value="${number}"${marked.has(client) ? html` checked` : noMarkup}> ${text}</label></li>
`;
  });
  const who: Markup = html`<fieldset>
<legend>${words.t("desk-review-choose")}</legend>
<ul class="members">
${members}</ul>
</fieldset>
`;
  const reasons = lastReasons(desk.store().workspace, review.months);
  const seen = seenOf(desk, review.months);
  const period = words.period(review.period);
  const cut =
    all.length > like.length
      ? html`<p>${words.t("desk-review-first-of", {shown: like.length, all: all.length})}</p>
`
      : noMarkup;
  const isOpen = decidedDays(review.months, survey.closed) !== null;
  const form = isOpen ? decisionForm({action, seen, reasons, chosen, fault, above: who}, words) : noMarkup;
  return {
    kind: "page",
    status,
    title: words.t("desk-review-group-title", {count: shown.length, period}),
    body: html`${above}<p class="acts"><a href="/review/${review.period}">${words.t("desk-review-all", {period})}</a></p>
<p>${words.t(`desk-review-by.${by}`)}: ${sharedMarkup(by, sharedBy(placed.client, by) ?? "", review, words)}</p>
${cut}${by === "wave" ? waveEntryMarkup(waveIn(placed.client)!, words) : noMarkup}${effectsMarkup(review, shown, words)}${form}<p class="when keys" hidden>${words.t("desk-review-keys")}</p>
<script type="module" src="${scriptPath("review")}"></script>
`,
  };
}
