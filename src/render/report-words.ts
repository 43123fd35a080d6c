import {Words} from "../base/words/words.ts";
import type {Report} from "../report/report.ts";

/** What says things in a report's language, with the publisher's own labels. */
export function wordsOf({language, labels}: Pick<Report, "language" | "labels">): Words {
  return new Words(language, labels);
}
