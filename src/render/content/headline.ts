import type {MessageId} from "../../base/words/message.ts";
import {mastheadOf} from "../../report/masthead.ts";
import type {Report} from "../../report/report.ts";
import {wordsOf} from "./report-words.ts";

/** What stands above a report as a whole: whose readership, of when. Where nobody said whose it is, of when alone. */
export function headlineOf(
  report: Report,
  form: Extract<MessageId, "title-of-page" | "heading-of-report"> = "heading-of-report",
): string {
  const words = wordsOf(report);
  const publication = mastheadOf(report);
  return publication === null
    ? words.t("headline", {period: report.title})
    : words.t(form, {publication, period: report.title});
}
