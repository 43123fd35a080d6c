import type {LogFinding} from "../../accounts/log.ts";
import {UserError} from "../../base/error.ts";

const told: {readonly [Found in Exclude<LogFinding["found"], "whole">]: (number: number) => string} = {
  changed: (number) => `row ${number} of the moderation log does not hold: it or the row before it was changed`,
  missing: (number) => `row ${number} of the moderation log is missing`,
  cut: (number) => `the moderation log is cut off: row ${number} and all after it are missing`,
  headless: () =>
    "the last hash of the moderation log, which is kept beside it, is missing: nobody can tell whether rows were cut off",
};

/** The fault of a moderation log that is not what was written. */
export function forumLogFault(finding: Exclude<LogFinding, {found: "whole"}>): UserError {
  const number = finding.found === "headless" ? finding.rows : finding.number;
  const help =
    "compare it with an export or a backup, tell the members, and ask who could write in the folder of the forum";
  return new UserError("FORUM_LOG_CHANGED", told[finding.found](number), help);
}
