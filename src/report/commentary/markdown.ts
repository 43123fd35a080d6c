import type {Block, Inline} from "../report.ts";
import {escapeMarkdown, escapeStart} from "./escape-markdown.ts";

/** The blocks as Markdown; headings stand one below the report's sections. */
export function proseBlocks(blocks: readonly Block[]): string[] {
  return blocks.map(blockText);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case "paragraph":
      return paragraph(block.content);
    case "heading":
      return `### ${block.content.map(inlineText).join("")}`;
    case "quote":
      return indented(proseBlocks(block.blocks).join("\n\n"), "> ", "> ");
    case "list":
      return block.items.map((item, place) => listItem(item, block.start, place)).join("\n");
  }
}

function listItem(item: readonly Block[], start: number | null, place: number): string {
  const mark = start === null ? "- " : `${start + place}. `;
  // A list within an item follows its text at once; an empty line would set all items apart.
  const text = item.map((block, i) => (i === 0 ? "" : block.kind === "list" ? "\n" : "\n\n") + blockText(block));
  return indented(text.join(""), mark, " ".repeat(mark.length));
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, place) => `${place === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}

function paragraph(content: readonly Inline[]): string {
  const [first, ...others] = content;
  // Only the first piece stands at the start of a line, and those after a break.
  return [first === undefined ? "" : lineStart(first), ...others.map((one, i) => afterBreak(one, content[i]))].join("");
}

function afterBreak(inline: Inline, before: Inline | undefined): string {
  return before?.kind === "break" ? lineStart(inline) : inlineText(inline);
}

function lineStart(inline: Inline): string {
  return inline.kind === "text" ? withSpaces(inline.text.trimStart(), escapeStart) : inlineText(inline);
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case "text":
      return withSpaces(inline.text, escapeMarkdown);
    case "code":
      return withSpaces(inline.text, escapeMarkdown);
    case "emphasis":
      return `*${inline.content.map(inlineText).join("")}*`;
    case "strong":
      return `**${inline.content.map(inlineText).join("")}**`;
    case "break":
      return "\\\n";
    case "link":
      return `[${inline.content.map(inlineText).join("")}](<${inline.url.replaceAll(/[<>\\]/g, encodeURIComponent)}>)`;
  }
}

/** Escaped, and with a space at either end where there was one: pieces of a line stand side by side. */
function withSpaces(text: string, escaped: (text: string) => string): string {
  if (text.trim() === "") return text === "" ? "" : " ";
  return `${/^\s/.test(text) ? " " : ""}${escaped(text)}${/\s$/.test(text) ? " " : ""}`;
}
