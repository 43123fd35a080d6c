import type {Period} from "../../../base/period.ts";
import type {RuleValue} from "../../../base/rule-differences.ts";
import {labelIds} from "../../../base/words/labels.ts";
import type {MessageId} from "../../../base/words/message.ts";
import {compareMethodologies} from "../../../operations/report/compare-methodologies.ts";
import {makeReport} from "../../../operations/report/make-report.ts";
import {rulesShown} from "../../../operations/report/rules-shown.ts";
import {asWritten, sheet} from "../../../publish/site/pages/sheet.ts";
import {wordsOf} from "../../../render/content/report-words.ts";
import {formatValue} from "../../../render/content/values.ts";
import {rangeSection} from "../../../render/html/ranges.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {MethodComparison} from "../../../report/method-comparison.ts";
import type {Report} from "../../../report/report.ts";
import type {PageAnswer} from "../answer.ts";
import {type Desk, may, type Visitor} from "../desk.ts";
import {makingPage} from "./preview.ts";
import {makeOnce} from "./previews.ts";

/** What the rules do to the figures of a period: how far each would move, other methodologies, and the rules as they are. */
export async function rulesPage(
  desk: Desk,
  visitor: Visitor,
  period: Period,
  signal: AbortSignal,
): Promise<PageAnswer> {
  const {words} = desk;
  const made = await makeOnce(
    desk,
    visitor,
    {
      name: JSON.stringify(["rules", period.name]),
      title: words.t("desk-rules-methods-of", {period: words.period(period.name)}),
      to: `/report/${period.name}/rules`,
      make: async (store, attendance) => ({
        report: await makeReport(
          store,
          {period: period.name, compare: "none", tables: "none", hasRanges: true},
          attendance,
        ),
        methods: await compareMethodologies(store, period, attendance),
      }),
    },
    signal,
  );
  if (made.kind === "making") return makingPage(desk, visitor, period.name, made);
  const {report, methods} = made.value;
  const change = may(visitor, "settings")
    ? html`<p><a href="/settings">${words.t("desk-rules-change")}</a></p>
`
    : noMarkup;
  const body = html`<p>${words.t("desk-rules-means")} <a href="/report/${period.name}">${words.t("desk-report-of", {period: words.period(period.name)})}</a></p>
${change}${rangesMarkup(desk, report)}<h2>${words.t("desk-rules-methods")}</h2>
${methodsMarkup(desk, report, methods)}<h2>${words.t("desk-rules-as-they-are")}</h2>
${rulesMarkup(desk)}`;
  return {kind: "page", title: words.t("desk-rules"), body};
}

function rangesMarkup({words}: Desk, report: Report): Markup {
  const {tag, direction} = wordsOf(report).language;
  const ranges =
    report.ranges === null
      ? html`<p>${words.t("desk-rules-ranges-none")}</p>
`
      : html`<div class="drawn-report" lang="${tag}" dir="${direction}">
${rangeSection(report)}</div>
`;
  return html`<h2>${words.t("section.ranges")}</h2>
${ranges}`;
}

function isList(shown: RuleValue["shown"]): shown is readonly string[] {
  return Array.isArray(shown);
}

/** Figures are called as the report calls them; those that only another methodology has, by their ids. */
function methodsMarkup({words}: Desk, report: Report, {methods, measures}: MethodComparison): Markup {
  const labels = new Map(report.measures.map(({id, label}) => [id, label]));
  const rows = measures.map(({id, values, ...print}) => [
    labels.get(id) ?? (labelIds.measure.includes(id) ? words.sayWith(`measure.${id}` as MessageId, {}) : id),
    ...values.map((value) => formatValue(value, print, words)),
  ]);
  const columns = [{head: words.t("head-figure")}, ...methods.map(({name}) => ({head: name}))];
  return sheet(words.t("desk-rules-methods"), columns, rows);
}

function rulesMarkup(desk: Desk): Markup {
  const {words} = desk;
  const columns = [{head: words.t("desk-rules-setting")}, {head: words.t("desk-rules-value"), kind: "text"}] as const;
  return html`${rulesShown(desk.store().workspace).map(({from, until, settings}) => {
    const rows = Object.entries(settings).map(([name, {shown}]) => [
      html`<code>${name}</code>`,
      asWritten((isList(shown) ? words.series(shown) : words.translate(shown)) || "–"),
    ]);
    const months = [from, until].flatMap((month) => (month === null ? [] : [words.month(month)])).join(" – ");
    const head = months === "" ? words.t("desk-rules-as-they-are") : months;
    return html`${
      months === ""
        ? noMarkup
        : html`<h3>${months}</h3>
`
    }${sheet(head, columns, rows)}`;
  })}`;
}
