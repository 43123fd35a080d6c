import {ExternalHyperlink, type Paragraph, type ParagraphChild, TextRun} from "docx";
import type {PdfProse, PdfRun} from "../pdf/document.ts";
import type {WordPage} from "./page.ts";
import {textRuns} from "./runs.ts";

/** Where a block of commentary stands. */
interface Place {
  readonly style: string;
  /** The list that its first paragraph is an item of. */
  readonly item?: {readonly reference: string; readonly level: number; readonly instance: number};
  /** Of lists that it stands in. */
  readonly depth: number;
}

/** The deepest list that has a level of its own. */
const deepest = 5;

/** The publisher's words, as styles: headings of the third level, lists, quotations. */
export function wordProse(
  blocks: readonly PdfProse[],
  page: WordPage,
  place: Place = {style: "Normal", depth: 0},
): Paragraph[] {
  const {item: _, ...rest} = place;
  return blocks.flatMap((block, i) => proseBlock(block, page, i === 0 ? place : rest));
}

function proseBlock(block: PdfProse, page: WordPage, here: Place): Paragraph[] {
  switch (block.kind) {
    case "heading":
    case "paragraph": {
      const isRtl = block.dir === "rtl";
      const style = block.kind === "heading" ? "Heading3" : here.style;
      const indent = here.item || here.depth === 0 ? {} : {indent: {start: 260 * here.depth}};
      return [
        page.paragraph(
          style,
          block.runs.flatMap((run) => runOf(run, isRtl)),
          {
            bidirectional: isRtl,
            ...(here.item ? {numbering: here.item} : indent),
          },
        ),
      ];
    }
    case "quote":
      return wordProse(block.blocks, page, {style: "Quotation", depth: here.depth});
    case "items": {
      const level = Math.min(deepest, here.depth);
      const list = page.nextList(block.start);
      return block.items.flatMap((blocksOfItem) =>
        wordProse(blocksOfItem, page, {style: here.style, depth: here.depth + 1, item: {...list, level}}),
      );
    }
  }
}

function runOf({text, style, url}: PdfRun, isRtl: boolean): ParagraphChild[] {
  if (style === "break") return [new TextRun({break: 1})];
  const runs = textRuns(text, isRtl, {
    ...(style === "strong" || style === "both" ? {bold: true} : {}),
    ...(style === "emphasis" || style === "both" ? {italics: true} : {}),
    ...(style === "code" ? {style: "Code"} : {}),
    ...(url === null ? {} : {style: "Hyperlink"}),
  });
  return url === null ? runs : [new ExternalHyperlink({children: runs, link: url})];
}
