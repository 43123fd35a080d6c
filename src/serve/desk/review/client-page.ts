import {z} from "zod";
import {clientsLike, likenesses} from "../../../operations/review/groups.ts";
import type {NumberedSurvey} from "../../../operations/review/kept-surveys.ts";
import {lastReasons} from "../../../operations/review/reasons.ts";
import {periodNamed} from "../../../operations/store/period-named.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {isUndecided} from "../../../report/review.ts";
import {decidedDays} from "../../../report/review-days.ts";
import type {PageAnswer} from "../answer.ts";
import {scriptPath} from "../assets.ts";
import type {Desk} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {type ChosenDecision, decisionForm, undoForm} from "./decision-form.ts";
import {clientNumber, doneNote, doneQuery} from "./done.ts";
import {effectsMarkup} from "./effects.ts";
import {factsMarkup} from "./facts.ts";
import {entryMarkup} from "./sayings.ts";
import {seenOf} from "./seen.ts";
import {unlookedPage} from "./survey-page.ts";
import {clientAt, type PlacedClient, surveyNow} from "./surveys.ts";

/** One client: all that is known of it, what a decision would change, and the buttons that decide. */
export const clientPage: DeskRoute = defineDeskRoute({
  ...{id: "review-client", method: "GET", path: "/review/:period/clients/:client", who: "clients"},
  purpose: "one client: what it did, what a decision would change, and the decision",
  params: z.object({period: z.string().max(40), client: clientNumber}),
  query: doneQuery,
  form: z.object({}),
  carryOut: async ({desk, params, query}) => {
    const period = periodNamed(desk.store(), params.period);
    const survey = await surveyNow(desk, period);
    if (survey === null) return unlookedPage(desk, period);
    return drawClient(desk, survey, clientAt(survey, params.client), {above: doneNote(desk, survey, query)});
  },
});

/** What differs between a page of a client that is asked for, and one whose form was not taken. */
export interface ClientPageParts {
  readonly above: Markup;
  readonly chosen?: ChosenDecision;
  readonly fault?: string | null;
  readonly status?: 200 | 409 | 422;
}

/** The page of a client. */
export function drawClient(
  desk: Desk,
  survey: NumberedSurvey,
  placed: PlacedClient,
  parts: ClientPageParts,
): PageAnswer {
  const {words} = desk;
  const {review} = survey;
  const {client, number, place} = placed;
  const {above, chosen = {reason: "", own: ""}, fault = null, status = 200} = parts;
  const action = `/review/${review.period}/clients/${number}`;
  const seen = seenOf(desk, review.months);
  const period = words.period(review.period);
  const isOpen = decidedDays(review.months, survey.closed) !== null;
  const form = isOpen
    ? html`<h2>${words.t("desk-review-decide")}</h2>
${isUndecided(client) && client.decision === null ? noMarkup : undoForm(action, seen, entryMarkup(client), words)}${decisionForm({action, seen, reasons: lastReasons(desk.store().workspace, review.months), chosen, fault}, words)}`
    : noMarkup;
  return {
    kind: "page",
    status,
    title: words.t("desk-review-place", {place: place + 1, all: review.clients.length, period}),
    body: html`${above}${wayMarkup(survey, placed, words)}<div class="client">
<div>${factsMarkup(review, client, words)}</div>
<div>${effectsMarkup(review, [client], words)}${form}</div>
</div>
${likeMarkup(survey, placed, words)}<p class="when keys" hidden>${words.t("desk-review-keys")}</p>
<script type="module" src="${scriptPath("review")}"></script>
`,
  };
}

/** The undecided client after a place, or before it; from the end the way leads to the beginning. Null where no other is. */
export function neighbour({review, numbers}: NumberedSurvey, place: number, step: 1 | -1): string | null {
  const {length} = review.clients;
  for (let far = 1; far < length; far++) {
    const at = (place + step * far + length * 2) % length;
    if (isUndecided(review.clients[at]!)) return numbers[at]!;
  }
  return null;
}

function wayMarkup(survey: NumberedSurvey, {place}: PlacedClient, words: Desk["words"]): Markup {
  const {period} = survey.review;
  const all = html`<a href="/review/${period}">${words.t("desk-review-all", {period: words.period(period)})}</a>`;
  const link = (step: 1 | -1): Markup => {
    const to = neighbour(survey, place, step);
    if (to === null) return noMarkup;
    const [key, label, rel] = step === 1 ? (["n", "next", "next"] as const) : (["p", "previous", "prev"] as const);
    return html`<a href="/review/${period}/clients/${to}" rel="${rel}" data-key="${key}">${words.t(`desk-review-${label}`)}</a> `;
  };
  return html`<p class="acts">${link(-1)}${link(1)}${all}</p>
`;
}

/** Where those that are like this client are decided about at once. */
function likeMarkup({review}: NumberedSurvey, {client, number}: PlacedClient, words: Desk["words"]): Markup {
  const links = likenesses.flatMap((by) => {
    const {length} = clientsLike(review, client, by);
    if (length < 2) return [];
    const text = words.t("desk-review-decide-all", {count: length});
    return [
      html`<li><a href="/review/${review.period}/clients/${number}/like/${by}">${text}</a> (${words.t(`desk-review-by.${by}`)})</li>
`,
    ];
  });
  if (links.length === 0) return noMarkup;
  return html`<h2>${words.t("desk-review-groups")}</h2>
<ul>
${links}</ul>
`;
}
