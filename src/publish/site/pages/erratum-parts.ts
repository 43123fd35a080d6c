import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {decimalsApart} from "../../../report/restate/figures.ts";
import type {Erratum, ErratumFigure} from "../archive/archive.ts";
import {editionPath, erratumPath, relativeLink} from "../paths.ts";
import {asWritten, sheet} from "./sheet.ts";

/** An erratum as it is called: its day, what it is of, and of which kind. */
export function erratumHeading(
  {period, number, date, kind}: Pick<Erratum, "period" | "number" | "date" | "kind">,
  words: Translator,
): string {
  return words.t("site-erratum-heading", {
    day: words.day(date),
    erratum: erratumName({period, number}, words),
    kind: words.t(`site-kind-${kind ?? "restatement"}`),
  });
}

/** The same without its day and kind. */
export function erratumName({period, number}: Pick<Erratum, "period" | "number">, words: Translator): string {
  return words.t("site-erratum-of", {number: String(number), period: words.key(period)});
}

/** The sentences of the summary that an erratum makes others: as they were, and as they are from then on. */
export function changedSentences({summary}: Erratum, words: Translator): Markup {
  if (summary === null) return noMarkup;
  const {before, after} = summary;
  const gone = before.filter((sentence) => !after.includes(sentence));
  const come = after.filter((sentence) => !before.includes(sentence));
  if (gone.length + come.length === 0)
    return html`<p>${words.t("site-leaves-summary")}</p>
`;
  const lines = [
    ...gone.map(
      (sentence) => html`<li><s class="gone">${asWritten(sentence)}</s></li>
`,
    ),
    ...come.map(
      (sentence) => html`<li>${asWritten(sentence)}</li>
`,
    ),
  ];
  return html`<p>${words.t("site-changes-summary")}</p>
<ul>
${lines}</ul>
`;
}

const mostLetters = 300;

/** A reason where many stand below each other. */
export function shortReason(reason: string): string {
  const letters = [...reason];
  return letters.length > mostLetters ? `${letters.slice(0, mostLetters).join("")}…` : reason;
}

/** An erratum in a list: its heading, which leads to it, and its reason. */
export function erratumItem(erratum: Erratum, from: string, words: Translator): Markup {
  return html`<li><a href="${relativeLink(from, erratumPath(erratum))}">${erratumHeading(erratum, words)}</a><p>${asWritten(shortReason(erratum.reason))}</p></li>
`;
}

/** Both values of each figure that an erratum put right, as many as there is room for. */
export function erratumFiguresSheet(
  erratum: Erratum,
  {most, from}: {readonly most: number; readonly from: string},
  words: Translator,
): Markup {
  const {figures} = erratum;
  const columns = [
    {head: words.t("head-figure")},
    {head: words.t("site-span")},
    {head: words.t("site-before")},
    {head: words.t("site-after")},
  ];
  const rows = figures
    .slice(0, most)
    .map((figure) => [
      asWritten(figureName(figure)),
      spanOfFigure(figure, words),
      html`<span class="gone">${printedApart(figure.before, figure, words)}</span>`,
      printedApart(figure.after, figure, words),
    ]);
  const more =
    figures.length > most
      ? html`<p class="when">${words.t("site-more-figures", {count: figures.length - most})} <a href="${relativeLink(from, `${editionPath(erratum)}#moved`)}">${words.t("site-which-figures")}</a></p>
`
      : noMarkup;
  const caption = words.t("label-and-text", {label: words.t("site-both-values"), text: erratumName(erratum, words)});
  return html`${sheet(caption, columns, rows)}${more}`;
}

/** What a figure is called; in a table, with its row and its column. */
export function figureName({label, cell}: Pick<ErratumFigure, "label" | "cell">): string {
  return cell === null ? label : `${label}: ${cell.row}, ${cell.column}`;
}

/** The month or period of a figure, as it is called. */
export function spanOfFigure({span}: Pick<ErratumFigure, "span">, words: Translator): string {
  try {
    return words.period(span);
  } catch {
    return span;
  }
}

/** One of both values, with as many digits as it takes to tell them apart. */
export function printedApart(
  value: number | null,
  {before, after, decimals}: Pick<ErratumFigure, "before" | "after" | "decimals">,
  words: Translator,
): string {
  return value === null ? "–" : words.number(value, decimalsApart(before, after, decimals));
}
