import {isDeepStrictEqual} from "node:util";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {Methodology} from "../methodology.ts";
import {type RulePeriod, rulePeriodsOf} from "../rule-periods.ts";
import {rankOf} from "../rules/rank.ts";
import type {Suspicion} from "../suspects/flag.ts";
import {answerKind} from "./answer-kind.ts";
import type {Judgement} from "./judgement.ts";

/** What the requests of a judgement hold that an alternative could judge otherwise. */
export interface Movable {
  /** Is any address one of IPv6? */
  readonly hasNetworks: boolean;
  /** Did anybody ask for what only programs ask for? */
  readonly hasAskedForRobotsTxt: boolean;
  readonly hasHeavyReaders: boolean;
}

/** @param judged With details. */
export async function findMovable({engine}: Judgement): Promise<Movable> {
  return {
    hasNetworks: (await sumOf(engine, "movable", "networks")) > 0,
    hasAskedForRobotsTxt: (await sumOf(engine, "movable", "robots_txt")) > 0,
    hasHeavyReaders: (await sumOf(engine, "heavy-readers", "reader_months")) > 0,
  };
}

/**
 * Can the variant give any request another verdict, or any reader another name?
 *
 * It can wherever it is not certain that it cannot: what this does not know of is judged anew.
 */
export function movesSomething(
  {methodology, months, names}: Judgement,
  variant: Methodology,
  {movable, suspicions}: {readonly movable: Movable; readonly suspicions: readonly Suspicion[]},
): boolean {
  const usual = rulePeriodsOf(methodology, months);
  return rulePeriodsOf(variant, months).some((rulePeriod, place) => {
    const [now, then] = [usual[place]!.methodology, rulePeriod.methodology];
    return (Object.keys(then) as (keyof Methodology)[]).some((key) => {
      if (key === "stretches" || Object.is(now[key], then[key])) return false;
      return movesBy[key]?.(now, then, {movable, names, suspicions, rulePeriod}) ?? true;
    });
  });
}

type Moves = (
  now: Methodology,
  then: Methodology,
  given: Pick<Judgement, "names"> & {
    readonly movable: Movable;
    readonly suspicions: readonly Suspicion[];
    readonly rulePeriod: RulePeriod;
  },
) => boolean;

/** Where two methodologies differ by one setting: does that move something? */
const movesBy: Partial<Record<keyof Methodology, Moves>> = {
  heavyReaders: (_, {heavyReaders}, {movable}) => heavyReaders !== null || movable.hasHeavyReaders,
  statuses: (now, then, {names}) =>
    names.answers.some((answer) => {
      const rank = (one: Methodology): number => rankOf(one, (rule) => rule.fitsAnswer?.(answer, one));
      return answerKind(answer, now) !== answerKind(answer, then) || rank(now) !== rank(then);
    }),
  reader: ({reader: now}, {reader: then}, {movable}) =>
    now.byAgent !== then.byAgent || now.ipv6 === then.ipv6 || movable.hasNetworks,
  robots: (now, then, {movable, names, suspicions, rulePeriod}) => {
    const {lists: listsNow, askedForRobotsTxt: askedNow, nominated: nominatedNow, ...restNow} = now.robots;
    const {lists, askedForRobotsTxt, nominated, ...rest} = then.robots;
    if (!isDeepStrictEqual(restNow, rest) || (askedForRobotsTxt && !askedNow) || (nominatedNow && !nominated))
      return true;
    if (askedNow && !askedForRobotsTxt && movable.hasAskedForRobotsTxt) return true;
    if (nominated && !nominatedNow && suspicions.some(({month}) => rulePeriod.months.includes(month))) return true;
    if (lists === listsNow) return false;
    const rank = (agent: string, one: Methodology): number => rankOf(one, (rule) => rule.fitsAgent?.(agent, one));
    return names.agents.some((agent) => rank(agent, now) !== rank(agent, then));
  },
};

/** A count of one row, or of one row a machine. */
async function sumOf(engine: QueryEngine, question: string, column: string): Promise<number> {
  return (await engine.ask(question)).reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
}
