import type {Block, Inline, Report} from "../../../report/report.ts";
import {wordsOf} from "../../content/report-words.ts";
import type {LineDirection, PdfBlock, PdfProse, PdfRun} from "../document.ts";

/** The publisher's own words below their heading; nothing where there are none. */
export function setCommentary(report: Report): PdfBlock[] {
  const {commentary} = report;
  if (commentary === null) return [];
  const {title, by, date, blocks} = commentary;
  const words = wordsOf(report);
  return [
    {
      kind: "aside",
      title: title ?? words.t("section.commentary"),
      more: words.t("by-and-date", {by, date: words.day(date)}),
      blocks: [{kind: "prose", blocks: blocks.map(proseBlock)}],
    },
  ];
}

function proseBlock(block: Block): PdfProse {
  switch (block.kind) {
    case "paragraph":
    case "heading": {
      const runs = runsOf(block.content, "plain", null);
      return {kind: block.kind, runs, dir: directionOf(runs.map(({text}) => text).join(""))};
    }
    case "quote":
      return {kind: "quote", blocks: block.blocks.map(proseBlock)};
    case "list":
      return {kind: "items", start: block.start, items: block.items.map((item) => item.map(proseBlock))};
  }
}

function runsOf(
  content: readonly Inline[],
  style: "plain" | "emphasis" | "strong" | "both",
  url: string | null,
): PdfRun[] {
  return content.flatMap((inline): PdfRun[] => {
    switch (inline.kind) {
      case "text":
        return [{text: inline.text, style, url}];
      case "code":
        return [{text: inline.text, style: "code", url}];
      case "break":
        return [{text: "", style: "break", url: null}];
      case "link":
        // A place of the page: paper has no such places.
        return runsOf(inline.content, style, inline.url.startsWith("#") ? null : inline.url);
      default:
        return runsOf(inline.content, style === "plain" || style === inline.kind ? inline.kind : "both", url);
    }
  });
}

/** As the first letter runs that has a direction: the publisher may write in another than the report runs. */
export function directionOf(text: string): LineDirection {
  const [first = ""] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(first) ? "rtl" : "ltr";
}
