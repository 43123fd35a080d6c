import {strFromU8, unzipSync} from "fflate";
import {withEntities} from "../../base/text.ts";
import {packed} from "../packed.ts";

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

/**
 * The same package with nothing in it that differs from run to run.
 *
 * The library names relations at random, counts bookmarks through all documents of a process, and writes down the time.
 *
 * @param made A document as a ZIP.
 */
export function fixedPackage(made: Uint8Array, properties: CoreProperties): Uint8Array {
  const parts = new Map<string, string | Uint8Array>(Object.entries(unzipSync(made)));
  parts.set("docProps/core.xml", corePart(properties));
  const idByRandom = new Map<string, string>();
  const bookmarks = new Map<string, string>();
  const names = [...parts.keys()].sort(inPackageOrder);
  const isText = (name: string): boolean => /\.(xml|rels)$/.test(name);
  const entries = names.map((name): [string, string | Uint8Array] => {
    const part = parts.get(name)!;
    if (!isText(name)) return [name, part];
    const text = (typeof part === "string" ? part : strFromU8(part))
      .replace(/\brId(?!\d+")[\w-]+(?=")/g, (id) => numbered(idByRandom, id, "rIdLink"))
      .replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g, (_, before: string, id: string) => {
        return `${before}${numbered(bookmarks, id, "")}`;
      });
    return [name, amended(name, text, properties)];
  });
  // Pictures are packed as they are.
  return packed(
    new Map(entries),
    names.filter((name) => !isText(name)),
  );
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
