import {type Period, parsePeriod} from "../../../base/period.ts";
import {coveredPeriod} from "../../../operations/store/covered.ts";
import {withCatalogue} from "../../../operations/store/open.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {PageAnswer} from "../answer.ts";
import type {Desk} from "../desk.ts";

/** The periods of which there may be a report: links to those that logs cover, and a field for any other. */
export async function choosePage(desk: Desk): Promise<PageAnswer> {
  const {words} = desk;
  const store = desk.store();
  const {timeZone} = store.workspace.config;
  const covered = await withCatalogue(store, (catalogue) => coveredPeriod(catalogue, timeZone));
  const kinds = [
    ["desk-report-years", "", 1],
    ["desk-report-halves", "-H", 2],
    ["desk-report-quarters", "-Q", 4],
  ] as const;
  const links =
    covered === null
      ? html`<p>${words.t("desk-report-empty")}</p>
`
      : html`${kinds.map(([head, sign, count]) => linksMarkup(desk, words.t(head), partsOf(covered, sign, count)))}${linksMarkup(desk, words.t("desk-report-months"), covered.months.toReversed())}`;
  const body = html`<p>${words.t("desk-report-means")}</p>
${links}<form method="get" action="/report" class="act">
<div class="field"><label for="period">${words.t("desk-report-name")}</label>
<input id="period" name="period" required maxlength="40" size="24" autocomplete="off" dir="ltr"></div>
<p class="acts"><button>${words.t("desk-report-show")}</button></p>
</form>
`;
  return {kind: "page", title: words.t("desk-report"), body};
}

function linksMarkup({words}: Desk, head: string, names: readonly string[]): Markup {
  if (names.length === 0) return noMarkup;
  const items = names.map((name) => html`<li><a href="/report/${name}">${words.period(name)}</a></li>`);
  return html`<h2>${head}</h2>
<ul class="letters">${items}</ul>
`;
}

/** The newest first, of those that the logs touch. */
function partsOf({months}: Period, sign: string, count: number): string[] {
  const names = months.map((month) => {
    const part = Math.ceil((Number(month.slice(5)) * count) / 12);
    return `${month.slice(0, 4)}${sign === "" ? "" : `${sign}${part}`}`;
  });
  return [...new Set(names)].reverse().filter((name) => parsePeriod(name, "1970-01-01").months.length > 1);
}
