import type {Methodology} from "../methodology.ts";
import {methodologyIn, rulePeriodsOf, stretchesOf} from "../rule-periods.ts";
import {rankOf} from "../rules/rank.ts";
import type {Suspicion} from "../suspects/flag.ts";
import {answerKind} from "./answer-kind.ts";
import {giveVerdicts, wholeQuestions} from "./judge.ts";
import {type Judgement, judgementIn} from "./judgement.ts";
import {ofOneSite} from "./one-site.ts";
import {loadReaderRule, robotRank} from "./reader-table.ts";

/**
 * Lets go of the verdicts that were given: of the judgement nothing is asked any more but to be judged otherwise. For when both would
 * take the memory of two.
 */
export async function dropVerdicts({engine}: Judgement): Promise<void> {
  await engine.drop(["request", "document_month", "counted", "given_verdict"]);
}

/**
 * Gives each request the verdict it would have under another methodology.
 *
 * Only what the alternatives change is judged anew: answers, agents, who is a reader, the limit. Paths and lists of
 * clients are as they were.
 *
 * @param judged Judged with details; stays as it is.
 * @param options `withDetails`: for tables, too, and not for measures alone. `suspicions`: which clients may be robots.
 * @returns Another judgement, which goes with the one that it is made of, if not before.
 */
export async function rejudge(
  judged: Judgement,
  variant: Methodology,
  {withDetails, suspicions}: {readonly withDetails: boolean; readonly suspicions: readonly Suspicion[]},
): Promise<Judgement> {
  const {months, names, sites} = judged;
  const engine = await judged.engine.branch({saved_rank: "first_rank", usual_reader_month: "reader_month"});
  const rulePeriods = rulePeriodsOf(variant, months);
  await loadReaderRule(engine, rulePeriods);
  const answers = await engine.table("variant_answer");
  const agents = await engine.table("variant_agent");
  for (const [rulePeriod, {methodology}] of rulePeriods.entries()) {
    answers.add(
      names.answers.map((answer, number) => {
        const rank = rankOf(methodology, (rule) => rule.fitsAnswer?.(answer, methodology));
        return [rulePeriod, number, answerKind(answer, methodology), rank];
      }),
    );
    agents.add(
      names.agents.map((agent, number) => [
        rulePeriod,
        number,
        rankOf(methodology, (rule) => rule.fitsAgent?.(agent, methodology)),
      ]),
    );
  }
  answers.close();
  agents.close();
  const nominated = await engine.table("nominated");
  const out = suspicions.filter(({month}) => methodologyIn(variant, month).robots.nominated);
  nominated.add(out.map(({client, month}) => [BigInt(client), `${month}-01`, robotRank]));
  nominated.close();
  const {isByPath} = names;
  const isAll = isByPath || withDetails || variant.measures.length > 0;
  await engine.view(
    "movable_rank",
    isAll || letsPathsIn(judged.methodology, variant) ? "all-ranks" : "countable-ranks",
  );
  if (isByPath) await engine.keepNumbered("first_rank", "first-rank-variant");
  else await engine.view("first_rank", "first-rank-variant");
  const verdicts = isByPath ? "given-verdict-clicks" : "given-verdict-whole";
  const questions = isAll ? wholeQuestions : variantQuestions;
  await giveVerdicts(engine, rulePeriods, {verdicts, ...questions});
  const all = judgementIn({engine, methodology: variant, months, names, sites, isOfSite: false, cacheKey: null});
  return judged.isOfSite ? ofOneSite(all) : all;
}

/** Does the variant count requests that a rule on paths took before? */
function letsPathsIn(usual: Methodology, variant: Methodology): boolean {
  const takesPolls = ({rules}: Methodology): boolean => rules.has("feed-polls");
  return stretchesOf(usual).some(takesPolls) && !stretchesOf(variant).every(takesPolls);
}

const variantQuestions = {counted: "counted-variant", request: "request-variant"} as const;
