import {message} from "../base/words/message.ts";
import type {QueryEngine} from "../engine/query-engine.ts";
import type {History} from "../ledger/history.ts";
import {alternativesTo} from "../methodology/alternatives.ts";
import type {Judgement} from "../methodology/judge/judgement.ts";
import {findMovable, movesSomething} from "../methodology/judge/moves.ts";
import {rejudge} from "../methodology/judge/rejudge.ts";
import {findRetrievals} from "../methodology/judge/retrievals.ts";
import type {Methodology} from "../methodology/methodology.ts";
import {changeAll} from "../methodology/rule-periods.ts";
import type {BareClients} from "../methodology/suspects/bare-clients.ts";
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
  /** Which clients fetched nothing that belongs to a page. */
  readonly bare: BareClients;
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
  {period, history, suspicions, bare}: RangeSource,
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
  const measure = async (methodology: Methodology, out: readonly Suspicion[]): Promise<typeof usual> => {
    using variant = await rejudge(judged, methodology, {suspicions: out, withDetails: false});
    await loadSpans(variant.engine, spans);
    await findRetrievals(variant);
    const measures = figures.map((one) => one.measure);
    const answers = await askOnce(variant.engine, measures);
    const own = measures.map((one) => {
      return measureSpans(one, answers.get(one.question)!, {spans, history, daysCovered});
    });
    return {figures: own, few: await findFew(variant.engine, {spans, smallest})};
  };
  for (const {id, label, methodology} of alternativesTo(judged.methodology)) {
    const moves = movesSomething(judged, methodology, {movable, suspicions});
    found.push({id, label, ...(moves ? await measure(methodology, suspicions) : usual)});
  }
  const furnished = {id: "furnished-only", label: message("alternative-furnished-only")};
  if (bare.isKnown) {
    const own =
      bare.clients.length === 0 ? usual : await measure(withoutNominated(judged.methodology), outOf(bare, suspicions));
    found.push({...furnished, ...own, beside: "known"});
  } else if (bare.isElsewhere) found.push({...furnished, figures: [], few: new Set(), beside: "not-known"});
  return found;
}

function withoutNominated(methodology: Methodology): Methodology {
  const change = (now: Methodology): Methodology => ({...now, robots: {...now.robots, nominated: true}});
  return changeAll(methodology, change)!;
}

/** Each client of a month once; who may be a robot is out with who fetched nothing of a page, where the methodology has it so. */
function outOf({clients}: BareClients, suspicions: readonly Suspicion[]): Suspicion[] {
  return [...new Map([...suspicions, ...clients].map((one) => [`${one.client} ${one.month}`, one])).values()];
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
