import {visible} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../render/markup/html.ts";
import type {ErratumRecord} from "../../report/restate/edition.ts";
import {erratumHeading, figureName, printedApart, spanOfFigure} from "../site/pages/erratum-parts.ts";
import {firstAndLast} from "../site/superseded.ts";

/** So many figures stand in a message; the errata have all. */
const mostFigures = 20;

/** What a reader has to know of errata before the figures. */
export interface ErrataToSay {
  /** How many there are. */
  readonly count: string;
  /** Each with its day, its kind and its reason; the newest first. */
  readonly errata: readonly {readonly heading: string; readonly reason: string}[];
  /** The sentences that matter most, as they are now. */
  readonly summary: readonly string[];
  /** Figures that are others now. */
  readonly figures: readonly {readonly name: string; readonly before: string; readonly after: string}[];
  /** How many more figures there are; null where there is none. */
  readonly more: string | null;
  /** That what follows is as it was published. */
  readonly asPublished: string;
}

/** What errata have made of an edition since; null where there is none. */
export function errataToSay(errata: readonly ErratumRecord[], words: Translator): ErrataToSay | null {
  if (errata.length === 0) return null;
  const moved = firstAndLast(errata).map(({figure}) => figure);
  // Measures are what the message shows, and cells of tables it does not.
  const sorted = [
    ...moved.filter(({key}) => !key.startsWith("table|")),
    ...moved.filter(({key}) => key.startsWith("table|")),
  ];
  const left = sorted.length - mostFigures;
  return {
    count: words.t("site-corrected", {count: errata.length}),
    errata: errata.toReversed().map((erratum) => ({heading: erratumHeading(erratum, words), reason: erratum.reason})),
    summary: errata.at(-1)!.summary.after,
    figures: sorted.slice(0, mostFigures).map((figure) => ({
      name: `${figureName(figure)}, ${spanOfFigure(figure, words)}`,
      before: printedApart(figure.before, figure, words),
      after: printedApart(figure.after, figure, words),
    })),
    more: left > 0 ? words.t("site-more-figures", {count: left}) : null,
    asPublished: words.t("site-as-published"),
  };
}

/** The same as plain text, which the text of the report follows. */
export function errataText(said: ErrataToSay, words: Translator): string {
  const {count, errata, summary, figures, more, asPublished} = said;
  const arrow = words.language.direction === "rtl" ? "←" : "→";
  return [
    [count],
    ...errata.map(({heading, reason}) => [heading, reason]),
    summary,
    [
      ...figures.map(({name, before, after}) => `${name}: ${before} ${arrow} ${after}`),
      ...(more === null ? [] : [more]),
    ],
    [asPublished],
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.map(visible).join("\n")}\n\n`)
    .join("");
}

/** The same for the page of the message; its looks stand in its elements. */
export function errataMarkup(said: ErrataToSay, words: Translator, cell: string): Markup {
  const {count, errata, summary, figures, more, asPublished} = said;
  const side = words.language.direction === "rtl" ? "right" : "left";
  const first = `${cell} padding-left: 0; padding-right: 0; text-align: ${side}; white-space: normal; font-weight: 400;`;
  const told = errata.map(
    ({heading, reason}) => html`<p style="margin: 4px 0;">${heading}<br>${reason}</p>
`,
  );
  const rows = figures.map(
    ({
      name,
      before,
      after,
    }) => html`<tr><th scope="row" style="${first}">${name}</th><td style="${cell}"><s>${before}</s></td><td style="${cell}">${after}</td></tr>
`,
  );
  const heads = [words.t("site-before"), words.t("site-after")].map(
    (head) => html`<th scope="col" style="${cell} font-weight: 400;">${head}</th>`,
  );
  const table =
    figures.length === 0
      ? noMarkup
      : html`<table style="border-collapse: collapse; width: 100%; margin: 12px 0;">
<thead><tr><th scope="col" style="${first}">${words.t("head-figure")}</th>${heads}</tr></thead>
<tbody>
${rows}</tbody></table>
`;
  const after = more === null ? noMarkup : html`<p style="margin: 4px 0;">${more}</p>\n`;
  return html`<p><strong>${count}</strong></p>
${told}<p>${words.sentences(summary)}</p>
${table}${after}<p style="color: #5c5955;">${asPublished}</p>
`;
}
