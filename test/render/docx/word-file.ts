import {crc32, inflateRawSync} from "node:zlib";

/** An element of a part, by its name with the prefix; text is in `w:t`. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** A document of a word processor as somebody else reads it: the ZIP by its directory, XML by a parser of its own. */
export class WordFile {
  readonly entries: ReadonlyMap<string, Buffer>;
  readonly names: readonly string[];
  readonly times: ReadonlySet<number>;

  constructor(bytes: Uint8Array) {
    const {entries, times} = unzip(Buffer.from(bytes));
    this.entries = entries;
    this.names = [...entries.keys()];
    this.times = times;
  }

  /** A part as text. */
  text(name: string): string {
    const bytes = this.entries.get(name);
    if (bytes === undefined) throw new Error(`no part ${name}`);
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  }

  part(name: string): Element {
    return parseXml(this.text(name));
  }

  get body(): Element {
    return find(this.part("word/document.xml"), "w:body")[0]!;
  }

  /** What each table has in its cells, row by row; marks of notes are left out. */
  get tables(): string[][][] {
    return find(this.body, "w:tbl").map(cellsOf);
  }

  /** The tables between a heading and the next of its kind or of a higher one, as {@link tables}; the first such heading counts. */
  tablesBelow(style: string, heading: string): string[][][] {
    const {children} = this.body;
    const start = children.findIndex((one) => styleOf(one) === style && textOf(one) === heading);
    if (start < 0) throw new Error(`no heading ${heading}`);
    const rest = children.slice(start + 1);
    const end = rest.findIndex(
      (one) => one.name === "w:p" && /^Heading/.test(styleOf(one) ?? "") && styleOf(one)! <= style,
    );
    return (end < 0 ? rest : rest.slice(0, end)).filter(({name}) => name === "w:tbl").map(cellsOf);
  }

  /** The paragraphs of a style. */
  paragraphs(style: string): string[] {
    return find(this.body, "w:p")
      .filter((one) => styleOf(one) === style)
      .map(textOf);
  }
}

function cellsOf(table: Element): string[][] {
  return table.children
    .filter(({name}) => name === "w:tr")
    .map((row) => row.children.filter(({name}) => name === "w:tc").map(textOf));
}

/** The name of a paragraph's style. */
export function styleOf(paragraph: Element): string | undefined {
  return find(paragraph, "w:pStyle")[0]?.attributes["w:val"];
}

/** Every element of the name within, in the order of the document. */
export function find(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...find(child, name)]);
}

/** The text within, without what is raised: the numbers of notes, the mark of a reported value. */
export function textOf(element: Element): string {
  if (element.name === "w:t") return element.text;
  if (element.name === "w:br") return "\n";
  if (element.name === "w:r" && find(element, "w:vertAlign").length > 0) return "";
  return element.children.map(textOf).join("").replaceAll("\u200e", "");
}

/**
 * XML without what a document never has: comments, sections of raw text, entities of its own.
 *
 * @throws {Error} where it is not well-formed, or holds a character that XML 1.0 has not.
 */
export function parseXml(text: string): Element {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text)) throw new Error("no character of XML");
  const root = {name: "", attributes: {}, children: [] as Element[], text: ""};
  const open: {name: string; attributes: Record<string, string>; children: Element[]; text: string}[] = [root];
  let at = text.startsWith("<?xml") ? text.indexOf("?>") + 2 : 0;
  const token = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (found === null) throw new Error(`not well-formed: ${text.slice(at, at + 80)}`);
    at = token.lastIndex;
    const [, close, name = "", attributes = "", empty, content] = found;
    const top = open.at(-1)!;
    if (content !== undefined) top.text += decoded(content);
    else if (close) {
      if (top.name !== name) throw new Error(`</${name}> ends <${top.name}>`);
      open.pop();
    } else {
      const element = {name, attributes: attributesOf(attributes), children: [], text: ""};
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error("not one element that is closed");
  return root.children[0]!;
}

function attributesOf(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name!, decoded(value!)] as const);
  const attributes = Object.fromEntries(found);
  if (Object.keys(attributes).length !== found.length) throw new Error(`an attribute twice: ${text}`);
  return attributes;
}

const named: Readonly<Record<string, string>> = {lt: "<", gt: ">", amp: "&", quot: '"', apos: "'", "#39": "'"};

function decoded(text: string): string {
  return text.replace(/&([^;&\s]*);?/g, (whole, name: string) => {
    const character = named[name];
    if (character === undefined || !whole.endsWith(";")) throw new Error(`no entity of XML: ${whole}`);
    return character;
  });
}

function unzip(bytes: Buffer): {entries: Map<string, Buffer>; times: Set<number>} {
  const entries = new Map<string, Buffer>();
  const times = new Set<number>();
  const end = bytes.lastIndexOf(Buffer.from("504b0506", "hex"));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, time, sum] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 12), bytes.readUInt32LE(at + 16)];
    const [packed, name, extra, remark] = [20, 28, 30, 32].map((i) =>
      i === 20 ? bytes.readUInt32LE(at + i) : bytes.readUInt16LE(at + i),
    ) as [number, number, number, number];
    const local = bytes.readUInt32LE(at + 42);
    const path = bytes.toString("utf8", at + 46, at + 46 + name);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    const whole = method === 0 ? content : inflateRawSync(content);
    if (crc32(whole) !== sum) throw new Error(`${path} is damaged`);
    if (entries.has(path)) throw new Error(`${path} is there twice`);
    entries.set(path, whole);
    times.add(time);
    at += 46 + name + extra + remark;
  }
  return {entries, times};
}
