import type {Translator} from "../../base/words/translator.ts";
import type {Figures, Report, Table} from "../../report/report.ts";
import {captionWithoutChart, chartCaption, describeChart, tableCaption} from "../charts/captions.ts";
import {drawChart} from "../charts/months.ts";
import {comparedRowsOf} from "../content/comparison.ts";
import {coverageSentences} from "../content/coverage.ts";
import {gapSentences} from "../content/gaps.ts";
import {headlineOf} from "../content/headline.ts";
import {isReported, isRestated} from "../content/marks.ts";
import {fullMonth} from "../content/months.ts";
import {movementOf} from "../content/movement.ts";
import {marksOf, notesByMark} from "../content/notes.ts";
import {wordsOf} from "../content/report-words.ts";
import {formatCell, formatGroup, hasMovement, rowsInOrder} from "../content/table-rows.ts";
import {hasTotals, totalWords} from "../content/totals.ts";
import {formatFigure, formatTotal} from "../content/values.ts";
import {type Content, html, type Markup, noMarkup, trusted} from "../markup/html.ts";
import {findPart, nothingIn} from "../pictures/find-part.ts";
import {embedChartStyle, embedStyle} from "./style.ts";

/**
 * One figure or one table as a piece of HTML for a page of another site: with its own style, its doubts before it, its notes and its source below;
 * without script, and with nothing that is fetched.
 *
 * @throws {UserError} PICTURE_UNKNOWN, PICTURE_REFUSED
 */
export function renderEmbed(report: Report, id: string, others: readonly string[] = []): string {
  const {view, figures, table} = findPart(report, {id, field: "embed", others});
  const words = wordsOf(view);
  const element = `broadsheet-${`${id}-${view.period}`.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  const part = figures === undefined ? tablePart(view, table) : figurePart(view, figures);
  const heading = headlineOf(view);
  const {tag, direction} = words.language;
  const ranges = figures && view.ranges?.measures.find((one) => one.id === id)?.sentence;
  const doubts = [...coverageSentences(view.columns, words), ...(ranges ? [ranges] : [])];
  const doubt = doubts.length === 0 ? noMarkup : html`<p>${words.sentences(doubts)}</p>\n`;
  const style = trusted(`<style>\n${embedStyle(element, direction)}\n</style>`);
  return html`<div class="broadsheet-embed" id="${element}" lang="${tag}" dir="${direction}">
${style}
<p class="bs-title">${part.title}</p>
<p class="bs-soft">${heading}</p>
${doubt}${part.body}${notesOf(part.notes)}<p class="bs-soft">${part.source} ${words.t("made-by-same-bytes", {version: view.broadsheet})}</p>
</div>
`.html;
}

interface EmbeddedPart {
  readonly title: string;
  readonly body: Markup;
  readonly notes: readonly string[];
  readonly source: string;
}

function figurePart(report: Report, figures: Figures): EmbeddedPart {
  if (figures.values.every((value) => value === null)) throw nothingIn(figures.id, "embed");
  const words = wordsOf(report);
  const {columns} = report;
  const alone = {...report, measures: [figures]};
  const beside = comparedRowsOf(report, figures).filter(({kind}) => kind === "then" || kind === "change");
  const heads = [fullHead(words), figures.label, ...beside.map(({label}) => label)];
  const rows = columns.map(({period}, i) => {
    const mark = isReported(figures, i) ? "ʳ" : isRestated(report, figures, period) ? "*" : "";
    return row(fullMonth(period, words), [
      `${formatFigure(figures, i, words)}${mark}`,
      ...beside.map(({cells}) => cells[i]!.text),
    ]);
  });
  const periods = columns.map(({period}) => period);
  const whole = hasTotals(alone)
    ? [
        row(
          totalWords(periods, words),
          [formatTotal(figures, words), ...beside.map(({total}) => total?.text ?? "–")],
          "bs-all",
        ),
      ]
    : [];
  const marks = marksOf(figures, report.notes);
  const notes = notesByMark(report).filter(({mark}) => marks.includes(mark));
  return {
    title: figures.label,
    body: html`${columns.length > 1 ? chartOf(report, figures, words) : noMarkup}${embeddedTable({
      title: figures.label,
      caption: figures.definition,
      heads,
      rows: [...rows, ...whole],
    })}`,
    notes: [
      ...gapSentences(alone),
      ...(figures.values.some((_, i) => isReported(figures, i)) ? [`ʳ ${words.t("reported-means")}`] : []),
      ...notes.map(({text}) => text),
    ],
    source: columns.length > 1 ? chartCaption(report, figures) : captionWithoutChart(report, figures),
  };
}

/** What heads the months: the name of the period. */
function fullHead(words: Translator): string {
  return words.t("whole-period");
}

const [wide, narrow] = [
  {width: 560, height: 220},
  {width: 320, height: 190},
];

/** The chart as a picture, which no style of the page reaches; a narrower one for phones. */
function chartOf({columns}: Report, figures: Figures, words: Translator): Markup {
  const picture = ({width, height}: typeof wide): Markup => {
    const svg = drawChart(figures, columns, words, {width, height, namesEnds: true}).html.replace(
      /^<svg ([^>]*)>/,
      (_, attributes: string) =>
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ${attributes}><style>${embedChartStyle}</style>`,
    );
    return html`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  };
  const alt = describeChart(figures, columns, words);
  return html`<picture><source media="(max-width:30rem)" srcset="${picture(narrow)}"><img src="${picture(wide)}" width="${wide.width}" height="${wide.height}" alt="${alt}"></picture>
`;
}

function tablePart(report: Report, table: Table): EmbeddedPart {
  if (table.rows.length === 0) throw nothingIn(table.id, "embed");
  const words = wordsOf(report);
  const moves = hasMovement(table);
  const heads = [
    table.rowLabel,
    ...(table.groupLabel === null ? [] : [table.groupLabel]),
    ...(moves ? [words.t("head-moved")] : []),
    ...table.columns.map(({label}) => label),
  ];
  const rows = rowsInOrder(table).map((one) =>
    row(one.rank === null ? one.label : html`${one.rank}. <bdi>${one.label}</bdi>`, [
      ...(table.groupLabel === null ? [] : [formatGroup(one, table, words)]),
      ...(moves ? [movementOf(one, table, words)?.words ?? ""] : []),
      ...table.columns.map((_, i) => formatCell(one, i, table, words)),
    ]),
  );
  const against = moves && table.previous !== null ? [words.t("ranks-against", {period: table.previous})] : [];
  return {
    title: table.title,
    body: embeddedTable({title: table.title, caption: table.definition, heads, rows}),
    notes: [...against, ...table.notes.map(({text}) => text)],
    source: tableCaption(table, report, words),
  };
}

function row(label: Content, cells: readonly Content[], look = ""): Markup {
  const name = typeof label === "string" ? html`<bdi>${label}</bdi>` : label;
  return html`<tr class="${look}"><th scope="row" class="bs-name">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
}

function embeddedTable({
  title,
  caption,
  heads: [first, ...others],
  rows,
}: {
  readonly title: string;
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly Markup[];
}): Markup {
  return html`<div class="bs-scroll" role="region" aria-label="${title}" tabindex="0">
<table>
<caption class="bs-soft">${caption}</caption>
<thead><tr><th scope="col" class="bs-name">${first ?? ""}</th>${others.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

function notesOf(notes: readonly string[]): Markup {
  if (notes.length === 0) return noMarkup;
  return html`<ul class="bs-notes">
${notes.map((note) => html`<li>${note}</li>\n`)}</ul>
`;
}
