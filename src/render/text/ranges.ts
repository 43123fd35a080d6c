import {visible} from "../../base/text.ts";
import type {Report} from "../../report/report.ts";
import {wordsOf} from "../content/report-words.ts";
import {markedLines} from "./page.ts";
import type {Paint} from "./paint.ts";
import {wrap} from "./wrap.ts";

/** How far the figures would move, as sentences; nothing where it was not asked. */
export function rangeParts(report: Report, width: number, paint: Paint): string[][] {
  const {ranges} = report;
  if (!ranges) return [];
  const sentences = ranges.sentences.map((text) => ({mark: "–", text: visible(text)}));
  const heading = wrap(visible(wordsOf(report).t("section.ranges")), width).map((line) => paint.strong(line));
  return [[...heading, ...markedLines(sentences, width)]];
}
