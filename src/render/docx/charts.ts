import {AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType} from "docx";
import {drawCycle} from "../charts/cycle.ts";
import {drawChart} from "../charts/months.ts";
import {escapeHtml} from "../markup/html.ts";
import type {PdfChart, PdfMap} from "../pdf/document.ts";
import {pictureStyle} from "../pictures/card.ts";
import {shownText} from "../pictures/text.ts";
import {pictureOf} from "./drawn.ts";
import type {WordPage} from "./page.ts";
import {colors} from "./styles.ts";
import {twips} from "./table.ts";

/** Of a chart, in units of which its letters have 11. */
const size = {width: 230, height: 150};
/** Of a cycle, which has more bars. */
const cycleSize = {width: 320, height: 190};
const across = 3;

/** A chart as a picture, and what it is drawn of below it. */
export async function wordChart(chart: PdfChart, page: WordPage, width: number): Promise<Paragraph[]> {
  const {report, words} = page;
  const figures = report.measures.find(({id}) => id === chart.id);
  const table = [...report.tables, ...(report.ledger?.tables ?? [])].find(({id}) => id === chart.id);
  const isOfFigures = chart.title !== null && figures !== undefined;
  const drawn = isOfFigures
    ? {svg: drawChart(figures, report.columns, words, size), size}
    : table === undefined
      ? null
      : {svg: drawCycle(table, words), size: cycleSize};
  if (drawn === null) return [];
  const unit = width / drawn.size.width;
  const picture = await pictureOf(
    {
      svg: `<style>${pictureStyle}</style>${drawn.svg.html}`,
      width,
      height: drawn.size.height * unit,
      unit,
      title: chart.title ?? table?.title ?? "",
      alt: chart.alt,
    },
    page,
  );
  return [
    ...(chart.title === null ? [] : [page.paragraph("Heading3", chart.title, {keepNext: false})]),
    page.paragraph("Normal", [picture], {keepNext: chart.title === null, spacing: {after: 40}}),
    page.paragraph("Remark", chart.caption, {spacing: {before: 0, after: 100}}),
  ];
}

/** Charts beside each other, in a grid without lines. */
export async function chartGrid(charts: readonly PdfChart[], page: WordPage): Promise<Table> {
  const count = Math.min(across, charts.length);
  const width = page.width / count;
  const none = {style: BorderStyle.NIL};
  const rows: TableRow[] = [];
  for (let i = 0; i < charts.length; i += count) {
    const cells: TableCell[] = [];
    for (let j = i; j < i + count; j++) {
      const chart = charts[j];
      const children = chart === undefined ? [] : await wordChart(chart, page, width - 12);
      cells.push(
        new TableCell({
          children: children.length === 0 ? [new Paragraph({})] : children,
          width: {size: twips(width), type: WidthType.DXA},
          margins: {left: 0, right: twips(12), marginUnitType: WidthType.DXA},
        }),
      );
    }
    rows.push(new TableRow({cantSplit: true, children: cells}));
  }
  return new Table({
    rows,
    width: {size: twips(width) * count, type: WidthType.DXA},
    columnWidths: Array.from({length: count}, () => twips(width)),
    layout: TableLayoutType.FIXED,
    borders: {top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none},
    visuallyRightToLeft: page.isRtl,
  });
}

/** The map as a picture, its names in it. */
export async function wordMap(map: PdfMap, page: WordPage): Promise<Paragraph[]> {
  const width = 360;
  const height = width * map.ratio;
  const names = map.names.map(({text, x, y, isBefore}) => {
    const place = `x="${x * width}" y="${y * height + 2.5}" text-anchor="${isBefore ? "end" : "start"}"`;
    return `<text ${place} font-size="8" font-family="Broadsheet Sans" fill="#${colors.ink}">${escapeHtml(shownText(text))}</text>`;
  });
  const shapes = map.svg
    .replace("<svg ", '<svg x="0" y="0" ')
    .replace(/ width="[\d.]+" height="[\d.]+">/, ` width="${width}" height="${height}">`);
  const title = page.words.t("section.map");
  const picture = await pictureOf({svg: `${shapes}${names.join("")}`, width, height, title, alt: map.alt}, page);
  return [
    page.paragraph("Normal", [picture], {keepNext: true, alignment: AlignmentType.START}),
    page.paragraph("Remark", map.caption),
  ];
}
