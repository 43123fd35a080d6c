import {type TableId, tableIds} from "../../../base/table-ids.ts";
import {makeReport} from "../../../operations/report/make-report.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {comparisonTitle} from "../../../render/content/comparison.ts";
import {wordsOf} from "../../../render/content/report-words.ts";
import {comparisonTables} from "../../../render/html/comparison.ts";
import {figuresTables} from "../../../render/html/figures.ts";
import {notesList} from "../../../render/html/notes.ts";
import {renderHtml} from "../../../render/html/report.ts";
import {type Content, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Report} from "../../../report/report.ts";
import type {DeskAnswer, PageAnswer} from "../answer.ts";
import {type Desk, may, type Visitor} from "../desk.ts";
import {maySee} from "../jobs/routes.ts";
import {settingLabel} from "../settings/form.ts";
import {type PreviewOptions, printOptions} from "./options.ts";
import {type MadeOnce, makeOnce} from "./previews.ts";
import {type ChangedFigure, changedSince} from "./since.ts";

/** A report by itself does what its own page says, and is framed by nobody. */
const reportPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What of a report is asked for. */
export interface PreviewAsked {
  readonly desk: Desk;
  readonly visitor: Visitor;
  readonly period: string;
  readonly options: PreviewOptions;
  readonly signal: AbortSignal;
}

/** A report, and the page that it is when somebody looks at all of it. */
interface Preview {
  readonly report: Report;
  page?: string;
}

/**
 * The report of a period as it would be now.
 *
 * @param tables Where fewer are looked at than are chosen.
 */
export function previewOf(
  {desk, visitor, period, options, signal}: PreviewAsked,
  tables = options.tables,
): Promise<MadeOnce<Preview>> {
  const {compare} = options;
  const asked = {
    period,
    compare,
    tables: tables === null ? undefined : tables.length === 0 ? "none" : tables.join(","),
  };
  return makeOnce(
    desk,
    visitor,
    {
      name: JSON.stringify(["report", asked]),
      title: desk.words.t("desk-report-of", {period: desk.words.period(period)}),
      to: `/report/${period}${printOptions(options)}`,
      make: async (store, attendance): Promise<Preview> => ({report: await makeReport(store, asked, attendance)}),
    },
    signal,
  );
}

/** The whole report, as it would be published. */
export async function wholePreview(asked: PreviewAsked): Promise<DeskAnswer> {
  const made = await previewOf(asked);
  if (made.kind === "making") return makingPage(asked.desk, asked.visitor, asked.period, made);
  const preview = made.value;
  preview.page ??= renderHtml(preview.report);
  return {kind: "made", type: "text/html; charset=utf-8", body: preview.page, policy: reportPolicy};
}

/** The page of a period: the figures, what is remarked on them, what changed, and where each thing of it is edited. */
export async function previewPage(asked: PreviewAsked): Promise<PageAnswer> {
  const {desk, visitor, period, options} = asked;
  const {words} = desk;
  const made = await previewOf(asked, tablesOfFigures(desk, options));
  if (made.kind === "making") return makingPage(desk, visitor, period, made);
  const {report} = made.value;
  const links = [
    [`/report/${period}/page${printOptions(options)}`, words.t("desk-report-open")],
    [`/report/${period}/rules`, words.t("desk-rules")],
    ...(may(visitor, "settings")
      ? ([
          [`/report/${period}/commentary`, words.t("section.commentary")],
          [`/report/${period}/labels`, words.t("desk-labels")],
        ] as const)
      : []),
    ["/report", words.t("desk-report-other")],
  ] as const;
  const body = html`<ul class="acts">${links.map(([to, name]) => html`<li><a href="${to}">${name}</a></li>`)}</ul>
${sinceMarkup(desk, changedSince(desk, visitor, report, made.key))}<h2>${words.t("section.months")}</h2>
${may(visitor, "settings") ? html`<p>${words.t("desk-labels-point")}</p>\n` : noMarkup}${drawn(
  report,
  html`<div class="summary">${report.summary.map(
    (sentence) => html`<p>${sentence}</p>
`,
  )}</div>
${figuresTables(report, "", may(visitor, "settings") ? namesWithLinks(`/report/${period}/labels`) : undefined)}${notesList(report)}`,
)}${comparisonMarkup(report)}${optionsForm(desk, period, options)}`;
  return {kind: "page", title: words.t("desk-report-of", {period: words.period(period)}), body};
}

/** The figures need none of the tables but the books', which have figures, too: they are made when somebody looks at the whole. */
function tablesOfFigures(desk: Desk, {tables}: PreviewOptions): readonly TableId[] {
  const hasBooks = tables === null ? desk.store().workspace.config.tables.ledger !== false : tables.includes("ledger");
  return hasBooks ? ["ledger"] : [];
}

/** A part of a report, in its own language. */
export function drawn(report: Report, part: Markup): Markup {
  const {tag, direction} = wordsOf(report).language;
  return html`<div class="drawn-report" lang="${tag}" dir="${direction}">
${part}</div>
`;
}

/** Names of things as ways to the field in which each is renamed. */
export function namesWithLinks(page: string): (id: string, label: string) => Content {
  return (id, label) => html`<a href="${page}#${id}">${label}</a>`;
}

function comparisonMarkup(report: Report): Markup {
  const title = comparisonTitle(report);
  if (title === null) return noMarkup;
  return html`<h2>${title}</h2>
${drawn(report, comparisonTables(report))}`;
}

/** What somebody is told while something is made; it is shown by itself when it is there. */
export function makingPage(
  {words}: Desk,
  visitor: Visitor,
  period: string,
  {job}: Extract<MadeOnce<unknown>, {kind: "making"}>,
): PageAnswer {
  const link = maySee(visitor, job)
    ? html`<p><a href="/jobs/${job.id}">${words.t("desk-report-making-job")}</a></p>
`
    : noMarkup;
  const body = html`<p>${words.t("desk-report-making")}</p>
${link}`;
  return {kind: "page", title: words.t("desk-report-of", {period: words.period(period)}), body, refreshSeconds: 2};
}

function sinceMarkup({words}: Desk, changes: readonly ChangedFigure[] | null): Markup {
  const head = html`<h2>${words.t("desk-report-since")}</h2>
`;
  if (changes === null) {
    return html`${head}<p>${words.t("desk-report-since-first")}</p>
`;
  }
  if (changes.length === 0) {
    return html`${head}<p>${words.t("desk-report-since-none")}</p>
`;
  }
  const none = words.t("desk-report-no-figure");
  const columns = [
    {head: words.t("head-figure")},
    {head: words.t("desk-report-when"), kind: "text"},
    {head: words.t("desk-report-then")},
    {head: words.t("desk-report-now")},
  ] as const;
  const rows = changes.map(({label, period, was, now}) => [label, words.period(period), was ?? none, now ?? none]);
  return html`${head}<p>${words.t("desk-report-since-count", {count: changes.length})}</p>
${sheet(words.t("desk-report-since"), columns, rows)}`;
}

function optionsForm({words}: Desk, period: string, {compare, tables}: PreviewOptions): Markup {
  const choices = ["none", "year-ago", "previous"] as const;
  const options = choices.map(
    (one) =>
      html`<option value="${one}"${one === compare ? html` selected` : noMarkup}>${words.t(`desk-report-compare.${one}`)}</option>`,
  );
  const other = compare === undefined || choices.some((one) => one === compare) ? [] : [compare];
  const boxes = tableIds.map((id) => {
    const isOn = tables === null || tables.includes(id);
    return html`<li><label><input type="checkbox" name="with-${id}"${isOn ? html` checked` : noMarkup}> ${settingLabel(words, {path: `tables.${id}`})}</label></li>`;
  });
  return html`<h2>${words.t("desk-report-options")}</h2>
<form method="get" action="/report/${period}" class="act settings">
<input type="hidden" name="chosen" value="yes">
<div class="field"><label for="compare">${words.t("desk-report-compare")}</label>
<select id="compare" name="compare"><option value="">${words.t("desk-report-as-settings")}</option>${options}${other.map((one) => html`<option selected>${one}</option>`)}</select></div>
<fieldset><legend>${words.t("desk-report-tables")}</legend>
<ul class="boxes">${boxes}</ul></fieldset>
<p class="acts"><button>${words.t("desk-report-show")}</button> <a href="/report/${period}">${words.t("desk-report-as-settings")}</a></p>
</form>
`;
}
