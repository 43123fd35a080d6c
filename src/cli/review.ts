import {resolve} from "node:path";
import {UserError} from "../base/error.ts";
import {plural} from "../base/text.ts";
import {renderReviewText} from "../render/views/review.ts";
import {reviewCsv, reviewJson} from "../render/views/review-data.ts";
import {isUndecided, type Review} from "../report/review.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {askDecisions} from "./ask-decisions.ts";
import {openSurroundings} from "./client-names.ts";
import {isSet, type Run, type Typed, textOption} from "./command.ts";
import {decisionPen} from "./decision-pen.ts";
import {periodTyped, withOpen, workspaceTyped} from "./open.ts";
import {isColored, type Outside} from "./outside.ts";
import {readDecideFile} from "./read-decide-file.ts";
import {withReverseNames} from "./reverse-names.ts";
import {surveyClients} from "./survey-clients.ts";

/** `broadsheet review`: shows the clients that a person should look at, and writes down what is decided. */
export const runReview: Run = async (typed, outside) => {
  const format = formatTyped(typed);
  const workspace = workspaceTyped(typed, outside);
  const period = periodTyped(typed.words[0]!, workspace.config.timeZone, outside);
  const decide = textOption(typed, "decide");
  const surveyed = await withOpen(workspace, async (open) => {
    const closed = [...open.catalogue.closedMonths().keys()];
    const surroundings = await openSurroundings(workspace, ownersTyped(typed, outside));
    return {review: await surveyClients(open, period, surroundings), closed};
  });
  const review = isSet(typed, "reverseNames") ? await withReverseNames(surveyed.review) : surveyed.review;
  const known = {review, closed: surveyed.closed, workspace};
  if (decide !== undefined) return takeFile(resolve(outside.cwd, decide), known, typed, outside);
  const {stdin, stdout} = outside;
  if (format === "text" && stdin.isTTY && stdout.isTTY && !isSet(typed, "list")) {
    return askDecisions(known, decisionPen(known, typed, outside), {isAll: isSet(typed, "all")}, outside);
  }
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, outside)};
  stdout.write(
    {
      text: () => renderReviewText(review, options),
      json: () => reviewJson(review),
      csv: () => reviewCsv(review, surveyed.closed),
    }[format](),
  );
  return 0;
};

/** What was surveyed, and where decisions go. */
export interface Surveyed {
  readonly review: Review;
  /** All closed months of the workspace, `YYYY-MM`. */
  readonly closed: readonly string[];
  readonly workspace: Workspace;
}

function takeFile(path: string, known: Surveyed, typed: Typed, outside: Outside): number {
  const pen = decisionPen(known, typed, outside);
  const {decisions, knownCount} = readDecideFile(path, known);
  pen.write(decisions);
  if (isSet(typed, "quiet")) return 0;
  const decided = new Set(decisions.map(({entry}) => entry));
  const open = known.review.clients.filter((client) => isUndecided(client) && !decided.has(client.entry)).length;
  const later = decisions.filter(({decision}) => decision === "later").length;
  const same = knownCount === 0 ? "" : ` ${plural(knownCount, "row says", "rows say")} what was decided before.`;
  outside.stderr.write(
    `Wrote ${plural(decisions.length, "decision", "decisions")} to ${pen.name}.${same} ${plural(open + later, "client is", "clients are")} undecided.\n`,
  );
  return 0;
}

function ownersTyped(typed: Typed, {cwd}: Outside): string | null {
  const path = textOption(typed, "owners");
  return path === undefined ? null : resolve(cwd, path);
}

function formatTyped(typed: Typed): "text" | "json" | "csv" {
  const format = textOption(typed, "format") ?? "text";
  if (format === "text" || format === "json" || format === "csv") return format;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    `there is no format "${format}" here`,
    "name text, json or csv",
    "--format",
  );
}
