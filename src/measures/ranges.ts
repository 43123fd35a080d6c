import type {QueryEngine} from "../engine/query-engine.ts";
import type {History} from "../ledger/history.ts";
import {alternativesTo} from "../methodology/alternatives.ts";
import type {Judgement} from "../methodology/judge/judgement.ts";
import {findMovable, movesSomething} from "../methodology/judge/moves.ts";
import {rejudge} from "../methodology/judge/rejudge.ts";
import {findRetrievals} from "../methodology/judge/retrievals.ts";
import type {Suspicion} from "../methodology/suspects/flag.ts";
import {askOnce} from "./ask-once.ts";
import type {AlternativeFigures, PeriodFigures} from "./measure-period.ts";
import {measureSpans} from "./measure-spans.ts";
import type {MonthCoverage} from "./months.ts";
import {loadSpans, type Span, spansOf} from "./spans.ts";

/** What ranges are worked out of, beside what was measured. */
interface RangeSource {
  readonly period: Span;
  readonly history: History;
  /** Which clients may be robots. */
  readonly suspicions: readonly Suspicion[];
}

/**
 * How far would the figures move?
 *
 * Each alternative is a judgement of its own, that is there while it is measured; one that can move nothing is not judged.
 *
 * @param judged Judged with details, and what was measured of it; stays as it is.
 */
export async function measureAlternatives(
  judged: Judgement,
  {figures, coverageOf, smallest}: Pick<PeriodFigures, "figures" | "coverageOf" | "smallest">,
  {period, history, suspicions}: RangeSource,
): Promise<AlternativeFigures[]> {
  // The range of a figure is asked of the report's own months: nothing else is needed of them.
  const spans = spansOf([period]);
  const daysCovered = (month: string): number => {
    const [{days, missingDays}] = coverageOf([month]) as [MonthCoverage];
    return days - missingDays.length;
  };
  const found: AlternativeFigures[] = [];
  const usual = {figures: figures.map((one) => one.spans), few: new Set<string>()};
  const movable = await findMovable(judged);
  for (const {id, label, methodology} of alternativesTo(judged.methodology)) {
    if (!movesSomething(judged, methodology, {movable, suspicions})) {
      found.push({id, label, ...usual});
      continue;
    }
    using variant = await rejudge(judged, methodology, {suspicions, withDetails: false});
    await loadSpans(variant.engine, spans);
    await findRetrievals(variant);
    const measures = figures.map(({measure}) => measure);
    const answers = await askOnce(variant.engine, measures);
    const own = measures.map((one) => {
      return measureSpans(one, answers.get(one.question)!, {spans, history, daysCovered});
    });
    found.push({id, label, figures: own, few: await findFew(variant.engine, {spans, smallest})});
  }
  return found;
}

/** In which spans do a few readers make the difference? */
async function findFew(
  engine: QueryEngine,
  {spans, smallest}: {spans: readonly Span[]; smallest: number},
): Promise<Set<string>> {
  if (smallest <= 1) return new Set();
  const rows = await engine.ask("moved-readers");
  const few = new Set(rows.flatMap((row) => (Number(row["readers"]) < smallest ? [String(row["span"])] : [])));
  // What the whole period tells less its other months is told of the month that is left.
  const wider = spans.filter(({months}) => months.length > 1 && months.some((month) => few.has(month)));
  return few.union(new Set(wider.map(({name}) => name)));
}
