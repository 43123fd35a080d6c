import type {Translator} from "../../../base/words/translator.ts";
import {sheet} from "../../../publish/site/pages/sheet.ts";
import {html, type Markup} from "../../../render/markup/html.ts";
import {effectsOf, type Review, type ReviewedClient, type ReviewFigures} from "../../../report/review.ts";

const rows = [
  ["measure.readers", ({readers}: ReviewFigures) => readers, 0],
  ["measure.megabytes-per-day", ({megabytesPerDay}: ReviewFigures) => megabytesPerDay, 1],
  ["measure.documents-per-day", ({documentsPerDay}: ReviewFigures) => documentsPerDay, 0],
] as const;

/** The figures of the months that clients are listed for: as they are, with all of them left out, and as readers. */
export function effectsMarkup(review: Review, clients: readonly ReviewedClient[], words: Translator): Markup {
  const listed = new Set(clients.flatMap(({listed: own}) => own.map(({month}) => month)));
  const tables = review.months
    .filter((month) => listed.has(month))
    .map((month): Markup => {
      const span = review.spans.find(({name}) => name === month)!;
      const own = clients.flatMap(({spans}) => spans.filter((one) => one.span === month));
      const {now, leftOut, asReader} = effectsOf(span, own);
      const title = words.month(month);
      const columns = [
        {head: title},
        {head: words.t("desk-review-now")},
        {head: words.t("desk-review-left-out")},
        {head: words.t(clients.length === 1 ? "desk-review-as-reader" : "desk-review-as-readers")},
      ];
      const cells = rows.map(([label, pick, decimals]) => {
        const figures = [now, leftOut, asReader].map(pick);
        return [words.t(label), ...figures.map((one) => (one === null ? "–" : words.number(one, decimals)))];
      });
      return sheet(`${words.t("desk-review-effects")}: ${title}`, columns, cells);
    });
  return html`<h2>${words.t("desk-review-effects")}</h2>
${tables}<p class="when">${words.t("desk-review-later-means")}</p>
`;
}
