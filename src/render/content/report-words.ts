import {Translator} from "../../base/words/translator.ts";
import type {Report} from "../../report/report.ts";

/** Keeps cells in their order, from the left, where their text is written from the right. */
export function cellMarkOf({language}: Translator): string {
  return language.direction === "rtl" ? "\u200e" : "";
}

/** What says things in a report's language, with the publisher's own labels. */
export function wordsOf({language, labels}: Pick<Report, "language" | "labels">): Translator {
  return new Translator(language, labels);
}
