import {strFromU8, strToU8, unzipSync, type Zippable, zipSync} from "fflate";
import {withEntities} from "../../base/text.ts";

/** What a document says of itself. All text of it has nothing that XML cannot hold. */
export interface CoreProperties {
  readonly title: string;
  readonly author: string;
  readonly description: string;
  /** `de-DE`. */
  readonly language: string;
  /** When it was made and changed: of the report, since no clock is looked at. */
  readonly instant: string;
  readonly isRtl: boolean;
}

/** The least that a ZIP can say, in the time of wherever this runs: it is written without a time zone. */
const modified = () => new Date(1980, 0, 1);

/**
 * The same package with nothing in it that differs from run to run.
 *
 * The library names relations at random, counts bookmarks through all documents of a process, and writes down the time.
 *
 * @param made A document as a ZIP.
 */
export function fixedPackage(made: Uint8Array, properties: CoreProperties): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(made)));
  parts.set("docProps/core.xml", strToU8(corePart(properties)));
  const idByRandom = new Map<string, string>();
  const bookmarks = new Map<string, string>();
  const names = [...parts.keys()].sort(inPackageOrder);
  const entries = names.map((name): [string, Zippable[string]] => {
    const part = parts.get(name)!;
    if (!/\.(xml|rels)$/.test(name)) return [name, [part, {level: 0}]];
    const text = strFromU8(part)
      .replace(/\brId(?!\d+")[\w-]+(?=")/g, (id) => numbered(idByRandom, id, "rIdLink"))
      .replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g, (_, before: string, id: string) => {
        return `${before}${numbered(bookmarks, id, "")}`;
      });
    return [name, strToU8(amended(name, text, properties))];
  });
  return zipSync(Object.fromEntries(entries), {mtime: modified(), level: 6});
}

/** What the library leaves out, or writes too much: a number beside the rule above footnotes. */
function amended(name: string, text: string, {isRtl}: CoreProperties): string {
  switch (name) {
    case "word/document.xml":
      return isRtl ? text.replace("<w:titlePg/>", "<w:titlePg/><w:bidi/>") : text;
    case "word/settings.xml": {
      const rules = '<w:footnote w:id="-1"/><w:footnote w:id="0"/>';
      const ends = '<w:endnote w:id="-1"/><w:endnote w:id="0"/>';
      return text.replace(
        "<w:compat>",
        `<w:footnotePr>${rules}</w:footnotePr><w:endnotePr>${ends}</w:endnotePr><w:compat>`,
      );
    }
    case "word/footnotes.xml":
    case "word/endnotes.xml":
      return text.replace(
        /<w:r>(?:(?!<\/w:r>).)*<w:(?:footnote|endnote)Ref\/><\/w:r>(?=<w:r><w:(?:separator|continuationSeparator)\/>)/g,
        "",
      );
    default:
      return text;
  }
}

/** Readers look for the list of types first; the document comes before what only it names, so that its ids are counted in its order. */
function inPackageOrder(one: string, other: string): number {
  const rank = (name: string) => ["[Content_Types].xml", "_rels/.rels", "word/document.xml"].indexOf(name);
  const [a, b] = [rank(one), rank(other)].map((at) => (at < 0 ? 3 : at)) as [number, number];
  return a === b ? (one < other ? -1 : 1) : a - b;
}

function numbered(known: Map<string, string>, id: string, prefix: string): string {
  const found = known.get(id) ?? `${prefix}${known.size + 1}`;
  known.set(id, found);
  return found;
}

function corePart({title, author, description, language, instant}: CoreProperties): string {
  const text = (name: string, value: string) => `<${name}>${withEntities(value)}</${name}>`;
  const time = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`;
  const names = [
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    'xmlns:dc="http://purl.org/dc/elements/1.1/"',
    'xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:dcmitype="http://purl.org/dc/dcmitype/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ].join(" ");
  const properties = [
    text("dc:title", title),
    text("dc:creator", author),
    text("dc:description", description),
    text("dc:language", language),
    time("created"),
    time("modified"),
  ].join("");
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${names}>${properties}</cp:coreProperties>`;
}
