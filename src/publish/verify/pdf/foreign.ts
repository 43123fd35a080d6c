import type {PdfFile} from "./file.ts";
import {catalogueOf, fontsOf, pageMarks, pagesOf} from "./pages.ts";
import {
  isDictionary,
  isName,
  isRef,
  type PdfDictionary,
  PdfReader,
  type PdfRef,
  type PdfToken,
  type PdfValue,
} from "./syntax.ts";

/** So many things are named. */
const mostNamed = 12;

/**
 * What does a PDF hold that the one made of the same data does not, though the same text stands in it?
 *
 * What is seen on a page follows from more than its codes: pictures, other pages, notes with a look of their own, layers, letters that are
 * drawn as others, marks that cover others. What Broadsheet writes into no PDF is named by what it is; and marks and fonts have to be the same.
 *
 * @returns Sentences; none where nothing differs but how numbers are rounded.
 * @throws {PdfFault}
 */
export function foreignIn(pdf: PdfFile, made: PdfFile): readonly string[] {
  const own = partsOf(made);
  const parts = partsOf(pdf);
  const foreign = [...parts.names].filter((name) => !own.names.has(name));
  const stray = pdf.numbers.length - parts.reached;
  const isStray = stray > made.numbers.length - own.reached;
  return [
    ...(foreign.length === 0 ? [] : [`it holds what Broadsheet writes into no such PDF: ${listed(foreign)}`]),
    ...(isStray ? [`it holds ${stray} objects to which nothing leads`] : []),
    ...otherMarks(pdf, made),
  ];
}

function listed(names: readonly string[]): string {
  const more = names.length - mostNamed;
  return names.slice(0, mostNamed).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** Keys whose names are chosen freely: of colours, fonts and the like. */
const free = new Set(["Font", "ColorSpace", "ExtGState", "XObject", "Pattern", "Shading", "Properties"]);
/** Keys whose value is a name of its own. */
const named = new Set(["BaseFont", "FontName"]);

/** What kinds of things are there, by what holds them: `Page /Annots`, and to how many objects does something lead? */
function partsOf(pdf: PdfFile): {readonly names: ReadonlySet<string>; readonly reached: number} {
  const names = new Set<string>();
  const seen = new Set<number>();
  const open: {readonly value: PdfValue | undefined; readonly label: string}[] = [
    {value: pdf.trailer, label: "the end"},
  ];
  while (open.length > 0) {
    const {value, label} = open.pop()!;
    if (isRef(value)) {
      if (seen.has(value.ref)) continue;
      seen.add(value.ref);
      open.push({value: pdf.resolve(value), label});
    } else if (Array.isArray(value)) {
      for (const one of value) open.push({value: one as PdfValue, label});
    } else if (isDictionary(value)) {
      const own = labelOf(value, label);
      for (const [key, held] of value) {
        const said = isName(held) && !named.has(key) ? ` ${held.name}` : "";
        names.add(free.has(label) ? `${label} of ${own}${said}` : `/${key}${said} of ${own}`.slice(0, 80));
        open.push({value: held, label: key});
      }
    }
  }
  return {names, reached: seen.size};
}

/** What a dictionary calls itself; what it is found under where it says nothing. */
function labelOf(dictionary: PdfDictionary, key: string): string {
  const said = ["Type", "Subtype", "S"].flatMap((name) => {
    const value = dictionary.get(name);
    return isName(value) ? [value.name] : [];
  });
  return said.length === 0 ? key : said.join(" ");
}

/** Rounding alone moves a mark by less; it is a seventieth of a point. */
const leastMoved = 0.015;

function otherMarks(pdf: PdfFile, made: PdfFile): string[] {
  const [pages, own] = [pagesOf(pdf), pagesOf(made)];
  const [theirFonts, ourFonts] = [fontReader(pdf), fontReader(made)];
  if (pages.length !== own.length) return [`it has ${pages.length} pages, and ${own.length} are made of its data`];
  const drawn = pages.flatMap((page, place) => {
    const [theirs, ours] = [pageMarks(pdf, page), pageMarks(made, own[place]!)];
    return theirs !== null && ours !== null && areAlike(theirs, ours) ? [] : [place + 1];
  });
  const lettered = pages.flatMap((page, place) => {
    const [theirs, ours] = [theirFonts(page), ourFonts(own[place]!)];
    return theirs.length === ours.length && theirs.every((font, at) => font.equals(ours[at]!)) ? [] : [place + 1];
  });
  const boxed = pages.flatMap((page, place) => (boxesOf(pdf, page) === boxesOf(made, own[place]!) ? [] : [place + 1]));
  const say = (numbers: readonly number[], what: string): string[] =>
    numbers.length === 0 ? [] : [`page${numbers.length === 1 ? "" : "s"} ${listed(numbers.map(String))} ${what}`];
  return [
    ...say(drawn, "drawn otherwise than is made of its data"),
    ...say(lettered, "set in other fonts, or in fonts that say other letters than they draw"),
    ...say(boxed, "cut otherwise: of what stands there another part is seen"),
    ...otherTold(pdf, made),
    ...(sameCatalogue(pdf, made) ? [] : ["its catalogue leads to more than pages"]),
  ];
}

/** What a viewer shows above the pages, and a list of files beside the name. */
function otherTold(pdf: PdfFile, made: PdfFile): string[] {
  const [theirs, ours] = [pdf.dictionary(pdf.trailer.get("Info")), made.dictionary(made.trailer.get("Info"))];
  const others = ["Title", "Author", "Subject", "Keywords"].filter((key) => {
    return JSON.stringify(theirs.get(key) ?? null) !== JSON.stringify(ours.get(key) ?? null);
  });
  return others.length === 0 ? [] : [`it tells of itself what its data do not give: ${listed(others)}`];
}

function sameCatalogue(pdf: PdfFile, made: PdfFile): boolean {
  const [theirs, ours] = [catalogueOf(pdf), catalogueOf(made)];
  return theirs.size === ours.size && [...theirs.keys()].every((key) => ours.has(key));
}

/** Do the same words and texts stand there, and numbers that are the same but for rounding? */
function areAlike(theirs: Buffer, ours: Buffer): boolean {
  if (theirs.equals(ours)) return true;
  const [one, other] = [new PdfReader(theirs), new PdfReader(ours)];
  for (;;) {
    const [a, b] = [one.next(), other.next()];
    if (a === null || b === null) return a === b;
    if (!isAlike(a, b)) return false;
  }
}

function isAlike(a: PdfToken, b: PdfToken): boolean {
  if (typeof a === "number" || typeof b === "number") {
    return typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= leastMoved;
  }
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What a page's fonts are made of; a font of many pages is unpacked once. */
function fontReader(pdf: PdfFile): (page: PdfDictionary) => Buffer[] {
  const known = new Map<number, Buffer[]>();
  return (page) => {
    return [...fontsOf(pdf, page).values()].flatMap((font) => {
      const streams = known.get(font.ref) ?? fontBytes(pdf, font);
      known.set(font.ref, streams);
      return streams;
    });
  };
}

/** What a font is made of: letters said, letters drawn. */
function fontBytes(pdf: PdfFile, font: PdfRef): Buffer[] {
  const own = pdf.dictionary(font);
  const [below] = (pdf.resolve(own.get("DescendantFonts")) as readonly PdfValue[] | undefined) ?? [];
  const descriptor = pdf.dictionary(pdf.dictionary(below).get("FontDescriptor"));
  const streams = [own.get("ToUnicode"), ...["FontFile", "FontFile2", "FontFile3"].map((key) => descriptor.get(key))];
  return streams.map((stream) => pdf.stream(stream) ?? Buffer.alloc(0));
}

function boxesOf(pdf: PdfFile, page: PdfDictionary): string {
  const boxes = ["MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "UserUnit"];
  return JSON.stringify(boxes.map((name) => pdf.resolve(page.get(name)) ?? null));
}
