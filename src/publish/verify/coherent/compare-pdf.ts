import {UserError} from "../../../base/error.ts";
import {sha256} from "../../../base/sha256.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import {attachedTo, readPdf} from "../pdf/file.ts";
import {printedHash, textOfPages} from "../pdf/text.ts";
import {compareLines} from "./compare-lines.ts";
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

/** The same without a word on the bytes: none where its text and data are right. */
export function pdfContradictions({file, published, made, json, excuse}: ComparedPdf, find: FigureFinder): Finding[] {
  try {
    const pdf = readPdf(published, file);
    const [attached, pages] = [attachedTo(pdf, "report.json"), textOfPages(pdf)];
    const printed = printedHash(pages);
    const data = [
      ...(attached === null ? [differs(file, "it carries no report.json")] : []),
      ...(attached !== null && attached.toString("utf8") !== json
        ? [differs(file, "the report.json that it carries is another")]
        : []),
      ...(printed === null ? [differs(file, "it prints no hash of its data, or several")] : []),
      ...(printed !== null && printed !== sha256(json)
        ? [differs(file, "the hash that it prints is not that of report.json", {published: printed, now: sha256(json)})]
        : []),
    ];
    if (made === null)
      return [...data, unchecked(file, "its text: no PDF can be set on this machine to compare it with")];
    const lines = (all: readonly (readonly string[])[]): string => all.flat().join("\n");
    const text = {file, published: lines(pages), made: lines(textOfPages(readPdf(made, file))), excuse};
    const found = compareLines(text, find).map((one) => ({...one, file}));
    return [...data, ...found];
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
    return [differs(file, fault.message)];
  }
}
