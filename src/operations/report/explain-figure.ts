import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import type {Period} from "../../base/period.ts";
import {type AskedQuestion, RecordedEngine} from "../../engine/recording-engine.ts";
import {measuresFor} from "../../measures/all.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import {readHoldings} from "../../methodology/site/site.ts";
import {type Explanation, explain} from "../../report/explanation.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import type {Attendance} from "../listener.ts";
import type {Store} from "../store/store.ts";
import {reportPeriod} from "./make.ts";
import {whileReporting} from "./make-report.ts";
import {configFor, mainTableOnly, type ReportScope} from "./request.ts";

/** The way to one figure. */
export interface ExplainedFigure {
  readonly explanation: Explanation;
  /** What the engine was asked for it, in order. */
  readonly questions: readonly AskedQuestion[];
}

/**
 * The way from the lines that were read to one figure, with the queries that were run.
 *
 * @param measure The id of a measure, such as `readers`.
 * @throws {UserError} COMMAND_UNKNOWN where there is no such measure, or as `makeReport`
 */
export async function explainFigure(
  store: Store,
  measure: string,
  {
    period,
    methodology,
    site,
    hasRanges = false,
  }: Pick<ReportScope, "methodology" | "site" | "hasRanges"> & {readonly period: Period},
  {signal}: Attendance = {},
): Promise<ExplainedFigure> {
  // The way is told in English, and so are the words of the report on it.
  const scope: ReportScope = {...mainTableOnly, language: "en", methodology, site, hasRanges};
  const [report, asked] = await whileReporting(store, signal, async (open) => {
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
  const others = otherQuestions(store.workspace, scope, measure);
  // Of months without logs nothing was found, whatever was asked.
  const own = report.account.length === 0 ? [] : asked.filter(({question}) => !others.has(question));
  return {explanation: explain(report, figures), questions: own};
}

/** What the other measures ask, which leads to no figure of this one. */
function otherQuestions(workspace: Workspace, scope: ReportScope, measure: string): Set<string> {
  const {folder, key} = workspace;
  const config = configFor(workspace, scope);
  const measures = measuresFor(readHoldings(config, folder), resolveMethodology({config, folder, key}));
  const own = measures.find(({id}) => id === measure)?.question;
  return new Set([...measures.map(({question}) => question).filter((question) => question !== own), ...ofNoFigure]);
}

/** Asked for a note alone: which hours the logs do not speak of. */
const ofNoFigure = ["quarters"];
