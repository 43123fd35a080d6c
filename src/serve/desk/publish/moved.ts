import type {Attendance} from "../../../operations/listener.ts";
import {restatePeriods} from "../../../operations/publish/restate.ts";
import type {Store} from "../../../operations/store/store.ts";
import {issueErratum} from "../../../publish/errata/issue.ts";
import {figureName, printedApart, spanOfFigure} from "../../../publish/site/pages/erratum-parts.ts";
import {asWritten, sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {ErratumKind} from "../../../report/restate/edition.ts";
import type {Restated} from "../../../report/restate/restated.ts";
import type {DeskAnswer, PageAnswer} from "../answer.ts";
import {type Desk, may, type Visitor} from "../desk.ts";
import {goToJob} from "../jobs/begin.ts";
import {makingPage} from "../report/preview.ts";
import {makeOnce} from "../report/previews.ts";
import {periodPath} from "./period-path.ts";
import {sureButton} from "./sure.ts";

/** So many figures are shown; the erratum has all. */
const mostShown = 200;

/** What is typed to put figures right. */
export interface ErratumForm {
  readonly kind: ErratumKind;
  readonly reason: string;
}

/** What moved of a published edition, why, and the form that puts it right in the open. */
export async function movedPage(
  desk: Desk,
  visitor: Visitor,
  period: string,
  signal: AbortSignal,
  typed: ErratumForm | null = null,
): Promise<PageAnswer> {
  const {words} = desk;
  const title = words.t("desk-publish-moved-of", {period: words.period(period)});
  const asked = {
    ...{name: JSON.stringify(["moved", period]), title, to: `${periodPath(period)}/moved`},
    make: (store: Store, attendance: Attendance) => restatePeriods(store, [period], attendance),
  };
  const made = await makeOnce(desk, visitor, asked, signal);
  if (made.kind === "making") return makingPage(desk, visitor, period, made);
  const [found] = made.value;
  const {moved} = found!;
  if (moved.length === 0) {
    const body = html`<p class="lead">${words.t("desk-publish-nothing-moved")}</p>
<p><a href="${periodPath(period)}">${words.period(period)}</a></p>
`;
    return {kind: "page", title, body};
  }
  const form = may(visitor, "publish") ? erratumForm(desk, visitor, period, typed) : noMarkup;
  const body = html`${figuresPart(found!, desk)}${causesPart(found!, desk)}${form}`;
  return {kind: "page", title, body, ...(typed === null ? {} : {status: 422})};
}

function figuresPart({moved}: Restated, {words}: Desk): Markup {
  const columns = [
    {head: words.t("head-figure")},
    {head: words.t("site-span"), kind: "text"},
    {head: words.t("site-before")},
    {head: words.t("site-after")},
  ] as const;
  const rows = moved
    .slice(0, mostShown)
    .map((figure) => [
      asWritten(figureName(figure)),
      spanOfFigure(figure, words),
      printedApart(figure.before, figure, words),
      printedApart(figure.after, figure, words),
    ]);
  const more = moved.length - rows.length;
  return html`${sheet(words.t("site-both-values"), columns, rows)}${
    more > 0
      ? html`<p class="when">${words.t("site-more-figures", {count: more})}</p>
`
      : noMarkup
  }`;
}

function causesPart({causes}: Restated, {words}: Desk): Markup {
  if (causes.length === 0) return noMarkup;
  const items = causes.map(
    ({text}) => html`<li lang="en" dir="ltr">${text}</li>
`,
  );
  return html`<h2>${words.t("desk-publish-causes")}</h2>
<ul>
${items}</ul>
`;
}

function erratumForm({words}: Desk, visitor: Visitor | null, period: string, typed: ErratumForm | null): Markup {
  const path = `${periodPath(period)}/moved`;
  const choice = (kind: ErratumKind): Markup => {
    const isChosen = (typed?.kind ?? "correction") === kind;
    return html`<p><label><input type="radio" name="kind" value="${kind}"${isChosen ? html` checked` : noMarkup}> ${words.t(`site-kind-${kind}`)}</label></p>
`;
  };
  const fault =
    typed === null
      ? noMarkup
      : html`<p class="fault" id="reason-fault" role="alert">${words.t("desk-publish-reason-missing")}</p>
`;
  return html`<h2>${words.t("desk-publish-restate")}</h2>
<p>${words.t("desk-publish-restate-means")}</p>
<form class="act" method="post" action="${path}">
<fieldset><legend class="unseen">${words.t("site-kind")}</legend>
${choice("correction")}${choice("revision")}</fieldset>
<div class="field"><label for="reason">${words.t("desk-publish-reason")}</label>
<textarea class="prose" id="reason" name="reason" maxlength="4000" autocomplete="off"${typed === null ? noMarkup : html` aria-describedby="reason-fault"`}>${typed?.reason ?? ""}</textarea>
${fault}</div>
${sureButton(words, visitor, words.t("desk-publish-restate-it"), path)}</form>
`;
}

/** Begins to put right what moved, for a reason. */
export async function erratumAnswer(
  desk: Desk,
  visitor: Visitor,
  period: string,
  form: ErratumForm,
  signal: AbortSignal,
): Promise<DeskAnswer> {
  if (form.reason.trim() === "") return movedPage(desk, visitor, period, signal, form);
  const {words} = desk;
  return goToJob(desk, visitor, {
    title: words.t("desk-publish-restate-job", {period: words.period(period)}),
    run: async (attendance) => {
      const {record} = await issueErratum(desk.store(), {period, ...form}, attendance);
      if (record !== null) desk.visitors.record(visitor, form.kind, `${period} ${record.number}`);
      return {to: periodPath(period)};
    },
  });
}
