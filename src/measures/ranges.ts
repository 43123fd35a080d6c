import type {Wording} from "../base/words/message.ts";
import type {Engine} from "../engine/engine.ts";
import {alternativesTo} from "../methodology/alternatives.ts";
import {type JudgedWhole, keepScreened, rejudge} from "../methodology/judge/rejudge.ts";
import type {Methodology} from "../methodology/resolve.ts";
import {askOnce} from "./ask-once.ts";
import type {Measure} from "./measure.ts";
import {type Figure, type MeasureSource, measureSpans} from "./measure-spans.ts";
import type {Span} from "./spans.ts";

/** What the figures would be with one rule done otherwise. */
export interface AlternativeFigures {
  readonly id: string;
  /** "if all heavy users are people". */
  readonly label: Wording;
  /** In step with the measures: by the span's name. */
  readonly figures: readonly ReadonlyMap<string, Figure>[];
  /** The spans in which it is a few readers who make the difference, so that no figure of it is told exactly. */
  readonly few: ReadonlySet<string>;
}

/**
 * How far would the figures move?
 *
 * Judges all requests again for each alternative, and is the last to ask: `request` holds the last alternative afterwards.
 *
 * @param engine With `request` judged whole.
 */
export async function measureAlternatives(
  engine: Engine,
  methodology: Methodology,
  judged: JudgedWhole,
  measures: readonly Measure[],
  source: MeasureSource & {readonly smallest: number},
): Promise<AlternativeFigures[]> {
  await keepScreened(engine);
  await engine.rename("reader_month", "usual_reader_month");
  const found: AlternativeFigures[] = [];
  for (const {id, label, otherwise} of alternativesTo(methodology)) {
    await rejudge(engine, otherwise, judged, {withDetails: false});
    const answers = await askOnce(engine, measures);
    const figures = measures.map((one) => measureSpans(one, answers.get(one.question)!, source));
    found.push({id, label, figures, few: await findFew(engine, source)});
  }
  return found;
}

/** In which spans do a few readers make the difference? */
async function findFew(
  engine: Engine,
  {spans, smallest}: {spans: readonly Span[]; smallest: number},
): Promise<Set<string>> {
  if (smallest <= 1) return new Set();
  const rows = await engine.ask("moved-readers");
  const few = new Set(rows.flatMap((row) => (Number(row["readers"]) < smallest ? [String(row["span"])] : [])));
  // What the whole period tells less its other months is told of the month that is left.
  const wider = spans.filter(({months}) => months.length > 1 && months.some((month) => few.has(month)));
  return few.union(new Set(wider.map(({name}) => name)));
}
