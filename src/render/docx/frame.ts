import {BorderStyle, InternalHyperlink, PageNumber, type Paragraph, TabStopType, TextRun} from "docx";
import type {PdfDocument} from "../pdf/document.ts";
import type {WordPage} from "./page.ts";
import {textRuns} from "./runs.ts";
import {colors} from "./styles.ts";
import {twips} from "./table.ts";

type Laid = Pick<PdfDocument, "publication" | "headline" | "byline" | "running" | "pageWords">;

const rule = {style: BorderStyle.SINGLE, size: 4, color: colors.line, space: 4};

/** Whose report it is, where that was said, and of what. */
export function masthead({publication, headline, byline}: Laid, page: WordPage): Paragraph[] {
  return [
    ...(publication === null ? [] : [page.paragraph("Publication", publication)]),
    page.paragraph("Title", headline),
    page.paragraph("Byline", byline, {border: {bottom: rule}}),
  ];
}

/** The parts, each a link. */
export function contents(page: WordPage): Paragraph[] {
  if (page.headings.length === 0) return [];
  const [before = "", after = ""] = page.words
    .t("label-and-text", {label: page.words.t("contents"), text: "\n"})
    .split("\n");
  const links = page.headings.flatMap(({anchor, text}, i) => [
    ...(i === 0 ? [] : [new TextRun({text: " · "})]),
    new InternalHyperlink({anchor, children: textRuns(text, page.isRtl, {style: "Hyperlink"})}),
  ]);
  return [page.paragraph("Contents", [...textRuns(before, page.isRtl), ...links, ...textRuns(after, page.isRtl)])];
}

/** What stands over every page but the first. */
export function runningHead({running}: Laid, page: WordPage): Paragraph {
  const children = [...textRuns(running[0], page.isRtl), new TextRun("\t"), ...textRuns(running[1], page.isRtl)];
  return page.paragraph("Running", children, {tabStops: [endOfLine(page)], border: {bottom: rule}});
}

/** The number of each page, and how many there are. */
export function foot({pageWords}: Laid, page: WordPage): Paragraph {
  const children = pageWords.flatMap((piece) => {
    if (piece === "{page}") return [new TextRun({children: [PageNumber.CURRENT]})];
    return piece === "{pages}" ? [new TextRun({children: [PageNumber.TOTAL_PAGES]})] : textRuns(piece, page.isRtl);
  });
  return page.paragraph("Running", [new TextRun("\t"), ...children], {
    tabStops: [endOfLine(page)],
    border: {top: rule},
  });
}

function endOfLine({width}: WordPage) {
  return {type: TabStopType.RIGHT, position: twips(width)};
}
