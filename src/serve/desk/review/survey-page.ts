import {z} from "zod";
import type {Period} from "../../../base/period.ts";
import {country as countryNamed} from "../../../base/words/message.ts";
import {groupsOf, type Likeness} from "../../../operations/review/groups.ts";
import type {NumberedSurvey} from "../../../operations/review/kept-surveys.ts";
import {periodNamed} from "../../../operations/store/period-named.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {type DecidedGroup, isUndecided, type Review, type ReviewWave, wavesIn} from "../../../report/review.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";
import {type DeskRoute, defineDeskRoute} from "../route.ts";
import {undoForm} from "./decision-form.ts";
import {doneNote, doneQuery} from "./done.ts";
import {lookForm} from "./months-page.ts";
import {agentMarkup, documentsIn, entryMarkup, groundText, reasonsOf, stateText, writtenMarkup} from "./sayings.ts";
import {seenOf} from "./seen.ts";
import {surveyNow} from "./surveys.ts";

/** How many rows of a table are drawn: a page of thousands helps nobody. */
const mostRows = 300;
const mostGroups = 30;

/** The clients of a period: groups, who is undecided, and who is decided. */
export const surveyPage: DeskRoute = defineDeskRoute({
  ...{id: "review-period", method: "GET", path: "/review/:period", who: "clients"},
  purpose: "the doubtful clients of a period: alike, undecided, decided",
  params: z.object({period: z.string().max(40)}),
  query: doneQuery,
  form: z.object({}),
  carryOut: async ({desk, params, query}) => {
    const {words} = desk;
    const period = periodNamed(desk.store(), params.period);
    const survey = await surveyNow(desk, period);
    if (survey === null) return unlookedPage(desk, period);
    const {review} = survey;
    const {clients, limit} = review;
    const undecided = clients.filter(isUndecided).length;
    const counted =
      clients.length === 0
        ? words.t("desk-review-none", {limit})
        : words.t("desk-review-count", {clients: clients.length, undecided});
    const body = html`${doneNote(desk, survey, query)}<p>${counted}</p>
${introMarkup(review, desk)}${serversNote(desk)}${undecided === 0 ? allDecided(desk, period, survey) : noMarkup}${groupsMarkup(survey, desk)}${undecidedMarkup(survey, desk)}${decidedMarkup(survey, desk)}${leftGroupsMarkup(review, desk)}${
  clients.length === 0
    ? noMarkup
    : html`<p class="when">${words.t("desk-review-looked-up", {sources: review.lookedUpIn.join(", ")})}</p>
`
}<p><a href="/review/${period.name}/close">${words.t("desk-review-close", {period: words.period(period.name)})}</a></p>
`;
    return {kind: "page", title: words.t("desk-review-of", {period: words.period(period.name)}), body};
  },
});

/** What stands in the place of a survey that has to be made first. */
export function unlookedPage(desk: Desk, period: Period, status: 200 | 409 = 200): PageAnswer {
  const {words} = desk;
  return {
    ...{kind: "page", status, title: words.t("desk-review-of", {period: words.period(period.name)})},
    body: html`<p>${words.t("desk-review-unlooked-means")}</p>
<div class="acts">${lookForm(period.name, desk)}</div>
`,
  };
}

function introMarkup({closed, limit, isLimitInForce, clients}: Review, {words}: Desk): Markup {
  const told = [
    ...[...closed].map(([month, day]) =>
      words.t("desk-review-closed", {month: words.month(month), day: words.day(day)}),
    ),
    ...(isLimitInForce || clients.length === 0 ? [] : [words.t("desk-review-limit-off", {limit})]),
  ];
  return html`${told.map(
    (text) => html`<p>${text}</p>
`,
  )}`;
}

/** A cluster's machines know of decisions when they are told. */
function serversNote(desk: Desk): Markup {
  if (desk.store().workspace.config.engine.kind === "duckdb") return noMarkup;
  return html`<p>${desk.words.t("desk-review-for-servers")}</p>
`;
}

function allDecided({words}: Desk, {name}: Period, {review}: NumberedSurvey): Markup {
  if (review.clients.length === 0) return noMarkup;
  return html`<p>${words.t("desk-review-all-decided")} <a href="/review/${name}/close">${words.t("desk-review-close", {period: words.period(name)})}</a></p>
`;
}

function groupsMarkup({review, numbers}: NumberedSurvey, {words}: Desk): Markup {
  const groups = groupsOf(review);
  if (groups.length === 0) return noMarkup;
  const rows = groups.slice(0, mostGroups).map(({by, shared, clients}) => {
    const number = numbers[review.clients.indexOf(clients[0]!)];
    const text = words.t("desk-review-decide-all", {count: clients.length});
    const link = html`<a href="/review/${review.period}/clients/${number!}/like/${by}">${text}</a>`;
    return [link, words.t(`desk-review-by.${by}`), sharedMarkup(by, shared, review, words)];
  });
  const columns = [
    {head: words.t("desk-review-clients")},
    {head: words.t("desk-review-groups"), kind: "text"},
    {head: words.t("desk-review-shared"), kind: "text"},
  ] as const;
  return html`<h2>${words.t("desk-review-groups")}</h2>
<p>${words.t("desk-review-groups-means")}</p>
${sheet(words.t("desk-review-groups"), columns, rows)}`;
}

/** What the clients of a group share. */
export function sharedMarkup(by: Likeness, shared: string, review: Review, words: Desk["words"]): Markup {
  if (by === "wave") return waveMarkup(shared, review, words);
  if (by !== "grounds") return writtenMarkup(shared);
  return html`${words.clauses(shared.split(" ").map((id) => groundText(id, review, words)))}`;
}

function waveMarkup(id: string, review: Review, words: Desk["words"]): Markup {
  const wave = wavesIn(review).find((one) => one.id === id);
  if (!wave) return noMarkup;
  const {likeness, agent, country, network, from, until, othersShare} = wave;
  const told = words.t("desk-review-wave", {
    from: words.day(from),
    until: words.day(until),
    share: words.share(othersShare),
  });
  const named = [
    ...(agent === null ? [] : [agentMarkup(agent, words)]),
    ...(country === null ? [] : [html`${words.translate(countryNamed(country))}`]),
    ...(network === null ? [] : [html`<bdi>${network}</bdi>`]),
    ...(likeness.startsWith("old-browser") ? [html`${words.t("desk-review-old-browsers")}`] : []),
  ];
  return html`${told}${named.map((one) => html` ${one}`)}`;
}

/** What a decision about a wave writes, where that is one entry. */
export function waveEntryMarkup({entry, reach}: ReviewWave, words: Desk["words"]): Markup {
  if (entry === null || reach === null) return noMarkup;
  return html`<p>${words.t("desk-review-wave-entry", {entry, clients: reach})}</p>
`;
}

function leftGroupsMarkup({groups, period, months}: Review, desk: Desk): Markup {
  if (groups.length === 0) return noMarkup;
  const {words} = desk;
  const seen = seenOf(desk, months);
  const rows = groups.map(({entry, decision: {decision, by, on, reason}}: DecidedGroup, place) => [
    writtenMarkup(entry),
    words.t(`desk-review-is.${decision}`),
    ...[by, on === "" ? "" : words.shortDay(on.slice(0, 10)), reason].map((text) => html`<bdi>${text}</bdi>`),
    undoForm(`/review/${period}/groups/${place}`, seen, entry, words),
  ]);
  const columns = [
    {head: words.t("desk-review-group")},
    ...(["decision", "by", "on", "why"] as const).map((name) => ({
      ...{head: words.t(`desk-review-${name}`), kind: "text" as const},
    })),
    {head: words.t("desk-review-take-back"), kind: "text" as const},
  ];
  return html`<h2>${words.t("desk-review-left-groups")}</h2>
<p>${words.t("desk-review-left-groups-means")}</p>
${sheet(words.t("desk-review-left-groups"), columns, rows)}`;
}

function undecidedMarkup({review, numbers}: NumberedSurvey, {words}: Desk): Markup {
  const all = [...review.clients.entries()].filter(([, client]) => isUndecided(client));
  if (all.length === 0) return noMarkup;
  const rows = all
    .slice(0, mostRows)
    .map(([place, client]) => [
      html`<a href="/review/${review.period}/clients/${numbers[place]!}">${entryMarkup(client)}</a>`,
      words.number(documentsIn(client, review)),
      words.clauses([...new Set(client.listed.flatMap((month) => reasonsOf(month, review, words)))]),
      agentMarkup(client.agents[0]?.agent ?? null, words),
    ]);
  const columns = [
    {head: words.t("desk-review-client")},
    {head: words.t("desk-review-documents")},
    {head: words.t("desk-review-listed-for"), kind: "text"},
    {head: words.t("head-agent"), kind: "text"},
  ] as const;
  return html`<h2>${words.t("desk-review-undecided")}</h2>
${cutNote(all.length, words)}${sheet(words.t("desk-review-undecided"), columns, rows)}`;
}

function decidedMarkup({review, numbers}: NumberedSurvey, desk: Desk): Markup {
  const {words} = desk;
  const all = [...review.clients.entries()].filter(([, client]) => !isUndecided(client));
  if (all.length === 0) return noMarkup;
  const seen = seenOf(desk, review.months);
  const rows = all.slice(0, mostRows).map(([place, client]) => {
    const to = `/review/${review.period}/clients/${numbers[place]!}`;
    const {by, on, reason} = client.decision!;
    const day = on === "" ? "" : words.shortDay(on.slice(0, 10));
    const link = html`<a href="${to}">${entryMarkup(client)}</a>`;
    const who = [html`<bdi>${by}</bdi>`, day, html`<bdi>${reason}</bdi>`];
    return [link, stateText(client, words), ...who, undoForm(to, seen, entryMarkup(client), words)];
  });
  const columns = [
    {head: words.t("desk-review-client")},
    ...(["decision", "by", "on", "why", "take-back"] as const).map((name) => ({
      ...{head: words.t(`desk-review-${name}`), kind: "text" as const},
    })),
  ];
  return html`<h2>${words.t("desk-review-decided")}</h2>
${cutNote(all.length, words)}${sheet(words.t("desk-review-decided"), columns, rows)}`;
}

function cutNote(count: number, words: Desk["words"]): Markup {
  if (count <= mostRows) return noMarkup;
  return html`<p class="when">${words.t("desk-review-first-of", {shown: mostRows, all: count})}</p>
`;
}
