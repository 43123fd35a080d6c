import {Document, Footer, Header, Packer} from "docx";
import type {Report} from "../../report/report.ts";
import {wordsOf} from "../content/report-words.ts";
import type {Paper} from "../options.ts";
import {layOut, sheets} from "../pdf/lay-out.ts";
import {wordBlocks} from "./blocks.ts";
import {contents, foot, masthead, runningHead} from "./frame.ts";
import {fixedPackage} from "./package.ts";
import {openPage} from "./page.ts";
import {legal} from "./runs.ts";
import {stylesFor, wordLanguage} from "./styles.ts";
import {twips} from "./table.ts";

/** Of paper, in twentieths of a point. */
const sizes = {a4: {width: 11_906, height: 16_838}, letter: {width: 12_240, height: 15_840}} as const satisfies Record<
  Paper,
  unknown
>;

/**
 * The report as a document of a word processor (Office Open XML).
 *
 * It has what the pages of the PDF have, in the same order. The same report gives the same bytes.
 */
export async function renderDocx(report: Report, {paper = "a4"}: {readonly paper?: Paper}): Promise<Uint8Array> {
  const sheet = sheets[paper];
  const laid = await layOut(report, sheet);
  const page = openPage(report, sheet.width);
  const body = await wordBlocks(laid.blocks, page);
  const {language} = wordsOf(report);
  const margin = (sizes[paper].width - twips(sheet.width)) / 2;
  const document = new Document({
    styles: stylesFor(language),
    numbering: {config: [...page.lists.values()]},
    footnotes: page.footnotes.texts,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: sizes[paper],
            margin: {top: 1134, bottom: 1134, left: margin, right: margin, header: 567, footer: 567},
          },
        },
        headers: {default: new Header({children: [runningHead(laid, page)]}), first: new Header({children: []})},
        footers: {
          default: new Footer({children: [foot(laid, page)]}),
          first: new Footer({children: [foot(laid, page)]}),
        },
        children: [...masthead(laid, page), ...contents(page), ...body],
      },
    ],
  });
  const [year, month, day] = laid.day.map((part) => String(part).padStart(2, "0"));
  return fixedPackage(await Packer.toBuffer(document), {
    title: legal(laid.documentTitle),
    author: legal(laid.author ?? ""),
    description: legal(laid.description),
    language: wordLanguage(language),
    instant: `${year}-${month}-${day}T00:00:00Z`,
    isRtl: page.isRtl,
  });
}
