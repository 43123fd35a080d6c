import {daysOf} from "../../base/zone.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import {isFetchedAhead, isMediaPlayer} from "../media/players.ts";
import {isRetrieving} from "../media/retrieved.ts";
import type {Methodology} from "../methodology.ts";
import type {RulePeriod} from "../rule-periods.ts";
import {apartRank} from "../rules/rank.ts";
import type {ServerAnswer} from "../rules/rule.ts";
import type {Judgement} from "./judgement.ts";
import {windowSeconds} from "./retrieval-window.ts";

/** Lets questions join with what tells a whole answer from a part, with what people listen with, and with the months and the time around them. */
export async function loadRetrieved(
  engine: QueryEngine,
  rulePeriods: readonly RulePeriod[],
  given: {
    readonly answers: readonly ServerAnswer[];
    readonly agents: readonly string[];
    readonly months: readonly string[];
    readonly timeZone: string;
  },
): Promise<void> {
  const {answers, agents, months, timeZone} = given;
  const [kinds, spans, players] = await Promise.all([
    engine.table("retrieved_answer"),
    engine.table("retrieval_month"),
    engine.table("retrieved_agent"),
  ]);
  const isHeard = rulePeriods.some(({methodology}) => methodology.listening !== null);
  for (const [number, agent] of isHeard ? agents.entries() : []) {
    const [isPlayer, isAhead] = [isMediaPlayer(agent), isFetchedAhead(agent)];
    if (isPlayer || isAhead) players.add([[number, Number(isPlayer), Number(isAhead)]]);
  }
  for (const [rulePeriod, {methodology}] of rulePeriods.entries()) {
    const known = answers.map((answer, number) => [rulePeriod, number, wholeness(answer, methodology)] as const);
    kinds.add(known.flatMap(([period, number, isWhole]) => (isWhole === null ? [] : [[period, number, isWhole]])));
  }
  spans.add(
    months.map((month) => {
      const days = daysOf([month], timeZone);
      const [from, until] = [days[0]!.fromSecond, days.at(-1)!.untilSecond];
      return [`${month}-01`, from, until, from - windowSeconds, until + windowSeconds];
    }),
  );
  players.close();
  kinds.close();
  spans.close();
}

/** 1 for a whole answer, 0 for a part of one; null for what brings nothing: a head, a redirect, what the client has already. */
function wholeness({method, status}: ServerAnswer, {methods}: Methodology): 0 | 1 | null {
  if (!methods.includes(method) || method === "HEAD") return null;
  return status === 200 ? 1 : status === 206 ? 0 : null;
}

/**
 * Puts together what one client asked of one file: lets questions join with `retrieval`, which has no row where no path is of such a
 * file.
 *
 * The first request opens a window of 24 hours, and the first after that the next. Who asked day after day has a window a day: each round
 * finds the next of all clients at once, and there are as many rounds as somebody has windows. Each month is looked at by itself, with a
 * day before it and after it, so that its figures are the same in whichever report.
 *
 * @source docs/decisions/0030-a-file-in-parts-is-one-download.md
 */
export async function findRetrievals({engine, methodology, names, isOfSite}: Judgement): Promise<void> {
  if (!isRetrieving(methodology)) return;
  if (!names.hasRetrieved) {
    (await engine.table("retrieval")).close();
    return;
  }
  const width = windowSeconds;
  await engine.keep("part_request", isOfSite ? "part-requests-of-site" : "part-requests", {least: apartRank});
  await engine.keep("newest_window", "first-windows");
  await engine.keep("retrieval_window", "newest-windows");
  while (await goesOn(engine)) {
    await engine.keep("newest_window", "next-windows", {width});
    await engine.extend("retrieval_window", "newest-windows");
  }
  await engine.keep("retrieval", "retrievals", {width});
  await engine.drop(["part_request", "newest_window", "retrieval_window"]);
}

/** Did somebody ask once more after the newest window was over? */
async function goesOn(engine: QueryEngine): Promise<boolean> {
  const rows = await engine.ask("open-windows", {width: windowSeconds});
  return rows.some((row) => Number(row["windows"] ?? 0) > 0);
}
