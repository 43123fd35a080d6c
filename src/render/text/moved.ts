import {visible} from "../../base/text.ts";
import type {Report} from "../../report/report.ts";
import {movedBackground, movedLines, movedTitle} from "../content/moved-lines.ts";
import {wordsOf} from "../content/report-words.ts";
import {markedLines} from "./page.ts";
import type {Paint} from "./paint.ts";
import {wrap} from "./wrap.ts";

/** The figures that moved most, on the terminal: a heading, and a line each. */
export function movedPart(report: Report, width: number, paint: Paint): string[] {
  if (report.moved.length === 0) return [];
  const words = wordsOf(report);
  const background = movedBackground(report);
  return [
    ...wrap(visible(movedTitle(report)), width).map((line) => paint.strong(line)),
    ...markedLines(
      movedLines(report).map(({label, text}) => ({mark: "–", text: words.t("label-and-text", {label, text})})),
      width,
    ),
    ...(background === null ? [] : wrap(visible(background), width)),
  ];
}
