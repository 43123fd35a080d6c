import {visible} from "../../base/text.ts";
import {mastheadOf} from "../../report/masthead.ts";
import type {Report} from "../../report/report.ts";
import {isWorthMap} from "../charts/map-scale.ts";
import {headlineOf} from "../content/headline.ts";
import {openingSentences} from "../content/large-figures.ts";
import {ledgerView} from "../content/ledger-as-report.ts";
import {movedBackground, movedLines, movedTitle} from "../content/moved-lines.ts";
import {notesByMark} from "../content/notes.ts";
import {partsInOrder} from "../content/order.ts";
import {wordsOf} from "../content/report-words.ts";
import type {Paper} from "../options.ts";
import {shorten} from "../text/wrap.ts";
import type {PdfBlock, PdfDocument, PdfMap} from "./document.ts";
import {placeNotes} from "./notes.ts";
import {setCharts} from "./parts/charts.ts";
import {setCommentary} from "./parts/commentary.ts";
import {setComparison} from "./parts/comparison.ts";
import {largestFigures, setFigures} from "./parts/figures.ts";
import {setLedger} from "./parts/ledger.ts";
import {setAccount, setMeanings, setProvenance, setRanges} from "./parts/rest.ts";
import {setTables} from "./parts/tables.ts";

/** As the typesetter calls them, and the width between the margins, in points. */
export const sheets = {a4: {name: "a4", width: 498}, letter: {name: "us-letter", width: 515}} as const satisfies Record<
  Paper,
  PdfDocument["paper"]
>;

/** The report as the blocks of a page, in the order in which every output has them. */
export async function layOut(
  report: Report,
  paper: PdfDocument["paper"],
): Promise<Omit<PdfDocument, "keywords" | "hash">> {
  const words = wordsOf(report);
  const {title, date, timeZone, inputs} = report;
  const publication = mastheadOf(report);
  const {tag, direction} = words.language;
  const [lang = "en", script] = tag.split("-");
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return {
    language: {lang, region: script === "Hans" ? "CN" : null, dir: direction},
    paper,
    documentTitle: headlineOf(report, "title-of-page"),
    author: publication,
    description: words.sentences(report.summary),
    day: [year, month, day],
    publication,
    headline: words.t("headline", {period: title}),
    byline: words.t("byline", {date: words.day(date), logs: inputs.length, zone: timeZone}),
    running: [shorten(visible(publication ?? ""), 50), shorten(visible(words.t("headline", {period: title})), 60)],
    pageWords: words
      .t("page-of-pages", {page: "{page}", pages: "{pages}"})
      .split(/(\{pages?\})/)
      .filter((part) => part !== ""),
    blocks: placeNotes(await blocksOf(report, paper.width), noteTexts(report)),
  };
}

async function blocksOf(report: Report, width: number): Promise<PdfBlock[]> {
  const words = wordsOf(report);
  const {ledger, tables} = report;
  const {doubts, lead, beside, rest} = openingSentences(report);
  return partsInOrder<PdfBlock>({
    opening: [
      ...doubts.map((text) => ({kind: "sentence", text}) as const),
      {
        kind: "opening",
        figures: largestFigures(report),
        lead,
        doubts: beside.length === 0 ? null : words.sentences(beside),
      },
    ],
    figures: [
      ...setFigures(words.t("section.months"), report, width),
      ...rest.map((text) => ({kind: "sentence", text}) as const),
    ],
    moved:
      report.moved.length === 0
        ? []
        : [
            {
              kind: "moved",
              title: movedTitle(report),
              entries: movedLines(report),
              more: movedBackground(report),
            },
          ],
    comparison: setComparison(report, width),
    courses: setCharts(report),
    tables:
      tables.length === 0 ? [] : [{kind: "section", text: words.t("section.tables")}, ...setTables(report, width)],
    ranges: setRanges(report, width),
    ledger: ledger === null ? [] : setLedger(report, ledger, await mapOf(report), width),
    commentary: setCommentary(report),
    account: setAccount(report, width),
    meanings: setMeanings(report),
    provenance: setProvenance(report, width),
  });
}

/** Only a map needs the drawing library. */
async function mapOf(report: Report): Promise<PdfMap | null> {
  const map = report.ledger?.map ?? null;
  return isWorthMap(map) ? (await import("./parts/map.ts")).setMap(map, report) : null;
}

function noteTexts(report: Report): Map<number, string> {
  const books = report.ledger === null ? [] : notesByMark(ledgerView(report, report.ledger));
  return new Map([...notesByMark(report), ...books].map(({mark, text}) => [mark, text]));
}
