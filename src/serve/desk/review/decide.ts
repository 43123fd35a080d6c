import {basename} from "node:path";
import {z} from "zod";
import type {Period} from "../../../base/period.ts";
import type {Notice} from "../../../operations/notice.ts";
import {planVerdict} from "../../../operations/review/decide.ts";
import {type SharedOutcome, writeTogether} from "../../../operations/review/decide-together.ts";
import {clientOf} from "../../../operations/review/decided.ts";
import {clientsLike} from "../../../operations/review/groups.ts";
import {type DecisionPen, decisionPen} from "../../../operations/review/record.ts";
import {planUndo} from "../../../operations/review/undo.ts";
import {periodNamed} from "../../../operations/store/period-named.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup} from "../../../render/markup/html.ts";
import {type Review, type ReviewedClient, type ReviewWave, waveIn} from "../../../report/review.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk, Visitor} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {drawClient, neighbour} from "./client-page.ts";
import {decisions} from "./decision-form.ts";
import {clientNumber} from "./done.ts";
import {drawGroup, groupParams, mostAtOnce} from "./group-page.ts";
import {seenField} from "./seen.ts";
import {unlookedPage} from "./survey-page.ts";
import {clientAt, surveyNow} from "./surveys.ts";

const decisionFields = {
  seen: seenField,
  decision: z.enum(decisions),
  reason: z.string().max(2000).default(""),
  own: z.string().max(500).default(""),
};

const clientParams = z.object({period: z.string().max(40), client: clientNumber});

/** Decides about one client, and leads to the next. */
export const decideRoute: DeskRoute = defineDeskRoute({
  ...{id: "review-decide", method: "POST", path: "/review/:period/clients/:client", who: "clients"},
  purpose: "decides about a client: a row at the end of the blacklist",
  params: clientParams,
  query: z.object({}),
  form: z.object(decisionFields),
  carryOut: async ({desk, visitor, params, form, signal}) => {
    const period = periodNamed(desk.store(), params.period);
    const survey = await surveyNow(desk, period);
    if (survey === null) return unlookedPage(desk, period, 409);
    const placed = clientAt(survey, params.client);
    const redraw = (above: Markup, status: 409 | 422, fault: string | null = null, now = survey): PageAnswer =>
      drawClient(desk, now, clientAt(now, params.client), {above, status, fault, chosen: form});
    const reason = form.own.trim() || form.reason;
    if (reason === "" && form.decision !== "later") return redraw(html``, 422, desk.words.t("desk-review-no-reason"));
    const pen = penOf(desk, visitor!, period, signal);
    const verdict = {entries: [placed.client.entry], decision: form.decision, reason};
    const outcome = await writeTogether(pen, {
      ...{seen: form.seen, clients: [params.client], key: desk.store().workspace.key},
      plan: () => planVerdict(survey, verdict).rows,
    });
    if (outcome.kind === "met")
      return redraw(metNote(desk, outcome, pen), 409, null, (await surveyNow(desk, period)) ?? survey);
    desk.visitors.record(visitor!, "decide", `${period.name}, client ${params.client}: ${form.decision}`);
    const next = neighbour(survey, placed.place, 1);
    const to = `/review/${period.name}${next === null ? "" : `/clients/${next}`}`;
    return {kind: "go", to: `${to}?done=${params.client}${besidesOf(outcome, pen)}`};
  },
});

/** Decides about several clients that are alike. */
export const decideGroupRoute: DeskRoute = defineDeskRoute({
  ...{id: "review-decide-group", method: "POST", path: "/review/:period/clients/:client/like/:by", who: "clients"},
  purpose: "decides about several clients that are alike: a row for each",
  params: groupParams,
  query: z.object({}),
  form: z.object({...decisionFields, member: z.array(clientNumber).max(mostAtOnce).default([])}),
  lists: ["member"],
  carryOut: async ({desk, visitor, params, form, signal}) => {
    const period = periodNamed(desk.store(), params.period);
    const survey = await surveyNow(desk, period);
    if (survey === null) return unlookedPage(desk, period, 409);
    const {by} = params;
    const members = [...new Set(form.member)];
    const redraw = (above: Markup, status: 409 | 422, fault: string | null = null, now = survey): PageAnswer => {
      const marked = new Set(now.review.clients.filter((_, place) => members.includes(now.numbers[place]!)));
      return drawGroup(desk, now, clientAt(now, params.client), {by, marked, above, status, fault, chosen: form});
    };
    const reason = form.own.trim() || form.reason;
    if (members.length === 0) return redraw(html``, 422, desk.words.t("desk-review-no-one"));
    if (reason === "" && form.decision !== "later") return redraw(html``, 422, desk.words.t("desk-review-no-reason"));
    const entries = members.map((member) => clientAt(survey, member).client.entry);
    const wave = by === "wave" ? wholeWave(survey.review, clientAt(survey, params.client).client, entries) : null;
    const pen = penOf(desk, visitor!, period, signal);
    const outcome = await writeTogether(pen, {
      ...{seen: form.seen, clients: members, key: desk.store().workspace.key},
      plan: () => planVerdict(survey, {entries, decision: form.decision, reason, wave}).rows,
    });
    if (outcome.kind === "met")
      return redraw(metNote(desk, outcome, pen), 409, null, (await surveyNow(desk, period)) ?? survey);
    desk.visitors.record(
      visitor!,
      "decide",
      `${period.name}, ${members.length} clients alike by ${by}: ${form.decision}`,
    );
    return {kind: "go", to: `/review/${period.name}?many=${members.length}${besidesOf(outcome, pen)}`};
  },
});

/** Takes back what was decided about a client. */
export const undoRoute: DeskRoute = defineDeskRoute({
  ...{id: "review-undo", method: "POST", path: "/review/:period/clients/:client/undo", who: "clients"},
  purpose: "takes back what was decided about a client: a row that says what held before",
  params: clientParams,
  query: z.object({}),
  form: z.object({seen: seenField}),
  carryOut: async ({desk, visitor, params, form, signal}) => {
    const period = periodNamed(desk.store(), params.period);
    const survey = await surveyNow(desk, period);
    if (survey === null) return unlookedPage(desk, period, 409);
    const {client} = clientAt(survey, params.client);
    const {workspace} = desk.store();
    const pen = penOf(desk, visitor!, period, signal);
    const reason = desk.words.t("desk-review-taken-back");
    const request = {entry: client.entry, months: period.months, closed: survey.closed, reason};
    const outcome = await writeTogether(pen, {
      ...{seen: form.seen, clients: [params.client], key: workspace.key},
      plan: () => planUndo(workspace, request),
    });
    if (outcome.kind === "met") {
      const now = (await surveyNow(desk, period)) ?? survey;
      return drawClient(desk, now, clientAt(now, params.client), {above: metNote(desk, outcome, pen), status: 409});
    }
    desk.visitors.record(visitor!, "undo", `${period.name}, client ${params.client}`);
    return {kind: "go", to: `/review/${period.name}/clients/${params.client}?undone=1${besidesOf(outcome, pen)}`};
  },
});

/** The wave of a client, where these are all of its undecided clients that a page shows. */
function wholeWave(review: Review, client: ReviewedClient, entries: readonly string[]): ReviewWave | null {
  const all = clientsLike(review, client, "wave");
  return all.slice(0, mostAtOnce).every(({entry}) => entries.includes(entry)) ? waveIn(client) : null;
}

/** Takes back what was decided about a group. */
export const undoGroupRoute: DeskRoute = defineDeskRoute({
  ...{id: "review-undo-group", method: "POST", path: "/review/:period/groups/:place/undo", who: "clients"},
  purpose: "takes back what was decided about a group: a row that says what held before",
  params: z.object({period: z.string().max(40), place: z.coerce.number().int().min(0).max(100_000)}),
  query: z.object({}),
  form: z.object({seen: seenField}),
  carryOut: async ({desk, visitor, params, form, signal}) => {
    const period = periodNamed(desk.store(), params.period);
    const survey = await surveyNow(desk, period);
    const group = survey?.review.groups[params.place];
    if (!survey || !group) return unlookedPage(desk, period, 409);
    const {workspace} = desk.store();
    const pen = penOf(desk, visitor!, period, signal);
    const reason = desk.words.t("desk-review-taken-back");
    const request = {entry: group.entry, months: period.months, closed: survey.closed, reason};
    const outcome = await writeTogether(pen, {
      ...{seen: form.seen, clients: [clientOf(group, workspace.key)], key: workspace.key},
      plan: () => planUndo(workspace, request),
    });
    if (outcome.kind === "met") return unlookedPage(desk, period, 409);
    desk.visitors.record(visitor!, "undo", `${period.name}, a group`);
    return {kind: "go", to: `/review/${period.name}?undone=1${besidesOf(outcome, pen)}`};
  },
});

/** What decisions are written with, and what it says of the settings. */
interface DeskPen extends DecisionPen {
  readonly isNamed: () => boolean;
}

function penOf(desk: Desk, {person}: Visitor, {months}: Period, signal: AbortSignal): DeskPen {
  let isNamed = false;
  const notice = ({about}: Notice): void => {
    if (about === "blacklist-named") isNamed = true;
  };
  const pen = decisionPen(desk.store(), {by: person.name, months}, {signal, listener: {notice}});
  return {...pen, isNamed: () => isNamed};
}

/** What the next page tells besides. */
function besidesOf(outcome: SharedOutcome, pen: DeskPen): string {
  const between = outcome.kind === "written" && outcome.between > 0 ? `&between=${outcome.between}` : "";
  return `${between}${pen.isNamed() ? "&named=1" : ""}`;
}

/** What others have decided meanwhile, above a form that still holds what was chosen. */
function metNote({words}: Desk, {theirs}: Extract<SharedOutcome, {readonly kind: "met"}>, {path}: DecisionPen): Markup {
  if (theirs === null) {
    return html`<div class="said" role="alert">
<p>${words.t("desk-review-met-otherwise", {file: basename(path)})}</p>
</div>
`;
  }
  const columns = (["decision", "by", "on", "why"] as const).map((name) => ({
    ...{head: words.t(`desk-review-${name}`), kind: "text" as const},
  }));
  const rows = theirs.map(({decision, by, on, reason}) => [
    words.t(`desk-review-is.${decision}`),
    ...[by, on, reason].map((text) => html`<bdi>${text}</bdi>`),
  ]);
  return html`<div class="said" role="alert">
<p><strong>${words.t("desk-review-met")}</strong></p>
<p>${words.t("desk-review-met-means")}</p>
</div>
${sheet(words.t("desk-review-met"), columns, rows)}`;
}
