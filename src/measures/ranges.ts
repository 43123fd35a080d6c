import type {Wording} from "../base/words/message.ts";
import type {Engine} from "../engine/contract.ts";
import {alternativesTo} from "../methodology/alternatives.ts";
import {type Judged, judgeOtherwise, setAside} from "../methodology/judge-otherwise.ts";
import type {Methodology} from "../methodology/methodology.ts";
import {askOnce} from "./ask-once.ts";
import type {Measure} from "./measure.ts";
import {type Figure, type MeasureSource, measureSpans} from "./measure-spans.ts";

/** What the figures would be with one rule done otherwise. */
export interface AlternativeFigures {
  readonly id: string;
  /** "if all heavy users are people". */
  readonly label: Wording;
  /** In step with the measures: by the span's name. */
  readonly figures: readonly ReadonlyMap<string, Figure>[];
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
  judged: Judged,
  measures: readonly Measure[],
  source: MeasureSource,
): Promise<AlternativeFigures[]> {
  await setAside(engine);
  const found: AlternativeFigures[] = [];
  for (const {id, label, otherwise} of alternativesTo(methodology)) {
    await judgeOtherwise(engine, otherwise, judged, {isWhole: false});
    const answers = await askOnce(engine, measures);
    found.push({id, label, figures: measures.map((one) => measureSpans(one, answers.get(one.question)!, source))});
  }
  return found;
}
