import type {Engine} from "../../engine/engine.ts";
import type {Methodology} from "../resolve.ts";
import {methodologyIn, rulePeriodsOf} from "../rule-periods.ts";
import {rankOf} from "../rules/rank.ts";
import type {Suspicion} from "../suspects/flag.ts";
import {answerKind} from "./answer-kind.ts";
import {giveVerdicts, type Names, wholeQuestions} from "./judge.ts";
import {loadReaderRule, robotRank} from "./reader-table.ts";

/** What was judged whole, and is to be judged otherwise. */
export interface JudgedWhole {
  readonly names: Names;
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly nominations: readonly Suspicion[];
}

/** Sets what was judged whole aside, so that it can be judged otherwise. Afterwards `screened` is what each call makes of it. */
export async function keepScreened(engine: Engine): Promise<void> {
  await engine.rename("screened", "sifted");
}

/**
 * Gives each request the verdict it would have under another methodology: afterwards `request` holds those.
 *
 * Only what the alternatives change is judged anew: answers, agents, who is a reader, the limit. Paths and lists of
 * clients are as they were.
 *
 * @param options `withDetails`: for tables, too, and not for measures alone.
 */
export async function rejudge(
  engine: Engine,
  otherwise: Methodology,
  judged: JudgedWhole,
  {withDetails}: {withDetails: boolean},
): Promise<void> {
  const eras = rulePeriodsOf(otherwise, judged.months);
  await loadReaderRule(engine, eras);
  const answers = await engine.table("otherwise_answer", {
    era: "tiny",
    answer_number: "small",
    answered_kind: "integer",
    answered_rank: "integer",
  });
  const agents = await engine.table("otherwise_agent", {era: "tiny", agent: "integer", said_rank: "integer"});
  for (const [era, {methodology}] of eras.entries()) {
    answers.add(
      judged.names.answers.map((answer, number) => {
        const rank = rankOf(methodology, (rule) => rule.fitsAnswer?.(answer, methodology));
        return [era, number, answerKind(answer, methodology), rank];
      }),
    );
    agents.add(
      judged.names.agents.map((agent, number) => [
        era,
        number,
        rankOf(methodology, (rule) => rule.fitsAgent?.(agent, methodology)),
      ]),
    );
  }
  answers.close();
  agents.close();
  const nominated = await engine.table("nominated", {client: "ubigint", month: "date", nominated_rank: "integer"});
  const out = judged.nominations.filter(({month}) => methodologyIn(otherwise, month).robots.nominated);
  nominated.add(out.map(({client, month}) => [BigInt(client), `${month}-01`, robotRank]));
  nominated.close();
  const {isByPath} = judged.names;
  if (isByPath) await engine.keepNumbered("screened", "screened-otherwise");
  else await engine.view("screened", "screened-otherwise");
  const verdicts = isByPath ? "given-verdict-clicks" : "given-verdict-whole";
  const isAll = withDetails || otherwise.measures.length > 0;
  const questions = isByPath || isAll ? wholeQuestions : otherwiseQuestions;
  await giveVerdicts(engine, eras, {verdicts, ...questions});
}

const otherwiseQuestions = {counted: "counted-otherwise", request: "request-otherwise"} as const;
