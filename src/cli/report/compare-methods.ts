import {UserError} from "../../base/error.ts";
import {compareMethodologies, compareOpen} from "../../operations/report/compare-methodologies.ts";
import {methodOutputs} from "../../render/views/method-comparison.ts";
import type {MethodComparison} from "../../report/method-comparison.ts";
import {type ParsedArgs, type Run, textOption} from "../command.ts";
import {type Environment, isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {withTypedLogs} from "../logs/quick-workspace.ts";

/** `broadsheet compare-methods`: one period under each methodology, of a workspace or of whatever files hold. */
export const runCompareMethods: Run = async (args, environment) => {
  const print = printerFromArgs(args, environment);
  const [word, ...more] = args.words as readonly [string, ...string[]];
  if (more.length > 0 || !isPeriod(word, environment)) {
    return withTypedLogs(args, environment, {places: false, addresses: false}, async (open, {period}) =>
      print(await compareOpen(open, period)),
    );
  }
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const period = periodFromArgs(word, workspace.config.timeZone, environment);
  print(await compareMethodologies(store, period, {signal: environment.signal}));
  return 0;
};

function printerFromArgs(args: ParsedArgs, environment: Environment): (comparison: MethodComparison) => void {
  const format = textOption(args, "format") ?? "text";
  const render = Object.entries(methodOutputs).find(([name]) => name === format)?.[1];
  if (render === undefined) {
    const known = Object.keys(methodOutputs).join(", ");
    throw new UserError(
      "COMMAND_INCOMPLETE",
      `there is no format "${format}" here`,
      `name one of ${known}`,
      "--format",
    );
  }
  const {stdout} = environment;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  return (comparison) => stdout.write(render(comparison, options));
}

/** Is the word a period, and not the name of a file? */
function isPeriod(word: string, environment: Environment): boolean {
  try {
    periodFromArgs(word, "UTC", environment);
    return true;
  } catch (fault) {
    // A period the other way round was meant to be one.
    return fault instanceof UserError && /^\d{4}\b[^/]*\.\./.test(word);
  }
}
