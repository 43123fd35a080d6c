import {fileURLToPath} from "node:url";
import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import type {PdfDocument} from "./document.ts";
import {loadFonts} from "./fonts.ts";

type Typst = typeof import("@myriaddreamin/typst-ts-node-compiler");

/** What a PDF promises: an archive's copy with its data inside, or a page that everybody can have read out. */
export type PdfStandard = "a-3a" | "ua-1";

/** What is to be set. */
export interface SettingTask {
  readonly document: PdfDocument;
  /** Of the report; it is attached. */
  readonly json: string;
  readonly standard: PdfStandard;
}

const folder = fileURLToPath(new URL("./template/", import.meta.url));

/**
 * Loads the typesetter, which is a program of its own for each kind of machine.
 *
 * @throws {UserError} PDF_UNAVAILABLE where there is none for this machine.
 */
export async function loadTypst(): Promise<Typst> {
  try {
    return await import("@myriaddreamin/typst-ts-node-compiler");
  } catch {
    throw new UserError(
      "PDF_UNAVAILABLE",
      "the typesetter of the PDF is not installed for this machine",
      "install Broadsheet again without leaving optional packages out, or take the report as html and print that",
    );
  }
}

let kept: InstanceType<Typst["NodeCompiler"]> | null = null;

/** The one that sets all documents: it knows the fonts, and nothing of one document once the next is set. */
export function compilerOf(typst: Typst): InstanceType<Typst["NodeCompiler"]> {
  kept ??= typst.NodeCompiler.create({workspace: folder, fontArgs: [{fontBlobs: [...loadFonts().files]}]});
  return kept;
}

/**
 * Sets a document.
 *
 * The template is the only source that is compiled. What the document says comes to it as data; it reads no file, asks no server, and
 * knows no font but ours.
 *
 * @throws {UserError} PDF_GLYPH_MISSING
 */
export function compilePdf(typst: Typst, {document, json, standard}: SettingTask): Uint8Array {
  const compiler = compilerOf(typst);
  const inputs = {document: JSON.stringify(document), report: json};
  // Of what was set before nothing stays; whoever waits for this document does not wait until it is forgotten.
  compiler.evictCache(0);
  const compiled = compiler.compile({mainFilePath: `${folder}main.typ`, inputs});
  const {result} = compiled;
  if (!result)
    throw new Error(`the template cannot be set: ${JSON.stringify(compiled.takeError()?.shortDiagnostics ?? [])}`);
  try {
    return compiler.pdf(result, {pdfStandard: standard});
  } catch (fault) {
    throw toldOtherwise(String((fault as Error).message));
  }
}

/** What the typesetter says is the print of one of its own values. */
function toldOtherwise(message: string): Error {
  const [, text, font] = /the text `([^`]*)` could not be displayed with font `?([^`"]*)/.exec(message) ?? [];
  if (text === undefined)
    return new Error(
      `the PDF does not keep its standard: ${[...message.matchAll(/message: "([^"]*)"/g)].map(([, said]) => said).join("; ")}`,
    );
  const help = "write it in other letters, or take the report as html, which is printed with the reader's own fonts";
  return new UserError("PDF_GLYPH_MISSING", `"${visible(text)}" cannot be set: ${font} has no such letter`, help);
}
