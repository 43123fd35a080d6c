import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import {whileReporting} from "../../operations/report/make-report.ts";
import {openSurroundings} from "../../operations/review/client-names.ts";
import {withReverseNames} from "../../operations/review/reverse-names.ts";
import {readDecideFile} from "../../operations/review/sheet.ts";
import {surveyClients} from "../../operations/review/survey.ts";
import {renderReviewText} from "../../render/views/review.ts";
import {reviewCsv, reviewJson} from "../../render/views/review-data.ts";
import {isUndecided, type Review} from "../../report/review.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {type Environment, isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {askDecisions} from "./ask-decisions.ts";
import {penFromArgs} from "./pen-from-args.ts";

/** `broadsheet review`: shows the clients that a person should look at, and writes down what is decided. */
export const runReview: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const period = periodFromArgs(args.words[0]!, workspace.config.timeZone, environment);
  const decide = textOption(args, "decide");
  const surveyed = await whileReporting(store, environment.signal, async (open) => {
    const closed = [...open.catalogue.closedMonths().keys()];
    const surroundings = await openSurroundings(workspace, ownersFromArgs(args, environment));
    return {review: await surveyClients(open, period, surroundings, textOption(args, "site")), closed};
  });
  const review = isSet(args, "reverseNames") ? await withReverseNames(surveyed.review) : surveyed.review;
  const known = {review, closed: surveyed.closed, workspace};
  if (decide !== undefined) return takeFile(resolve(environment.cwd, decide), known, args, environment);
  const {stdin, stdout} = environment;
  if (format === "text" && stdin.isTTY && stdout.isTTY && !isSet(args, "list")) {
    return askDecisions(known, penFromArgs(known, args, environment), {isAll: isSet(args, "all")}, environment);
  }
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
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

function takeFile(path: string, known: Surveyed, args: ParsedArgs, environment: Environment): number {
  const pen = penFromArgs(known, args, environment);
  const {decisions, knownCount} = readDecideFile(path, known);
  pen.write(decisions);
  if (isSet(args, "quiet")) return 0;
  const decided = new Set(decisions.map(({entry}) => entry));
  const open = known.review.clients.filter((client) => isUndecided(client) && !decided.has(client.entry)).length;
  const later = decisions.filter(({decision}) => decision === "later").length;
  const same = knownCount === 0 ? "" : ` ${plural(knownCount, "row says", "rows say")} what was decided before.`;
  environment.stderr.write(
    `Wrote ${plural(decisions.length, "decision", "decisions")} to ${shortPath(pen.path, environment.cwd)}.${same} ${plural(open + later, "client is", "clients are")} undecided.\n`,
  );
  return 0;
}

function ownersFromArgs(args: ParsedArgs, {cwd}: Environment): string | null {
  const path = textOption(args, "owners");
  return path === undefined ? null : resolve(cwd, path);
}

function formatFromArgs(args: ParsedArgs): "text" | "json" | "csv" {
  const format = textOption(args, "format") ?? "text";
  if (format === "text" || format === "json" || format === "csv") return format;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    `there is no format "${format}" here`,
    "name text, json or csv",
    "--format",
  );
}
