/** A post of another forum, taken apart: text, or something around others. */
export type ForeignNode = string | ForeignElement;

/** What stands around text there. */
export interface ForeignElement {
  readonly tag: "strong" | "em" | "code" | "pre" | "a" | "quote" | "ul" | "ol" | "li" | "p" | "br" | "plain";
  /** Where a link leads, or who is quoted; "" where it says neither. */
  about: string;
  readonly within: ForeignNode[];
}

/** Quotes in quotes, lists in lists: what lies deeper than this is drawn as it was typed, so it is laid flat. */
const deepest = 6;

const blocks: ReadonlySet<string> = new Set(["pre", "quote", "ul", "ol", "li", "p"]);
const emphasis: Readonly<Record<string, string>> = {strong: "**", em: "*"};

/** An element that things are put into. */
export function elementOf(tag: ForeignElement["tag"], about = ""): ForeignElement {
  return {tag, about, within: []};
}

/** The same in the marks of this forum. */
export function ownMarks(nodes: readonly ForeignNode[]): string {
  return blocksOf(nodes, 0).join("\n\n");
}

function blocksOf(nodes: readonly ForeignNode[], depth: number): string[] {
  const made: string[] = [];
  let line = "";
  const endLine = (): void => {
    for (const paragraph of line.split(/\n[ \t]*\n\s*/)) {
      const text = paragraph
        .split("\n")
        .map((one) => one.trim())
        .join("\n")
        .trim();
      if (text !== "") made.push(withoutLineMarks(text));
    }
    line = "";
  };
  for (const node of nodes) {
    if (typeof node === "string" || !hasBlock(node)) line += inlineOf(node);
    else {
      endLine();
      made.push(...blockOf(node, depth));
    }
  }
  endLine();
  return made;
}

function hasBlock(node: ForeignElement): boolean {
  return (
    blocks.has(node.tag) || (node.tag !== "code" && node.within.some((one) => typeof one !== "string" && hasBlock(one)))
  );
}

function blockOf(node: ForeignElement, depth: number): string[] {
  const {tag, about, within} = node;
  if (tag === "pre") return [fenced(textOf(within))];
  if (depth >= deepest) return blocksOf(within, depth);
  if (tag === "quote") {
    const by = about === "" ? [] : [`${escaped(about)}:`];
    const quoted = [...by, ...blocksOf(within, depth + 1)].join("\n\n");
    return quoted === "" ? [] : [prefixed(quoted, "> ", "> ")];
  }
  if (tag === "ul" || tag === "ol") {
    const items = within.filter((one) => typeof one !== "string" && one.tag === "li") as ForeignElement[];
    const lines = items.map((item, place) => {
      const mark = tag === "ol" ? `${place + 1}. ` : "- ";
      return prefixed(blocksOf(item.within, depth + 1).join("\n\n"), mark, " ".repeat(mark.length));
    });
    return lines.length === 0 ? blocksOf(within, depth) : [lines.join("\n")];
  }
  return blocksOf(within, depth);
}

function inlineOf(node: ForeignNode): string {
  if (typeof node === "string") return escaped(node);
  const {tag, about, within} = node;
  if (tag === "br") return "\n";
  if (tag === "code") return codeInline(textOf(within));
  const inner = within.map(inlineOf).join("");
  if (tag === "a") return linked(inner, about);
  const mark = emphasis[tag];
  // Marks hold where they stand at a word, and within one paragraph.
  if (mark === undefined || inner.trim() === "" || /\n\s*\n/.test(inner)) return inner;
  const [before, after] = [inner.length - inner.trimStart().length, inner.trimEnd().length];
  return `${inner.slice(0, before)}${mark}${inner.trim()}${mark}${inner.slice(after)}`;
}

function linked(inner: string, address: string): string {
  const text = inner.trim();
  if (!/^https?:\/\/[^\s<>()\\]+$/i.test(address)) return address === "" ? inner : `${inner} (${escaped(address)})`;
  return text === "" || text === address ? address : `[${text.replace(/\s+/g, " ")}](${address})`;
}

function codeInline(code: string): string {
  const text = code
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
  const mark = "`".repeat(longestRun(text) + 1);
  const room = /^`|`$/.test(text) ? " " : "";
  return text.trim() === "" ? "" : `${mark}${room}${text}${room}${mark}`;
}

function fenced(code: string): string {
  const mark = "`".repeat(Math.max(3, longestRun(code) + 1));
  return `${mark}\n${code.replace(/^\n+/, "").trimEnd()}\n${mark}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

function prefixed(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, place) => `${place === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}

function textOf(nodes: readonly ForeignNode[]): string {
  return nodes
    .map((node) => (typeof node === "string" ? node : node.tag === "br" ? "\n" : textOf(node.within)))
    .join("");
}

/** Text so that none of it is a mark here; an address that is written out stays a link. */
export function escaped(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"[\]]+)/i)
    .map((part, place) =>
      place % 2 === 1 ? part : part.replace(/[\\`*[\]]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\$&"),
    )
    .join("");
}

/** What begins a quote, a list or a block of code at the beginning of a line. */
function withoutLineMarks(text: string): string {
  return text.replace(
    /^([>~+-])|^(\d{1,9})([.)])(?=\s|$)/gm,
    (_, mark: string | undefined, digits: string, dot: string) =>
      mark === undefined ? `${digits}\\${dot}` : `\\${mark}`,
  );
}
