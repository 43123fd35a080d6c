import Reader, {type Token} from "markdown-it";
import {visible} from "../../base/text.ts";
import {openPaint} from "../text/paint.ts";
import {wrap} from "../text/wrap.ts";
import {closeMark, openMark, writeInline} from "./inline.ts";
import {layCells} from "./table.ts";

const reader = new Reader({html: true});

/** How a page is to be laid out: columns of the terminal, and whether it may be emphasised. */
interface PageOptions {
  readonly width: number;
  readonly color: boolean;
}

/** A page that is wider is read worse. */
const widest = 96;
const narrowest = 30;

/**
 * A page of the documentation for a terminal: headings at the edge, text below them in two columns.
 *
 * Commands and what they print stand as they are; all else is broken to the width.
 */
export function renderManualPage(markdown: string, {width, color}: PageOptions): string {
  const room = Math.max(narrowest, Math.min(widest, width));
  const parts = layBlocks(reader.parse(markdown, {}), room, color);
  return `${parts.map((lines) => lines.map((line) => line.trimEnd()).join("\n")).join("\n\n")}\n`;
}

/** The blocks as lines; headings at the edge, all else two columns in. */
function layBlocks(tokens: readonly Token[], width: number, color: boolean): string[][] {
  const paint = openPaint({color});
  return topBlocks(tokens).flatMap((block) => {
    if (block[0]!.type !== "heading_open") {
      return layBlock(block, width - 2, color).map((lines) => lines.map((line) => emphasize(`  ${line}`, color)));
    }
    const text = writeInline(block[1]!, {color: false}).replaceAll("`", "");
    return [wrap(text, width).map((line) => paint.strong(line))];
  });
}

/** A block's lines; a list or a quotation may give several parts, with an empty line between them. */
function layBlock(block: readonly Token[], width: number, color: boolean): string[][] {
  const [first] = block as [Token];
  switch (first.type) {
    case "paragraph_open":
      return [
        writeInline(block[1]!, {color})
          .split("\n")
          .flatMap((line) => wrap(line, width)),
      ];
    case "fence":
    case "code_block":
      return [
        first.content
          .trimEnd()
          .split("\n")
          .map((line) => `  ${visible(line)}`),
      ];
    case "bullet_list_open":
    case "ordered_list_open":
      return layList(block, width, color);
    case "blockquote_open":
      return layInner(block, width - 2, color).map((lines) => lines.map((line) => `│ ${line}`));
    case "table_open":
      return [layCells(cellsOf(block, color), width)];
    // Marks for what makes the page, and lines across it.
    default:
      return [];
  }
}

function layList(block: readonly Token[], width: number, color: boolean): string[][] {
  const start = block[0]!.attrGet("start");
  const first = block[0]!.type === "ordered_list_open" ? Number(start ?? 1) : null;
  const items = topBlocks(block.slice(1, -1)).map((item, at) => {
    const mark = first === null ? "– " : `${first + at}. `;
    const parts = layInner(item, width - mark.length, color);
    const lines = parts.flatMap((part, place) => (place === 0 ? part : ["", ...part]));
    return lines.map((line, place) => (place === 0 ? mark : " ".repeat(mark.length)) + line);
  });
  const isClose = items.every((lines) => !lines.includes(""));
  return isClose ? [items.flat()] : items;
}

function layInner(block: readonly Token[], width: number, color: boolean): string[][] {
  return topBlocks(block.slice(1, -1)).flatMap((inner) => layBlock(inner, width, color));
}

/** The cells of a table, its heads first. */
function cellsOf(block: readonly Token[], color: boolean): string[][] {
  const rows: string[][] = [];
  for (const token of block) {
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "inline") rows.at(-1)?.push(writeInline(token, {color}));
  }
  return rows;
}

/** The blocks that lie side by side, each with what closes it. */
function topBlocks(tokens: readonly Token[]): Token[][] {
  const blocks: Token[][] = [];
  let depth = 0;
  for (const token of tokens) {
    if (depth === 0) blocks.push([]);
    blocks.at(-1)!.push(token);
    depth += token.nesting;
  }
  return blocks;
}

/** The line with its marks of emphasis as a terminal has them; each line by itself, since a paragraph's may begin on another. */
function emphasize(line: string, color: boolean): string {
  if (!color) return line;
  return line.replaceAll(openMark, "\x1b[1m").replaceAll(closeMark, "\x1b[22m");
}
