import {programSha256} from "../../base/program.ts";
import {inGroups, sha256} from "../../base/sha256.ts";
import {visible} from "../../base/text.ts";
import {renderJson} from "../../report/json/report.ts";
import {mastheadOf} from "../../report/masthead.ts";
import type {Report} from "../../report/report.ts";
import {isWorthMap} from "../charts/map-scale.ts";
import {ledgerView} from "../content/ledger-as-report.ts";
import {movedBackground, movedLines, movedTitle} from "../content/moved-lines.ts";
import {notesByMark} from "../content/notes.ts";
import {wordsOf} from "../content/report-words.ts";
import type {Paper} from "../options.ts";
import {shorten} from "../text/wrap.ts";
import {compilePdf, loadTypst, type PdfStandard} from "./compile.ts";
import type {PdfBlock, PdfDocument, PdfMap} from "./document.ts";
import {loadFonts} from "./fonts.ts";
import {placeNotes} from "./notes.ts";
import {setCharts} from "./parts/charts.ts";
import {setCommentary} from "./parts/commentary.ts";
import {setComparison} from "./parts/comparison.ts";
import {keyFigures, setFigures} from "./parts/figures.ts";
import {setLedger} from "./parts/ledger.ts";
import {setAccount, setMeanings, setProvenance, setRanges} from "./parts/rest.ts";
import {setTables} from "./parts/tables.ts";
import {programKeyword} from "./program-keyword.ts";
import {checkOwnWords, settable} from "./settable.ts";
import type {Typesetter} from "./typesetter.ts";

/** What a PDF is made for. */
export interface PdfOptions {
  /** A4 where it is left out. */
  readonly paper?: Paper;
  /** The text of `report.json`; where it is left out, it is made from the report, which gives the same. */
  readonly json?: string;
  /** An archive's copy where it is left out. */
  readonly standard?: PdfStandard;
  /** SHA-256 of the program that the PDF is said to be made by: this one's where it is left out; null where it does not say. */
  readonly program?: string | null;
  /** A thread of its own; this one where it is left out. */
  readonly typesetter?: Pick<Typesetter, "set">;
}

/** As the typesetter calls them, and the width between the margins, in points. */
const sheets = {a4: {name: "a4", width: 498}, letter: {name: "us-letter", width: 515}} as const satisfies Record<
  Paper,
  PdfDocument["paper"]
>;

/** Loads what lays a PDF out, and gives back what sets it. */
export async function loadPdf(): Promise<(report: Report, options: PdfOptions) => Promise<Uint8Array>> {
  const fonts = loadFonts();
  return async (report, options) => {
    const {paper = "a4", json = renderJson(report), standard = "a-3a", typesetter = setHere} = options;
    const {program = programSha256()} = options;
    checkOwnWords(report, fonts);
    const keywords = program === null ? [] : [programKeyword(program)];
    const document = {...(await layOut(report, sheets[paper], json)), keywords};
    return typesetter.set({document: settable(document, fonts), json, standard});
  };
}

const setHere: Pick<Typesetter, "set"> = {set: async (task) => compilePdf(await loadTypst(), task)};

/** The report as the blocks of a page, in the order in which every output has them. */
async function layOut(
  report: Report,
  paper: PdfDocument["paper"],
  json: string,
): Promise<Omit<PdfDocument, "keywords">> {
  const words = wordsOf(report);
  const {title, date, timeZone, inputs} = report;
  const publication = mastheadOf(report);
  const {tag, direction} = words.language;
  const [lang = "en", script] = tag.split("-");
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return {
    language: {lang, region: script === "Hans" ? "CN" : null, dir: direction},
    paper,
    documentTitle: words.t("title-of-page", {publication, period: title}),
    author: publication,
    description: words.sentences(report.summary),
    day: [year, month, day],
    publication,
    headline: words.t("headline", {period: title}),
    byline: words.t("byline", {date: words.day(date), logs: inputs.length, zone: timeZone}),
    running: [shorten(visible(publication), 50), shorten(visible(words.t("headline", {period: title})), 60)],
    hash: {
      label: words.t("hash-of-data"),
      groups: inGroups(sha256(json)),
      attached: words.t("attached-data"),
    },
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
  const background = movedBackground(report);
  const moved =
    report.moved.length === 0 ? null : {title: movedTitle(report), entries: movedLines(report), more: background};
  return [
    {kind: "opening", figures: keyFigures(report), sentences: report.summary, moved},
    ...setFigures(words.t("section.months"), report, width),
    ...setComparison(report, width),
    ...setCharts(report),
    ...(tables.length === 0
      ? []
      : [{kind: "section", text: words.t("section.tables")} as const, ...setTables(report, width)]),
    ...setRanges(report, width),
    ...(ledger === null ? [] : setLedger(report, ledger, await mapOf(report), width)),
    ...setCommentary(report),
    ...setAccount(report, width),
    ...setMeanings(report),
    ...setProvenance(report, width),
  ];
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
