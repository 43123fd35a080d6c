import {UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import {issueErratum} from "../../publish/errata/issue.ts";
import {renderRestatement} from "../../render/views/restatement.ts";
import type {ErratumKind} from "../../report/restate/edition.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {isColored} from "../environment.ts";
import {dateFromArgs, storeFromArgs} from "../from-args.ts";

/** `broadsheet correct`: figures of a published report were an error of ours. */
export const runCorrect: Run = runErratum("correction", "correct");

/** `broadsheet revise`: figures of a published report are others by other rules, lists or late logs. */
export const runRevise: Run = runErratum("revision", "revise");

function runErratum(kind: ErratumKind, verb: string): Run {
  return async (args, environment) => {
    const reason = reasonFromArgs(args, verb);
    const store = storeFromArgs(args, environment);
    const request = {period: args.words[0]!, kind, reason, date: dateFromArgs(args)};
    const {found, folder, record} = await issueErratum(store, request, {signal: environment.signal});
    if (isSet(args, "quiet")) return 0;
    const {stdout} = environment;
    const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
    stdout.write(renderRestatement([found], {...options, isAccepted: record !== null}));
    if (record === null) return 0;
    const figures = plural(record.figures.length, "figure", "figures");
    const changed = record.summary.isChanged ? "the summary says something else now" : "the summary says the same";
    stdout.write(`\nErratum: ${folder} (${figures}; ${changed})\n`);
    return 0;
  };
}

function reasonFromArgs(args: ParsedArgs, verb: string): string {
  const reason = textOption(args, "reason")?.trim() ?? "";
  if (reason !== "") return reason;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    "figures are restated for a reason, and none was given",
    `write it like broadsheet ${verb} 2005-H2 --reason "two mirrors were missing on the blacklist"`,
  );
}
