import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import {withReverseNames} from "../../operations/review/reverse-names.ts";
import {readDecisionSheet} from "../../operations/review/sheet.ts";
import {type Surveyed, surveyClients} from "../../operations/review/survey.ts";
import type {Store} from "../../operations/store/store.ts";
import {renderReviewText} from "../../render/views/review.ts";
import {reviewCsv, reviewJson} from "../../render/views/review-data.ts";
import {isUndecided} from "../../report/review.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {type Environment, isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {askDecisions} from "./ask-decisions.ts";
import {penFromArgs} from "./pen-from-args.ts";
import {undoDecision} from "./undo.ts";

/** `broadsheet review`: shows the clients that a person should look at, and writes down what is decided. */
export const runReview: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const period = periodFromArgs(args.words[0]!, store.workspace.config.timeZone, environment);
  if (textOption(args, "undo") !== undefined) return undoDecision(store, period, args, environment);
  const decide = textOption(args, "decide");
  const owners = ownersFromArgs(args, environment);
  const {review: found, closed} = await surveyClients(
    store,
    {period, owners, site: textOption(args, "site")},
    {signal: environment.signal},
  );
  const review = isSet(args, "reverseNames") ? await withReverseNames(found) : found;
  const surveyed = {review, closed};
  if (decide !== undefined) return takeFile(store, resolve(environment.cwd, decide), surveyed, args, environment);
  const {stdin, stdout} = environment;
  if (format === "text" && stdin.isTTY && stdout.isTTY && !isSet(args, "list")) {
    const pen = penFromArgs(store, review, args, environment);
    return askDecisions(surveyed, pen, {isAll: isSet(args, "all")}, environment);
  }
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  stdout.write(
    {
      text: () => renderReviewText(review, options),
      json: () => reviewJson(review),
      csv: () => reviewCsv(review, closed),
    }[format](),
  );
  return 0;
};

async function takeFile(
  store: Store,
  path: string,
  surveyed: Surveyed,
  args: ParsedArgs,
  environment: Environment,
): Promise<number> {
  const {review} = surveyed;
  const pen = penFromArgs(store, review, args, environment);
  const {decisions, knownCount} = readDecisionSheet(store, path, surveyed);
  await pen.write(decisions);
  if (isSet(args, "quiet")) return 0;
  const decided = new Set(decisions.map(({entry}) => entry));
  const open = review.clients.filter((client) => isUndecided(client) && !decided.has(client.entry)).length;
  const later = decisions.filter(({decision}) => decision === "later").length;
  const same = knownCount === 0 ? "" : ` ${plural(knownCount, "row says", "rows say")} what was decided before.`;
  environment.stderr.write(
    `Wrote ${plural(decisions.length, "decision", "decisions")} to ${shortPath(pen.path, environment.cwd)}.${same} ${plural(open + later, "client is", "clients are")} undecided.\n`,
  );
  return 0;
}

function ownersFromArgs(args: ParsedArgs, {cwd}: Environment): string | undefined {
  const path = textOption(args, "owners");
  return path === undefined ? undefined : resolve(cwd, path);
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
