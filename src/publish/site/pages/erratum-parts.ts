import type {Translator} from "../../../base/words/translator.ts";
import {type Content, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {Erratum, ErratumFigure} from "../archive/archive.ts";
import {erratumPath, relativeLink} from "../paths.ts";
import {asWritten, sheet} from "./sheet.ts";

/** An erratum as it is called: its day, what it is of, and of which kind. */
export function erratumHeading({period, number, date, kind}: Erratum, words: Translator): string {
  return words.t("site-erratum-heading", {
    day: words.day(date),
    erratum: words.t("site-erratum-of", {number: String(number), period: words.key(period)}),
    kind: words.t(`site-kind-${kind ?? "restatement"}`),
  });
}

/** An erratum in a list: its heading, which leads to it, and its reason. */
export function erratumItem(erratum: Erratum, from: string, words: Translator): Markup {
  return html`<li><a href="${relativeLink(from, erratumPath(erratum))}">${erratumHeading(erratum, words)}</a><p>${asWritten(erratum.reason)}</p></li>
`;
}

/** Both values of each figure that an erratum put right, as many as there is room for. */
export function erratumFiguresSheet({figures}: Erratum, most: number, words: Translator): Markup {
  const columns = [
    {head: words.t("head-figure")},
    {head: words.t("site-span")},
    {head: words.t("site-before")},
    {head: words.t("site-after")},
  ];
  const rows = figures
    .slice(0, most)
    .map((figure) => [
      asWritten(nameOf(figure)),
      spanOf(figure, words),
      html`<span class="gone">${printed(figure.before, figure, words)}</span>`,
      printed(figure.after, figure, words),
    ]);
  const more =
    figures.length > most
      ? html`<p class="when">${words.t("site-more-figures", {count: figures.length - most})}</p>
`
      : noMarkup;
  return html`${sheet(words.t("site-both-values"), columns, rows)}${more}`;
}

function nameOf({label, cell}: ErratumFigure): string {
  return cell === null ? label : `${label}: ${cell.row}, ${cell.column}`;
}

function spanOf({span}: ErratumFigure, words: Translator): string {
  try {
    return words.period(span);
  } catch {
    return span;
  }
}

/** Both values with as many digits as it takes to tell them apart. */
function printed(value: number | null, {before, after, decimals}: ErratumFigure, words: Translator): Content {
  if (value === null) return "–";
  let digits = decimals;
  while (digits < 9 && before !== null && after !== null && before.toFixed(digits) === after.toFixed(digits)) digits++;
  return words.number(value, digits);
}
