import type {Token} from "markdown-it";
import {visible} from "../../base/text.ts";

/** Before and after what is emphasised, until lines are broken: signs that nothing is printed for. */
export const openMark = "\u2061";
/** See `openMark`. */
export const closeMark = "\u2062";

/**
 * The text of a paragraph, a heading or a cell, its lines joined.
 *
 * What is typed is emphasised, or stands between backticks where nothing can be. A link to the web has its address behind it; of one to
 * another page the text stays alone. Each word is emphasised by itself, so that a line may be broken between them.
 */
export function writeInline(token: Token, {color}: {readonly color: boolean}): string {
  let text = "";
  const closing: string[] = [];
  let isStrong = false;
  for (const part of token.children ?? []) {
    if (part.type === "text") text += isStrong && color ? mark(visible(part.content)) : visible(part.content);
    else if (part.type === "code_inline") text += color ? mark(visible(part.content)) : `\`${visible(part.content)}\``;
    else if (part.type === "softbreak") text += " ";
    else if (part.type === "hardbreak") text += "\n";
    else if (part.type === "strong_open") isStrong = true;
    else if (part.type === "strong_close") isStrong = false;
    else if (part.type === "link_open") closing.push(addressBehind(String(part.attrGet("href") ?? "")));
    else if (part.type === "link_close") {
      const behind = closing.pop() ?? "";
      if (!text.endsWith(behind.slice(2, -1))) text += behind;
    } else if (part.type === "image") text += visible(part.content);
  }
  return text;
}

function addressBehind(address: string): string {
  return /^https?:/.test(address) ? ` <${visible(address)}>` : "";
}

function mark(text: string): string {
  return text
    .split(" ")
    .map((word) => (word === "" ? "" : `${openMark}${word}${closeMark}`))
    .join(" ");
}
