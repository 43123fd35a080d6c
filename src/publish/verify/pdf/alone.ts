import {UserError} from "../../../base/error.ts";
import {sha256} from "../../../base/sha256.ts";
import type {Paper} from "../../../render/options.ts";
import {outputs} from "../../../render/outputs.ts";
import {readReport} from "../../../report/json/read.ts";
import type {Report} from "../../../report/report.ts";
import {editionOutput} from "../../edition/outputs.ts";
import {answerOf, type LevelAnswer, unchecked} from "../answer.ts";
import {checkArithmetic} from "../coherent/arithmetic.ts";
import {pdfContradictions} from "../coherent/compare-pdf.ts";
import {figureFinder} from "../coherent/figure-names.ts";
import {refusedPlace} from "../place/place.ts";
import {attachedTo, type PdfFile, readPdf} from "./file.ts";

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
  const attached = attachedTo(pdf, "report.json");
  if (attached === null) throw refusedPlace("the PDF carries no report.json", where, "name a PDF of an edition");
  const json = attached.toString("utf8");
  const report = readReport(json, `${where}: report.json`);
  const {publication, period, date} = report;
  const made = await madePdf(report, paperOf(pdf));
  const find = figureFinder(report);
  const isSame = made?.equals(bytes) ?? false;
  const compared = {file: where, published: bytes, made, json, excuse: null};
  const findings = isSame ? [] : pdfContradictions(compared, find);
  const arithmetic = checkArithmetic(report);
  const hash = sha256(json).match(/.{4}/g)!.join(" ");
  const unsigned = `a PDF carries no signature: its data have the hash ${hash}. Compare it with that of report.json in the SHA256SUMS of the edition of ${period}, or name that edition`;
  const checked = [
    ...(isSame ? ["the same bytes when made again from the report.json that it carries"] : []),
    ...(!isSame && findings.length === 0
      ? ["its pages say what the report.json says that it carries, and print its hash"]
      : []),
    ...(arithmetic.findings.length === 0 ? [arithmetic.checked] : []),
  ];
  const levels = [
    answerOf(1, [], [unchecked(where, unsigned)]),
    answerOf(2, checked, [...findings, ...arithmetic.findings]),
  ];
  return {publication, period, date, levels};
}

/** Letter is 612 points wide. */
function paperOf(pdf: PdfFile): Paper {
  return pdf.numbers.some((number) => /\/MediaBox \[0 0 612\b/.test(pdf.head(number))) ? "letter" : "a4";
}

async function madePdf(report: Report, paper: Paper): Promise<Buffer | null> {
  try {
    return Buffer.from(await editionOutput(outputs.find(({name}) => name === "pdf")!, report, paper));
  } catch (fault) {
    if (fault instanceof UserError) return null;
    throw fault;
  }
}
