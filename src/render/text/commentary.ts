import {visible} from "../../base/text.ts";
import type {Block, Inline, Report} from "../../report/report.ts";
import {wordsOf} from "../content/report-words.ts";
import type {Paint} from "./paint.ts";
import {type Indent, widthOf, wrap} from "./wrap.ts";

/** The publisher's own words on the terminal, each block by itself; none where there are none. */
export function commentaryParts(report: Report, width: number, paint: Paint): string[][] {
  const {commentary} = report;
  if (commentary === null) return [];
  const {title, by, date} = commentary;
  const words = wordsOf(report);
  const heading = wrap(visible(title ?? words.t("section.commentary")), width).map((line) => paint.strong(line));
  const byline = wrap(visible(words.t("by-and-date", {by, date: words.day(date)})), width);
  return [[...heading, ...byline], ...commentary.blocks.map((block) => blockLines(block, width, paint))];
}

function blockLines(block: Block, width: number, paint: Paint): string[] {
  switch (block.kind) {
    case "paragraph":
      return proseLines(block.content, width);
    case "heading":
      return proseLines(block.content, width).map((line) => paint.strong(line));
    case "quote":
      return within(block.blocks, {first: "  ", rest: "  "}, width, paint);
    case "list":
      return block.items.flatMap((item, place) => {
        const first = block.start === null ? "– " : `${block.start + place}. `;
        return within(item, {first, rest: " ".repeat(widthOf(first))}, width, paint);
      });
  }
}

function within(blocks: readonly Block[], {first, rest}: Indent, width: number, paint: Paint): string[] {
  const room = width - widthOf(first);
  // Whatever is in a list in a quotation in a list has room for no further indent.
  if (room < 20) return blocks.flatMap((block) => blockLines(block, width, paint));
  return blocks
    .flatMap((block) => blockLines(block, room, paint))
    .map((line, place) => `${place === 0 ? first : rest}${line}`);
}

function proseLines(content: readonly Inline[], width: number): string[] {
  return content
    .map(inlineText)
    .join("")
    .split("\n")
    .flatMap((line) => wrap(visible(line.trim()), width));
}

function inlineText(inline: Inline): string {
  switch (inline.kind) {
    case "text":
    case "code":
      return inline.text.replaceAll("\n", " ");
    case "break":
      return "\n";
    case "link": {
      const text = inline.content.map(inlineText).join("");
      return text === inline.url ? text : `${text} (${inline.url})`;
    }
    default:
      return inline.content.map(inlineText).join("");
  }
}
