import {programInKeywords} from "../../../render/pdf/program-keyword.ts";
import type {PdfFile} from "./file.ts";
import {isDictionary, isName, isRef, isText, type PdfDictionary, PdfFault, type PdfRef} from "./syntax.ts";

/** A report has some dozens. */
const mostPages = 2_000;

/** What a viewer begins with: the catalogue that the end of the file names. */
export function catalogueOf(pdf: PdfFile): PdfDictionary {
  return pdf.dictionary(pdf.trailer.get("Root"));
}

/**
 * The pages in the order in which they are seen: those of the tree that the catalogue names.
 *
 * @throws {PdfFault} where one stands in it twice, or there are more than in any report.
 */
export function pagesOf(pdf: PdfFile): readonly PdfDictionary[] {
  const seen = new Set<number>();
  const pages: PdfDictionary[] = [];
  const open = [catalogueOf(pdf).get("Pages")];
  while (open.length > 0) {
    const next = open.pop();
    if (!isRef(next)) throw new PdfFault("has a page that is no object");
    if (seen.has(next.ref)) throw new PdfFault("shows a page twice");
    seen.add(next.ref);
    const node = pdf.dictionary(next);
    const kids = pdf.resolve(node.get("Kids"));
    const type = node.get("Type");
    if (Array.isArray(kids)) open.push(...kids.slice(0, mostPages + 1).reverse());
    else if (isName(type) && type.name === "Page") pages.push(node);
    else throw new PdfFault("has something else than a page among its pages");
    if (seen.size + open.length > mostPages)
      throw new PdfFault(`is larger than any of a report: more than ${mostPages} pages`);
  }
  return pages;
}

/** A file that is attached to a PDF. */
export interface AttachedFile {
  readonly name: string;
  /** What it holds; null where that is written as Broadsheet writes none. */
  readonly content: Buffer | null;
}

/** What is attached, as the catalogue lists it. */
export function attachedTo(pdf: PdfFile): readonly AttachedFile[] {
  const names = pdf.dictionary(pdf.dictionary(catalogueOf(pdf).get("Names")).get("EmbeddedFiles"));
  const listed = pdf.resolve(names.get("Names"));
  const all = Array.isArray(listed) ? listed : [];
  return all.flatMap((own, place) => {
    if (place % 2 === 1) return [];
    const specification = pdf.dictionary(all[place + 1]);
    const file = pdf.dictionary(specification.get("EF")).get("F");
    return isText(own) ? [{name: own.text, content: isRef(file) ? pdf.stream(file) : null}] : [];
  });
}

/** By which program is it made, as it says: SHA-256 of the program's files. null where it does not say, as of older versions. */
export function programOf(pdf: PdfFile): string | null {
  const said = pdf.dictionary(pdf.trailer.get("Info")).get("Keywords");
  return isText(said) ? programInKeywords(said.text) : null;
}

/** What the page's marks are made with: fonts by their names. */
export function fontsOf(pdf: PdfFile, page: PdfDictionary): ReadonlyMap<string, PdfRef> {
  const fonts = pdf.dictionary(pdf.dictionary(page.get("Resources")).get("Font"));
  return new Map([...fonts].flatMap(([name, font]) => (isRef(font) ? [[name, font] as const] : [])));
}

/** The marks of a page; null where they are written as Broadsheet writes none. */
export function pageMarks(pdf: PdfFile, page: PdfDictionary): Buffer | null {
  const contents = page.get("Contents");
  return isRef(contents) && isDictionary(pdf.resolve(contents)) ? pdf.stream(contents) : null;
}
