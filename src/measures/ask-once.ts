import type {QueryEngine} from "../engine/query-engine.ts";
import type {Row} from "../engine/values.ts";
import type {Measure} from "./measure.ts";

/** What each question answers; measures may share one. */
export async function askOnce(engine: QueryEngine, measures: readonly Measure[]): Promise<Map<string, Row[]>> {
  const answers = new Map<string, Row[]>();
  // One after the other: each uses all cores, and together they would need the memory of all.
  for (const {question} of measures) {
    if (!answers.has(question)) answers.set(question, await engine.ask(question));
  }
  return answers;
}
