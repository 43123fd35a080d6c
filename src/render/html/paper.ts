import {visible} from "../../base/text.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";
import {headlineOf} from "../content/headline.ts";
import {wordsOf} from "../content/report-words.ts";

/** What stands at the head and the foot of each page of paper: whose report it is, of when, and which page. The first page has the title itself. */
export function pageStyle(report: Report): string {
  const words = wordsOf(report);
  const head = headlineOf(report, "title-of-page");
  const font = "color: #444; font: 7pt sans-serif;";
  return `
@page {
  @top-left { content: ${cssText(head)}; ${font} }
  @bottom-right { content: ${pageNumber(words)}; ${font} }
}
@page :first { @top-left { content: none; } }
`;
}

/** The message with the counters of the page in the place of its numbers. */
function pageNumber(words: Translator): string {
  const [page, pages] = ["\u{e000}", "\u{e001}"];
  const parts = words.t("page-of-pages", {page, pages}).split(/([\u{e000}\u{e001}])/u);
  return parts
    .map((part) => (part === page ? "counter(page)" : part === pages ? "counter(pages)" : cssText(part)))
    .join(" ");
}

/** Text as a string of CSS that can end neither itself nor the style sheet: what is no letter or digit of ASCII is its code, which a space ends. */
function cssText(text: string): string {
  return `"${visible(text).replace(/[^A-Za-z0-9 ]/gu, (letter) => `\\${letter.codePointAt(0)!.toString(16)} `)}"`;
}
