import {ZipRefused} from "./zip.ts";

/** A tag of an XML text: where it begins, and where what follows it does. */
export interface XmlTag {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** No program writes a longer tag, the first one with all its names of schemas included. */
const longestTag = 1 << 14;
const mostTags = 20_000_000;
const deepest = 200;

/**
 * The tags of an XML text, in order, in one pass over it: comments, instructions and marked text are passed over.
 *
 * @throws {ZipRefused} where it declares a document type (whose entities may stand for anything), is nested too deeply, or is none.
 */
export function* tagsOf(text: string): Generator<XmlTag> {
  let depth = 0;
  let count = 0;
  for (let start = text.indexOf("<"); start !== -1; ) {
    let end: number;
    if (text.startsWith("<!--", start)) end = behind("-->", start + 4, text);
    else if (text.startsWith("<![CDATA[", start)) end = behind("]]>", start, text);
    else if (text.startsWith("<?", start)) end = behind("?>", start, text);
    else if (text.startsWith("<!", start)) {
      throw new ZipRefused(
        "the file declares entities of its own, as no spreadsheet does",
        "save it again, as .xlsx or .ods",
      );
    } else {
      end = tagEnd(text, start);
      depth += text[start + 1] === "/" ? -1 : text[end - 2] === "/" ? 0 : 1;
      if (depth > deepest || ++count > mostTags) throw damagedXml();
      yield {start, end, text: text.slice(start, end)};
    }
    start = text.indexOf("<", end);
  }
}

/** Is the content of a file XML that may be handed to a library? Other content is not looked at. */
export function checkXml(content: Buffer): void {
  const begin = content.subarray(0, 3).equals(Buffer.from("\ufeff")) ? 3 : 0;
  const isWide = content[0] === 0xff || content[0] === 0xfe;
  if (!isWide && content.toString("latin1", begin, begin + 200).trimStart()[0] !== "<") return;
  // In any other encoding than UTF-8, what is declared could not be seen.
  if (isWide || content.includes(0)) throw damagedXml();
  for (const _ of tagsOf(content.toString("latin1")));
}

function behind(mark: string, from: number, text: string): number {
  const at = text.indexOf(mark, from);
  if (at === -1) throw damagedXml();
  return at + mark.length;
}

/** Where a tag ends; a `>` in quotes does not end it. */
function tagEnd(text: string, start: number): number {
  let quote = "";
  const last = Math.min(text.length, start + longestTag);
  for (let at = start + 1; at < last; at++) {
    const character = text[at]!;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at + 1;
    else if (character === "<") break;
  }
  throw damagedXml();
}

function damagedXml(): ZipRefused {
  return new ZipRefused("the file is no spreadsheet, or damaged", "save it again, as .xlsx or .ods");
}
