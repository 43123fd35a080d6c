import type {PdfFile} from "./file.ts";
import {fontsOf, pageMarks, pagesOf} from "./pages.ts";
import {isText, PdfFault, PdfReader, wordOf} from "./syntax.ts";

type Letters = ReadonlyMap<string, string>;

/**
 * The text of a PDF, page by page: one line for each run of letters that was set at once, in the order of the file.
 *
 * Says which codes stand there and what the fonts say that they mean, and not what is seen: of that see `foreign.ts`.
 *
 * @throws {PdfFault}
 */
export function textOfPages(pdf: PdfFile): readonly (readonly string[])[] {
  const known = new Map<number, Letters>();
  const lettersOf = (font: number): Letters => {
    const letters = known.get(font) ?? lettersIn(pdf.stream(pdf.dictionary({ref: font}).get("ToUnicode")));
    known.set(font, letters);
    return letters;
  };
  return pagesOf(pdf).map((page) => {
    const marks = pageMarks(pdf, page);
    if (marks === null) return [];
    const own = new Map([...fontsOf(pdf, page)].map(([name, {ref}]) => [name, lettersOf(ref)]));
    return runsIn(marks, own);
  });
}

/** A font has at most so many letters, each by a code of two bytes. */
const mostLetters = 65_536;

/** Which letters does a font have under which codes? */
function lettersIn(map: Buffer | null): Letters {
  const letters = new Map<string, string>();
  if (map === null) return letters;
  let steps = 0;
  const add = (code: string, text: string): void => {
    if (++steps > 2 * mostLetters) throw new PdfFault(`has a font of more than ${mostLetters} letters`);
    letters.set(code, text);
  };
  const reader = new PdfReader(map);
  let texts: string[] = [];
  for (let token = reader.next(); token !== null; token = reader.next()) {
    const word = wordOf(token);
    if (isText(token)) texts.push(token.text);
    else if (word !== null) {
      if (word === "endbfchar") {
        for (let place = 0; place + 1 < texts.length; place += 2) add(texts[place]!, textOf(texts[place + 1]!));
      } else if (word === "endbfrange") {
        for (let place = 0; place + 2 < texts.length; place += 3) {
          const [from, until, first] = [codeOf(texts[place]!), codeOf(texts[place + 1]!), codeOf(texts[place + 2]!)];
          for (let code = from; code <= until; code++) add(pair(code), String.fromCharCode(first + code - from));
        }
      }
      if (word !== "[" && word !== "]") texts = [];
    }
  }
  return letters;
}

function codeOf(two: string): number {
  return (two.charCodeAt(0) << 8) | two.charCodeAt(1);
}

function pair(code: number): string {
  return String.fromCharCode(code >> 8, code & 0xff);
}

/** UTF-16, the first byte first. */
function textOf(bytes: string): string {
  return (bytes.match(/[\s\S]{2}/g) ?? []).map((two) => String.fromCharCode(codeOf(two))).join("");
}

function runsIn(marks: Buffer, fonts: ReadonlyMap<string, Letters>): string[] {
  const runs: string[] = [];
  const reader = new PdfReader(marks);
  let letters: Letters = new Map();
  let font: string | null = null;
  let run: string[] = [];
  let isInText = false;
  for (let token = reader.next(); token !== null; token = reader.next()) {
    if (typeof token === "number") continue;
    if ("name" in token) font = token.name;
    else if ("text" in token) {
      if (isInText) run.push(decoded(token.text, letters));
    } else if (token.word === "Tf") letters = fonts.get(font ?? "") ?? new Map();
    else if (token.word === "BT" || token.word === "ET") {
      if (isInText && run.length > 0) runs.push(run.join(""));
      [run, isInText] = [[], token.word === "BT"];
    }
  }
  return runs;
}

function decoded(codes: string, letters: Letters): string {
  return (codes.match(/[\s\S]{2}/g) ?? []).map((code) => letters.get(code) ?? "\ufffd").join("");
}

/** The hash that is printed on the pages in groups of four, 64 digits; null where there is none, or pages have several. */
export function printedHash(pages: readonly (readonly string[])[]): string | null {
  const found = pages.flatMap((runs) => {
    const all = [...runs.join(" ").matchAll(/\b(?:[0-9a-f]{4}\s{1,9}){15}[0-9a-f]{4}\b/g)];
    return all.map(([text]) => text.replace(/\s+/g, ""));
  });
  const hashes = new Set(found);
  return hashes.size === 1 ? found[0]! : null;
}
