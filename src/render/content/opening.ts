import type {Report} from "../../report/report.ts";
import {leadSentence} from "./large-figures.ts";

/** The sentences of the summary, by where they stand. All text is untrusted. */
export interface OpeningSentences {
  /** Leads with the change, where anything is known of an earlier time, else with what the summary begins with; null where that is empty. */
  readonly lead: string | null;
  /** What has to be known of the months compared with, where that is what leads. */
  readonly doubts: readonly string[];
  /** Stand below the main table. */
  readonly rest: readonly string[];
}

/** How does a report begin, and what is left of its summary for below the main table? */
export function openingSentences(report: Report): OpeningSentences {
  const change = leadSentence(report);
  const [lead = null, ...rest] = change === null ? report.summary : [change, ...report.summary];
  return {lead, doubts: change === null ? [] : (report.comparison?.notes ?? []), rest};
}
