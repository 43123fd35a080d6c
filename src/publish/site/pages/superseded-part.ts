import type {Translator} from "../../../base/words/translator.ts";
import {type Content, html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import type {ArchivedEdition} from "../archive/archive.ts";
import {erratumFile, relativeLink, seriesPath} from "../paths.ts";
import type {SupersededFigure} from "../superseded.ts";
import {figureName, printedApart, spanOfFigure} from "./erratum-parts.ts";
import {printValue} from "./printed.ts";
import {asWritten, sheet} from "./sheet.ts";
import {dayOrDash, vintageSource, vintageWhy} from "./vintage-words.ts";

/** More figures of one edition are not named on its page: their own pages and its errata have them. */
const mostMoved = 60;

/** The figures of an edition that are others now, with both values: under each erratum, or later edition, those that it has the last word on. */
export function supersededPart(
  edition: ArchivedEdition,
  moved: readonly SupersededFigure[],
  path: string,
  words: Translator,
): Markup {
  if (moved.length === 0) return noMarkup;
  const groups = [
    ...Map.groupBy(moved.slice(0, mostMoved), ({by}) => `${by.edition} ${by.erratum} ${by.date}`).values(),
  ];
  const parts = groups.map((figures) => {
    const {by} = figures[0]!;
    const source = vintageSource(by, path, words);
    return html`<h3>${source} <span class="when">${dayOrDash(by.date, words)}</span></h3>
<p>${vintageWhy(by)}</p>
${figuresSheet(figures, `${words.key(by.edition)} ${by.erratum ?? ""}`.trim(), path, words)}`;
  });
  return html`${parts}${moreLine(edition, moved.length - mostMoved, path, words)}`;
}

function figuresSheet(figures: readonly SupersededFigure[], by: string, path: string, words: Translator): Markup {
  const columns = [
    {head: words.t("head-figure")},
    {head: words.t("site-span")},
    {head: words.t("site-here")},
    {head: words.t("site-in-force")},
  ] as const;
  const rows = figures.map((figure) => {
    const {series, here, now} = figure;
    const name = asWritten(figureName(figure));
    const print = (value: number | null): Content => {
      return series === null
        ? printedApart(value, {before: here, after: now, decimals: figure.decimals}, words)
        : printValue(value, series, words);
    };
    return [
      series === null ? name : html`<a href="${relativeLink(path, `${seriesPath(series)}#vintages`)}">${name}</a>`,
      spanOfFigure(figure, words),
      html`<span class="gone">${print(here)}</span>`,
      print(now),
    ];
  });
  return sheet(words.t("label-and-text", {label: words.t("site-no-longer-so"), text: by}), columns, rows);
}

/** How many more there are, and the files that have all. */
function moreLine({errata}: ArchivedEdition, count: number, path: string, words: Translator): Markup {
  if (count <= 0) return noMarkup;
  const sealed = errata.filter(({files}) => files.some(({name}) => name === "erratum.json"));
  const links = sealed.slice(-3).map((erratum) => {
    return html` <a href="${relativeLink(path, erratumFile(erratum, "erratum.json"))}">${erratum.number}/erratum.json</a>`;
  });
  return html`<p class="when">${words.t("site-more-figures", {count})}${links}</p>
`;
}
