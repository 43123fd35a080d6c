import type {Translator} from "../../../base/words/translator.ts";
import {dayAt} from "../../../base/zone.ts";
import type {EditionDoubt} from "../../../publish/edition/doubts.ts";
import {type ExaminedEdition, examineEdition} from "../../../publish/edition/examine.ts";
import {movedLines, movedTitle} from "../../../render/content/moved-lines.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Report} from "../../../report/report.ts";
import type {PageAnswer} from "../answer.ts";
import {type Desk, may, type Visitor} from "../desk.ts";
import {makingPage} from "../report/preview.ts";
import {type MadeOnce, makeOnce} from "../report/previews.ts";
import {periodPath} from "./period-path.ts";
import {sureButton} from "./sure.ts";

/** Everything that may be doubtful in an edition, in the order in which it is shown. */
const kinds = [
  ...["undecided-clients", "missing-days", "hours-without-line", "refused-files", "readers-not-recorded"],
  ...["moved-figures", "ledger", "announced-otherwise", "without-pdf"],
] as const satisfies readonly EditionDoubt["id"][];

/** An edition before it is published: what is doubtful at a glance, what moved, and the button. */
export async function draftPage(
  desk: Desk,
  visitor: Visitor,
  period: string,
  signal: AbortSignal,
): Promise<PageAnswer> {
  const made = await examinedOnce(desk, visitor, period, signal);
  return made.kind === "making"
    ? makingPage(desk, visitor, period, made)
    : draftAnswer(desk, visitor, period, made.value, null);
}

/** What is doubtful in an edition as the workspace is now, found out once. */
export function examinedOnce(
  desk: Desk,
  visitor: Visitor,
  period: string,
  signal: AbortSignal,
): Promise<MadeOnce<ExaminedEdition>> {
  const {words} = desk;
  const {workspace, now} = desk.store();
  return makeOnce(
    desk,
    visitor,
    {
      // Its date is that of today.
      name: JSON.stringify(["edition", period, dayAt(now(), workspace.config.timeZone)]),
      title: words.t("desk-publish-draft", {period: words.period(period)}),
      to: periodPath(period),
      make: (store, attendance) => examineEdition(store, {period}, attendance),
    },
    signal,
  );
}

/** What was typed before, where it has to be looked at again. */
export interface TypedReason {
  readonly accept: string;
  /** In the words of the desk. */
  readonly fault: string;
}

/** The page of an edition that was examined. */
export function draftAnswer(
  {words}: Desk,
  visitor: Visitor | null,
  period: string,
  {report, doubts, seen}: ExaminedEdition,
  typed: TypedReason | null,
): PageAnswer {
  const whole = html`<p><a href="/report/${encodeURIComponent(period)}">${words.t("site-whole-report")}</a></p>
`;
  const body = html`${glance(doubts, words)}${whole}${movedPart(report)}${
    may(visitor, "publish") ? publishForm(words, visitor, {period, doubts, seen}, typed) : noMarkup
  }`;
  const title = words.t("desk-publish-draft", {period: words.period(period)});
  return {kind: "page", title, body, ...(typed === null ? {} : {status: 422})};
}

function glance(doubts: readonly EditionDoubt[], words: Translator): Markup {
  const count = doubts.length;
  const lead = count === 0 ? words.t("desk-publish-undoubted") : words.t("desk-publish-doubts", {count});
  const rows = kinds.map((kind) => {
    const own = doubts.filter(({id}) => id === kind);
    const said =
      own.length === 0
        ? html`<dd>–</dd>`
        : own.map(({text}) => html`<dd class="doubt"><strong><bdi>${text}</bdi></strong></dd>`);
    return html`<dt>${words.t(`desk-publish-kind.${kind}`)}</dt>${said}
`;
  });
  return html`<p class="lead">${lead}</p>
<dl class="facts glance">
${rows}</dl>
`;
}

/** What differs most from the period before. */
function movedPart(report: Report): Markup {
  const lines = movedLines(report);
  if (lines.length === 0) return noMarkup;
  const items = lines.map(
    ({label, text}) => html`<li><strong><bdi>${label}</bdi></strong> <bdi>${text}</bdi></li>
`,
  );
  return html`<h2>${movedTitle(report)}</h2>
<ul>
${items}</ul>
`;
}

function publishForm(
  words: Translator,
  visitor: Visitor | null,
  {period, doubts, seen}: Pick<ExaminedEdition, "doubts" | "seen"> & {readonly period: string},
  typed: TypedReason | null,
): Markup {
  const fault =
    typed === null
      ? noMarkup
      : html`<p class="fault" id="accept-fault" role="alert">${typed.fault}</p>
`;
  const reason =
    doubts.length === 0
      ? noMarkup
      : html`<div class="field"><label for="accept">${words.t("desk-publish-accept")}</label>
<textarea class="prose" id="accept" name="accept" maxlength="4000" autocomplete="off" aria-describedby="accept-means${typed === null ? "" : " accept-fault"}">${typed?.accept ?? ""}</textarea>
<p class="means" id="accept-means">${words.t("desk-publish-accept-means")}</p>
${fault}</div>
`;
  const path = periodPath(period);
  return html`<h2>${words.t("desk-publish")}</h2>
<p>${words.t("desk-publish-it-means")}</p>
<form class="act" method="post" action="${path}">
<input type="hidden" name="seen" value="${seen}">
${reason}${sureButton(words, visitor, words.t("desk-publish-it", {period: words.period(period)}), path)}</form>
`;
}
