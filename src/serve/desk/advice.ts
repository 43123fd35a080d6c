import type {AdviceId, AdviceValues} from "../../base/advice.ts";
import type {UserError} from "../../base/error.ts";

/** What to try, where the desk has a page for it. What is not here is said in the words that fit everywhere. */
const atDesk: {readonly [Id in AdviceId]?: (values: AdviceValues<Id>) => string} = {
  "read-logs": () => "read logs under Months",
  "name-logs": () => "read logs under Months, or set logs in broadsheet.yaml",
  "decide-or-close": ({period}) => `decide about the clients of ${period} under Review, or close it all the same`,
  "publish-report": () => "publish one under Publish",
  "publish-report-of": ({period, known}) => `choose one of ${known}, or publish the report of ${period} under Publish`,
  "restate-report": ({period}) =>
    `see what moved in the report of ${period} under Publish, and correct or revise it there`,
  "list-inputs": () => "see what was read under Months",
};

/** One thing to try at the desk. */
export function deskHelp({help, advice}: Pick<UserError, "help" | "advice">): string {
  const own = advice === null ? undefined : atDesk[advice.advice];
  return advice === null || own === undefined ? help : (own as (values: unknown) => string)(advice.values);
}
