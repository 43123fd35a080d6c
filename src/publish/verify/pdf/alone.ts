import {UserError} from "../../../base/error.ts";
import {programSha256} from "../../../base/program.ts";
import {inGroups, sha256} from "../../../base/sha256.ts";
import {visible} from "../../../base/text.ts";
import {readVersion} from "../../../base/version.ts";
import type {Paper} from "../../../render/options.ts";
import {outputs} from "../../../render/outputs.ts";
import type {Report} from "../../../report/report.ts";
import {unnamedPublication} from "../../../workspace/config/unnamed.ts";
import {editionOutput, type Setting} from "../../edition/outputs.ts";
import {answerOf, type LevelAnswer, unchecked} from "../answer.ts";
import {checkArithmetic} from "../coherent/arithmetic.ts";
import {isSettable, readBoundedReport} from "../coherent/bounded-report.ts";
import {pdfContradictions} from "../coherent/compare-pdf.ts";
import {figureFinder} from "../coherent/figure-names.ts";
import {refusedPlace} from "../place/place.ts";
import {type PdfFile, readPdf, refusing} from "./file.ts";
import {attachedTo, pagesOf, programOf} from "./pages.ts";

/** What a PDF says by itself. */
export interface PdfAnswer {
  readonly publication: string;
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly levels: readonly LevelAnswer[];
}

/**
 * Does a PDF that somebody has say on its pages what the data say that it carries?
 *
 * A PDF has no signature: who has made it, the hash tells that is printed on it, where somebody has the edition that it is of.
 *
 * @throws {UserError} EDITION_REFUSED for one without data, or that was added to; REPORT_REFUSED where the data are no report.
 */
export async function checkPdfAlone(bytes: Buffer, where: string): Promise<PdfAnswer> {
  const pdf = readPdf(bytes, where);
  const {json, paper, program} = refusing(where, () => readable(pdf, where));
  const report = readBoundedReport(json, `${where}: report.json`);
  const {publication, period, date} = report;
  const made = isSettable(report) ? await madePdf(report, {paper, program}) : null;
  const isSame = made?.equals(bytes) ?? false;
  const excuse = otherProgram(report.broadsheet, program);
  const compared = {file: where, published: bytes, made, json, excuse};
  const found = isSame ? [] : pdfContradictions(compared, figureFinder(report));
  // What is seen on a page nobody can say but by its bytes.
  const other = `it has other bytes than are made of its data here by Broadsheet ${readVersion()}${made === null ? "" : ", and no other text or marks"}: it was set on another kind of machine or by another version, or was changed. Ask for the edition, whose sums are signed`;
  const findings = isSame || found.length > 0 ? found : [unchecked(where, other)];
  const arithmetic = checkArithmetic(report);
  const hash = inGroups(sha256(json));
  const unsigned = `a PDF carries no signature: its data have the hash ${hash}. Compare it with that of report.json in the SHA256SUMS of the edition of ${period}, or name that edition`;
  const checked = [
    ...(isSame ? ["the same bytes when made again from the report.json that it carries"] : []),
    ...(arithmetic.findings.length === 0 ? [arithmetic.checked] : []),
  ];
  const levels = [
    answerOf(1, [], [unchecked(where, unsigned)]),
    answerOf(2, checked, [...findings, ...arithmetic.findings]),
  ];
  return {publication: publication ?? unnamedPublication, period, date, levels};
}

/** Why its bytes may be others than are made of its data here; null where this program says that it made it. */
function otherProgram(version: string, program: string | null): string | null {
  if (version !== readVersion())
    return `it was made by Broadsheet ${visible(version.slice(0, 40))} and not ${readVersion()}`;
  return program === programSha256() ? null : `it was made by Broadsheet ${version} of other files than this one`;
}

/** What has to be read of a PDF before it can be made again: its data, the paper of its first page, and by which program it was made. */
interface Readable {
  readonly json: string;
  readonly paper: Paper;
  readonly program: string | null;
}

function readable(pdf: PdfFile, where: string): Readable {
  const own = attachedTo(pdf).find(({name}) => name === "report.json")?.content ?? null;
  if (own === null) throw refusedPlace("the PDF carries no report.json", where, "name a PDF of an edition");
  const box = pdf.resolve(pagesOf(pdf)[0]?.get("MediaBox"));
  // Letter is 612 points wide.
  const paper = Array.isArray(box) && box[2] === 612 ? "letter" : "a4";
  return {json: own.toString("utf8"), paper, program: programOf(pdf)};
}

async function madePdf(report: Report, setting: Setting): Promise<Buffer | null> {
  try {
    return Buffer.from(await editionOutput(await outputs.find(({name}) => name === "pdf")!.load(), report, setting));
  } catch (fault) {
    if (fault instanceof UserError) return null;
    throw fault;
  }
}
