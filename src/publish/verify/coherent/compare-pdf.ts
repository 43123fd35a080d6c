import {UserError} from "../../../base/error.ts";
import {sha256} from "../../../base/sha256.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import {readPdf} from "../pdf/file.ts";
import {foreignIn} from "../pdf/foreign.ts";
import {type AttachedFile, attachedTo} from "../pdf/pages.ts";
import {PdfFault} from "../pdf/syntax.ts";
import {printedHash, textOfPages} from "../pdf/text.ts";
import {compareLines, withoutFigures} from "./compare-lines.ts";
import type {FigureFinder} from "./figure-names.ts";

/** A PDF that has other bytes than are made now. */
export interface ComparedPdf {
  readonly file: string;
  readonly published: Buffer;
  /** As it is made now; null where no PDF can be set on this machine. */
  readonly made: Buffer | null;
  /** The text of the report's JSON that it has to carry. */
  readonly json: string;
  /** Why the bytes may be others: another version; null where there is no such reason. */
  readonly excuse: string | null;
}

/**
 * Does a PDF say what `report.json` says: the data that it carries, the hash that it prints, its text?
 *
 * Bytes may differ from machine to machine. What is read on its pages may not.
 */
export function comparePdf(compared: ComparedPdf, find: FigureFinder): Finding[] {
  const found = pdfContradictions(compared, find);
  if (found.length > 0) return found;
  const {file, excuse} = compared;
  const other = `it has other bytes than it is made of here, and the same text and data: ${excuse ?? "set on another kind of machine, or written anew"}`;
  return [unchecked(file, other)];
}

/** The same without a word on the bytes: none where its text, its data and all that is drawn are right. */
export function pdfContradictions({file, published, made, json, excuse}: ComparedPdf, find: FigureFinder): Finding[] {
  try {
    const pdf = readPdf(published, file);
    const [attached, pages] = [attachedTo(pdf), textOfPages(pdf)];
    const data = [...dataFindings(file, attached, json), ...hashFindings(file, pages, json)];
    if (made === null)
      return [
        ...data,
        unchecked(
          file,
          "its pages: none are set here to compare them with, because this machine cannot or because the report is larger than is set again",
        ),
      ];
    const own = readPdf(made, file);
    // Another version sets another number of pages.
    const lines = (all: readonly (readonly string[])[]): string =>
      (excuse === null ? all : withoutRunning(all)).flat().join("\n");
    const text = {file, published: lines(pages), made: lines(textOfPages(own)), excuse};
    const isLarger = text.published.length > 2 * text.made.length + 100_000;
    const found = isLarger ? [differs(file, "it says more by far than its data")] : compareLines(text, find);
    // Who sees a page sees more than the codes of its text.
    const foreign = found.length > 0 ? [] : foreignIn(pdf, own);
    const open = foreign.map((cause) => unchecked(file, excuse === null ? cause : `${cause}; ${excuse}`));
    return [...data, ...found.map((one) => ({...one, file})), ...open];
  } catch (fault) {
    if (fault instanceof PdfFault) return [unchecked(file, `the PDF ${fault.message}`)];
    if (!(fault instanceof UserError)) throw fault;
    return [differs(file, fault.message)];
  }
}

/** Pages without the lines that stand on each of them, whatever their numbers: heads and feet. */
function withoutRunning(pages: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first, ...further] = pages.map((page) => new Set(page.map(withoutFigures)));
  const running = further.reduce((shared, page) => shared.intersection(page), first ?? new Set<string>());
  return pages.length < 2 ? pages : pages.map((page) => page.filter((line) => !running.has(withoutFigures(line))));
}

function dataFindings(file: string, attached: readonly AttachedFile[], json: string): Finding[] {
  const [first] = attached;
  if (first === undefined) return [differs(file, "it carries no report.json")];
  if (attached.length > 1) {
    return [
      unchecked(file, `it carries ${attached.length} files, and a PDF of Broadsheet one: a viewer may show another`),
    ];
  }
  const isSame = first.name === "report.json" && first.content?.toString("utf8") === json;
  return isSame ? [] : [differs(file, "the report.json that it carries is another")];
}

function hashFindings(file: string, pages: readonly (readonly string[])[], json: string): Finding[] {
  const [printed, now] = [printedHash(pages), sha256(json)];
  if (printed === null) return [differs(file, "it prints no hash of its data, or several")];
  if (printed === now) return [];
  return [differs(file, "the hash that it prints is not that of report.json", {published: printed, now})];
}
