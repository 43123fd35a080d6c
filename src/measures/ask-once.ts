import type {Engine, Row} from "../engine/contract.ts";
import type {Measure} from "./measure.ts";

/** What each question answers; measures may share one. */
export async function askOnce(engine: Engine, measures: readonly Measure[]): Promise<Map<string, Row[]>> {
  const questions = [...new Set(measures.map(({question}) => question))];
  return new Map(await Promise.all(questions.map(async (question) => [question, await engine.ask(question)] as const)));
}
