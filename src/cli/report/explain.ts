import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {RecordedEngine} from "../../engine/recording-engine.ts";
import {measuresFor} from "../../measures/all.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import {readHoldings} from "../../methodology/site/site.ts";
import {withStore} from "../../operations/store/open.ts";
import {explanationJson, renderExplanation} from "../../render/views/explanation.ts";
import {explain} from "../../report/explanation.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {isSet, type Run} from "../command.ts";
import {isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {reportPeriod} from "../make-report.ts";
import {formatFromArgs} from "../text-or-json.ts";
import {configFor, mainTableOnly, methodologyFromArgs, type ReportScope} from "./report-scope.ts";

/** `broadsheet explain`: the way from the lines that were read to one figure, with the queries that were run. */
export const runExplain: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const [measure, named] = args.words as readonly [string, string];
  // The way is told in English, and so are the words of the report on it.
  const scope = {
    ...mainTableOnly,
    language: "en" as const,
    methodology: methodologyFromArgs(args),
    hasRanges: isSet(args, "ranges"),
  };
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const period = periodFromArgs(named, workspace.config.timeZone, environment);
  const [report, asked] = await withStore(store, async (open) => {
    const engine = new RecordedEngine(open.engine);
    return [await reportPeriod({...open, engine}, period, scope), engine.asked] as const;
  });
  const figures = report.measures.find(({id}) => id === measure);
  if (!figures) {
    const known = report.measures.map(({id}) => id);
    const near = nearest(measure, known);
    throw new UserError(
      "COMMAND_UNKNOWN",
      `there is no measure "${measure}"`,
      near === null ? `name one of ${known.join(", ")}` : `write ${near}`,
    );
  }
  const {stdout} = environment;
  const explanation = explain(report, figures);
  const others = otherQuestions(workspace, scope, measure);
  const questions = asked.filter(({question}) => !others.has(question));
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  stdout.write(
    format === "json" ? explanationJson(explanation, questions) : renderExplanation(explanation, questions, options),
  );
  return 0;
};

/** What the other measures ask, which leads to no figure of this one. */
function otherQuestions(workspace: Workspace, scope: ReportScope, measure: string): Set<string> {
  const {folder, key} = workspace;
  const config = configFor(workspace, scope);
  const measures = measuresFor(readHoldings(config, folder), resolveMethodology({config, folder, key}));
  const own = measures.find(({id}) => id === measure)?.question;
  return new Set(measures.map(({question}) => question).filter((question) => question !== own));
}
