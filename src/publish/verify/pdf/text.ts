import type {PdfFile} from "./file.ts";

/** The text of a PDF, page by page: one line for each run of letters that was set at once, in the order of the file. */
export function textOfPages(pdf: PdfFile): readonly (readonly string[])[] {
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  const lettersOf = (number: string): ReadonlyMap<string, string> => {
    const known = fonts.get(number);
    if (known !== undefined) return known;
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(pdf.head(Number(number)))?.[1];
    const letters = lettersIn(unicode === undefined ? "" : (pdf.stream(Number(unicode))?.toString("latin1") ?? ""));
    fonts.set(number, letters);
    return letters;
  };
  const kids = pagesOf(pdf);
  return kids.map((page) => {
    const head = pdf.head(page);
    const own = new Map(
      [...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, number]) => [name!, lettersOf(number!)]),
    );
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1];
    const stream = contents === undefined ? null : pdf.stream(Number(contents));
    return stream === null ? [] : runsIn(stream.toString("latin1"), own);
  });
}

/** The pages in their order. */
function pagesOf(pdf: PdfFile): number[] {
  const root = pdf.numbers.map((number) => pdf.head(number)).find((head) => /\/Type \/Pages\b/.test(head));
  const kids = /\/Kids \[([\d R\s]*)\]/.exec(root ?? "")?.[1] ?? "";
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

/** Which letters does a font have under which codes? */
function lettersIn(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, block] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, text] of block!.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>/g)) {
      letters.set(code!.toLowerCase(), textOf(text!));
    }
  }
  for (const [, block] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from, until, first] of block!.matchAll(
      /<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>/g,
    )) {
      const [start, end, letter] = [from, until, first].map((hex) => Number.parseInt(hex!, 16)) as [
        number,
        number,
        number,
      ];
      for (let code = start; code <= end; code++) {
        letters.set(code.toString(16).padStart(4, "0"), String.fromCharCode(letter + code - start));
      }
    }
  }
  return letters;
}

function textOf(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join("");
}

const step = /\/(f\d+) [\d.]+ Tf|\bBT\b|\bET\b|\(|<([0-9A-Fa-f]+)>(?!>)/g;

function runsIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const runs: string[] = [];
  const steps = new RegExp(step);
  let letters: ReadonlyMap<string, string> = new Map();
  let run = "";
  let isText = false;
  for (let found = steps.exec(content); found !== null; found = steps.exec(content)) {
    const [mark, font, hex] = found;
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    else if (mark === "(") {
      const end = endOfLiteral(content, found.index);
      if (isText) run += decoded(hexOf(content.slice(found.index + 1, end)), letters);
      steps.lastIndex = end + 1;
    } else if (hex !== undefined) run += isText ? decoded(hex, letters) : "";
    else {
      if (isText && run !== "") runs.push(run);
      [run, isText] = ["", mark === "BT"];
    }
  }
  return runs;
}

/** Where does the text in brackets end that begins there? Brackets in it that belong together stand as they are. */
function endOfLiteral(content: string, start: number): number {
  let depth = 0;
  for (let at = start; at < content.length; at++) {
    const sign = content[at];
    if (sign === "\\") at++;
    else if (sign === "(") depth++;
    else if (sign === ")" && --depth === 0) return at;
  }
  return content.length;
}

function decoded(hex: string, letters: ReadonlyMap<string, string>): string {
  return (hex.toLowerCase().match(/.{4}/g) ?? []).map((code) => letters.get(code) ?? "\ufffd").join("");
}

const escapes: Readonly<Record<string, string>> = {n: "\n", r: "\r", t: "\t", b: "\b", f: "\f"};

function hexOf(literal: string): string {
  const bytes = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => {
    return /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8) & 0xff) : (escapes[code] ?? code);
  });
  return Buffer.from(bytes, "latin1").toString("hex");
}

/** The hash that is printed on the pages in groups of four, 64 digits; null where there is none, or pages have several. */
export function printedHash(pages: readonly (readonly string[])[]): string | null {
  const found = pages.flatMap((runs) => {
    return [...runs.join(" ").matchAll(/\b(?:[0-9a-f]{4}\s+){15}[0-9a-f]{4}\b/g)].map(([text]) =>
      text.replace(/\s+/g, ""),
    );
  });
  const hashes = new Set(found);
  return hashes.size === 1 ? found[0]! : null;
}
