import {explainFigure} from "../../operations/report/explain-figure.ts";
import {explanationJson, renderExplanation} from "../../render/views/explanation.ts";
import {isSet, type Run, textOption} from "../command.ts";
import {isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";
import {methodologyFromArgs} from "./scope-from-args.ts";

/** `broadsheet explain`: the way from the lines that were read to one figure, with the queries that were run. */
export const runExplain: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const [measure, named] = args.words as readonly [string, string];
  const methodology = methodologyFromArgs(args);
  const store = storeFromArgs(args, environment);
  const period = periodFromArgs(named, store.workspace.config.timeZone, environment);
  const request = {period, methodology, hasRanges: isSet(args, "ranges"), site: textOption(args, "site")};
  const {explanation, questions} = await explainFigure(store, measure, request, {signal: environment.signal});
  const {stdout} = environment;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  stdout.write(
    format === "json" ? explanationJson(explanation, questions) : renderExplanation(explanation, questions, options),
  );
  return 0;
};
