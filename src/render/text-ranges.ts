import {visible} from "../base/text.ts";
import type {Report} from "../report/report.ts";
import type {Paint} from "./paint.ts";
import {rangesTitle} from "./range-rows.ts";
import {markedLines} from "./text-page.ts";

/** How far the figures would move, as sentences; nothing where it was not asked. */
export function rangeParts({ranges}: Report, width: number, paint: Paint): string[][] {
  if (!ranges) return [];
  const sentences = ranges.sentences.map((text) => ({mark: "–", text: visible(text)}));
  return [[paint.strong(rangesTitle), ...markedLines(sentences, width)]];
}
