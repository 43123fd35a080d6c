import {BorderStyle, type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType} from "docx";
import type {PdfBlock, PdfChart, PdfEntry} from "../pdf/document.ts";
import {gutter} from "../pdf/fit.ts";
import {chartGrid, wordChart, wordMap} from "./charts.ts";
import type {WordPage} from "./page.ts";
import {wordProse} from "./prose.ts";
import {textRuns} from "./runs.ts";
import {colors} from "./styles.ts";
import {type TablePlace, twips, wordTable} from "./table.ts";

/** A paragraph or a table. */
export type WordBlock = Paragraph | Table;

/**
 * The blocks of the pages as a word processor has them, in the same order.
 *
 * What stands beside each other on paper stands one below the other, but for figures set large and charts: a table stays one that can be
 * worked with.
 */
export async function wordBlocks(
  blocks: readonly PdfBlock[],
  page: WordPage,
  place: TablePlace = {isWhole: false, width: page.width},
): Promise<WordBlock[]> {
  const made: WordBlock[] = [];
  for (const block of blocks) made.push(...(await wordBlock(block, page, place)));
  return made;
}

async function wordBlock(block: PdfBlock, page: WordPage, place: TablePlace): Promise<WordBlock[]> {
  switch (block.kind) {
    case "opening":
      return opening(block, page);
    case "moved":
      return movedList(block, page);
    case "section":
      return [page.heading(block.text)];
    case "heading":
      return [page.paragraph("Heading2", block.text)];
    case "sentence":
      return [page.paragraph("Normal", block.text, place.isWhole ? {keepNext: true} : {})];
    case "small":
      return block.text === "" ? [] : [page.paragraph("Remark", block.text)];
    case "list":
      return listOf(block.items, "ListItem", page);
    case "reasons":
      return listOf(block.items, "Reason", page);
    case "entries":
      return block.entries.map((entry) => page.paragraph("Normal", labelled(entry, page)));
    case "prose":
      return wordProse(block.blocks, page);
    case "aside": {
      const more =
        block.more === null ? [] : [page.paragraph("Byline", block.more, {keepNext: true, spacing: {after: 120}})];
      return [page.heading(block.title), ...more, ...(await wordBlocks(block.blocks, page))];
    }
    case "beside": {
      const parts = block.parts.flat();
      if (parts.every((part): part is PdfChart => part.kind === "chart")) return [await chartGrid(parts, page)];
      const width = (page.width - gutter) / 2;
      return wordBlocks(parts, page, {isWhole: true, width});
    }
    case "flanked":
      return [...(await wordTable(block.table, page, place)), page.paragraph("Remark", block.text)];
    case "whole":
      return wordBlocks(block.blocks, page, {...place, isWhole: block.isBroken !== true});
    case "table":
      return wordTable(block, page, place);
    case "chart":
      return wordChart(block, page, page.width * 0.6);
    case "map":
      return wordMap(block, page);
  }
}

function listOf(items: readonly string[], style: string, page: WordPage): Paragraph[] {
  const list = page.nextList(null);
  return items.map((item) => page.paragraph(style, item, {numbering: {...list, level: 0}}));
}

function labelled({label, more, text}: PdfEntry, page: WordPage) {
  const [before = "", after = ""] = page.words.t("label-and-text", {label: "\n", text: ""}).split("\n");
  return [
    ...textRuns(before, page.isRtl),
    ...textRuns(label, page.isRtl, {bold: true}),
    ...(more === undefined ? [] : textRuns(` ${more}`, page.isRtl, {color: colors.soft})),
    ...textRuns(`${after.trimEnd()} `, page.isRtl),
    ...textRuns(text, page.isRtl),
  ];
}

/** The figures set large beside each other, and the sentence that leads. */
function opening({figures, lead, doubts}: Extract<PdfBlock, {kind: "opening"}>, page: WordPage): WordBlock[] {
  return [
    ...(figures.length === 0 ? [] : [largeFigures(figures, page)]),
    ...(lead === null ? [] : [page.paragraph("Lead", lead)]),
    ...(doubts === null ? [] : [page.paragraph("Remark", doubts)]),
  ];
}

function movedList({title, entries, more}: Extract<PdfBlock, {kind: "moved"}>, page: WordPage): Paragraph[] {
  const list = {...page.nextList(null), level: 0};
  return [
    page.heading(title),
    ...entries.map((entry) => page.paragraph("ListItem", labelled(entry, page), {numbering: list})),
    ...(more === null ? [] : [page.paragraph("Normal", more)]),
  ];
}

function largeFigures(figures: Extract<PdfBlock, {kind: "opening"}>["figures"], page: WordPage): Table {
  const width = twips(page.width / figures.length);
  const none = {style: BorderStyle.NIL};
  const rule = {style: BorderStyle.SINGLE, size: 4, color: colors.line};
  const cells = figures.map(
    ({label, notes, value, more, move}) =>
      new TableCell({
        width: {size: width, type: WidthType.DXA},
        margins: {top: 80, bottom: 80, left: 0, right: 160, marginUnitType: WidthType.DXA},
        children: [
          page.paragraph("FigureName", [
            ...textRuns(label, page.isRtl, {bold: true}),
            ...page.footnotes.marksOf(notes),
          ]),
          page.paragraph("FigureValue", value),
          page.paragraph("FigureMore", more),
          ...(move === null
            ? []
            : [
                page.paragraph("FigureMore", [
                  ...textRuns(move.change, page.isRtl, {bold: true, color: colors.ink}),
                  ...textRuns(` ${move.before}`, page.isRtl),
                ]),
              ]),
        ],
      }),
  );
  return new Table({
    rows: [new TableRow({cantSplit: true, children: cells})],
    width: {size: width * figures.length, type: WidthType.DXA},
    columnWidths: figures.map(() => width),
    layout: TableLayoutType.FIXED,
    borders: {top: rule, bottom: rule, left: none, right: none, insideHorizontal: none, insideVertical: none},
    visuallyRightToLeft: page.isRtl,
  });
}
