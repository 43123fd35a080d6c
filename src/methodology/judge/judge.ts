import {type Day, daysOf} from "../../base/zone.ts";
import type {QueryEngine} from "../../engine/query-engine.ts";
import type {QuestionOf} from "../../engine/relations/all.ts";
import {type RulePeriod, rulePeriodsOf} from "../rule-periods.ts";
import {rules, verdicts} from "../rules/all.ts";
import {rankOf} from "../rules/rank.ts";
import type {ServerAnswer} from "../rules/rule.ts";
import {answerKind} from "./answer-kind.ts";
import {daysAround, loadCalendar} from "./calendar.ts";
import {findDoubleClicks, isByPath} from "./double-clicks.ts";
import {findSubscribers} from "./feeds.ts";
import {cacheKeyOf, firstRankNames} from "./first-rank-cache.ts";
import type {JudgeInput} from "./input.ts";
import {type Judgement, judgementIn} from "./judgement.ts";
import {findListed} from "./listed-clients.ts";
import {judgePaths} from "./paths.ts";
import {loadReaderRule, robotRank} from "./reader-table.ts";
import {asksRetrievals} from "./retrieval-window.ts";
import {loadRetrieved} from "./retrievals.ts";
import {keepInParts, type NumberedTexts, numberTexts, textParts, textsOfPart} from "./text-parts.ts";

/** Nothing asks for names where nothing but measures is wanted. */
const noNames = {
  departments: [],
  languages: [],
  lists: [],
  kinds: [],
  agents: [],
  sites: [],
  answers: [],
  feeds: [],
  services: [],
  hasRetrieved: false,
} as const;

const plainQuestions = {verdicts: "given-verdict", counted: "counted", request: "request"} as const;

/** The files in `sql/` that say what of the counted requests is kept, and what all are together, for tables too. */
export const wholeQuestions = {counted: "counted-whole", request: "request-whole"} as const;

/** The rank of the first verdict that goes by who asks: those before go by the answer and the path alone. */
const clientRank = rules.findIndex((rule) => !rule.fitsAnswer && !rule.fitsPath);

const engineStartMs = 10;

/**
 * Gives each request of the months its verdict.
 *
 * Facts have to be open. What comes out depends on the facts and the methodology alone, so that a changed rule judges
 * years again without a log being read again.
 *
 * @param engine In which nothing else was judged; the judgement's from now on.
 */
export async function judge(engine: QueryEngine, given: JudgeInput): Promise<Judgement> {
  const {methodology, months, timeZone} = given;
  const days = daysOf(months, timeZone);
  const rulePeriods = rulePeriodsOf(methodology, months);
  const hasPaths = isByPath(methodology);
  const {measures} = methodology;
  const retrieves = asksRetrievals(given);
  const withDetails =
    given.withDetails || given.sites !== null || hasPaths || measures.includes("static-hits") || retrieves;
  const cacheKey = withDetails ? null : cacheKeyOf(given, days);
  if (cacheKey !== null && (await engine.loadCache(cacheKey, firstRankNames))) {
    given.onEngineBusy?.();
    await loadVerdicts(engine);
    await giveVerdicts(engine, rulePeriods, plainQuestions);
    const names = {...noNames, isByPath: false};
    return judgementIn({engine, methodology, months, names, sites: null, isOfSite: false, cacheKey: null});
  }
  const parts = await textParts(engine);
  const shelving = judgePaths(engine, {...given, withDetails, rulePeriods, parts: parts.paths});
  // Told when it is waited for.
  shelving.catch(() => {});
  const [answers, agents, sites] = await Promise.all([
    askAnswers(engine),
    numberTexts(engine, "agents", parts.agents),
    withDetails ? numberTexts(engine, "sites", parts.sites) : null,
    loadCalendar(engine, [...days, ...daysAround(given)], timeZone, rulePeriods),
    loadVerdicts(engine),
  ]);
  // The engine looks for who asked for /robots.txt while agents are judged here: paths say which of them it is.
  const [shelves] = await Promise.all([
    shelving.then(async (names) => {
      await engine.keep("robots_txt_client", "robots-txt-clients");
      return names;
    }),
    judgeAnswers(engine, rulePeriods, answers),
    judgeListed(engine, {...given, rulePeriods}, agents, days),
    sites && numberSites(engine, sites),
    retrieves && loadRetrieved(engine, rulePeriods, {answers, agents: agents.texts, months, timeZone}),
    loadReaderRule(engine, rulePeriods),
  ]);
  const subscribed = await findSubscribers(engine, {agents: agents.texts, feeds: shelves.feeds, rulePeriods});
  await engine.view("dated_request", "dated-request");
  await engine.view("ranked_request", "ranked-request");
  const whole = {robots: robotRank};
  // By then the engine is at it.
  if (given.onEngineBusy) setTimeout(given.onEngineBusy, engineStartMs);
  if (hasPaths) await engine.keepNumbered("first_rank", "first-rank-whole", whole);
  else if (withDetails) await engine.keep("first_rank", "first-rank-whole", whole);
  else await engine.keep("first_rank", "first-rank", {clients: clientRank});
  const verdicts = hasPaths ? "given-verdict-clicks" : "given-verdict-whole";
  await giveVerdicts(engine, rulePeriods, withDetails ? {verdicts, ...wholeQuestions} : plainQuestions);
  const names = {
    ...shelves,
    ...subscribed,
    agents: agents.texts,
    sites: sites?.texts ?? [],
    answers,
    isByPath: hasPaths,
  };
  return judgementIn({engine, methodology, months, names, sites: given.sites, isOfSite: false, cacheKey});
}

/**
 * Gives requests with their first ranks their verdicts: afterwards the engine answers questions about `request`.
 *
 * @param questions The files in `sql/` that say what is known of each request, what of the counted ones is kept, and what both are
 *   together.
 */
export async function giveVerdicts(
  engine: QueryEngine,
  rulePeriods: readonly RulePeriod[],
  questions: {
    readonly verdicts: QuestionOf<"given_verdict">;
    readonly counted: QuestionOf<"counted">;
    readonly request: QuestionOf<"request">;
  },
): Promise<void> {
  await findHeavy(engine, rulePeriods);
  if (questions.verdicts === "given-verdict-clicks") await findDoubleClicks(engine, rulePeriods);
  await engine.view("given_verdict", questions.verdicts);
  await keepCounted(engine, {...questions, hasClicks: questions.verdicts === "given-verdict-clicks"});
}

/** Keeps what counts of the requests that have their verdicts. @param questions See {@link giveVerdicts}; `hasClicks`: may some be double clicks? */
export async function keepCounted(
  engine: QueryEngine,
  questions: {
    readonly counted: QuestionOf<"counted">;
    readonly request: QuestionOf<"request">;
    readonly hasClicks: boolean;
  },
): Promise<void> {
  // Most questions are about what counts: it is kept by itself, so that they need not look at the rest.
  await engine.keep("counted", questions.counted);
  await engine.view("request", questions.request);
  await engine.view("chosen", questions.hasClicks ? "chosen-clicks" : "chosen");
  // So are the months of readers and documents, which most measures ask for.
  await engine.keep("reader_month", "reader-months");
  await engine.keep("document_month", "document-months");
}

async function askAnswers(engine: QueryEngine): Promise<ServerAnswer[]> {
  const answers = await engine.ask("answers");
  return answers.map((row) => ({method: String(row["method"]), status: Number(row["status"])}));
}

async function loadVerdicts(engine: QueryEngine): Promise<void> {
  const table = await engine.table("verdict");
  table.add(verdicts.map(({id}, rank) => [rank, id, Number(rules[rank]?.limit !== undefined)]));
  table.close();
}

async function judgeAnswers(
  engine: QueryEngine,
  rulePeriods: readonly RulePeriod[],
  answers: readonly ServerAnswer[],
): Promise<void> {
  const table = await engine.table("judged_answer");
  for (const [rulePeriod, {methodology}] of rulePeriods.entries()) {
    table.add(
      answers.map((answer, number) => {
        const rank = rankOf(methodology, (rule) => rule.fitsAnswer?.(answer, methodology));
        return [rulePeriod, answer.method, answer.status, number, answerKind(answer, methodology), rank];
      }),
    );
  }
  table.close();
  await engine.keep("answer_verdict", "answer-verdicts");
}

async function judgeListed(
  engine: QueryEngine,
  {rulePeriods, key}: {readonly rulePeriods: readonly RulePeriod[]; readonly key: string},
  agents: NumberedTexts,
  days: readonly Day[],
): Promise<void> {
  await judgeAgents(engine, rulePeriods, agents);
  await findListed(engine, rulePeriods, {agents: agents.texts, days, key});
}

async function judgeAgents(
  engine: QueryEngine,
  rulePeriods: readonly RulePeriod[],
  agents: NumberedTexts,
): Promise<void> {
  const lengths = await engine.table("agent_length");
  const kept = {name: "agent_verdict", question: "agent-ranks", parts: agents.parts} as const;
  await keepInParts(engine, kept, async (_, place) => {
    const table = await engine.table("judged_agent");
    for (const [agent, number] of textsOfPart(agents, place)) {
      lengths.add([[number, agent.length]]);
      for (const [rulePeriod, {methodology}] of rulePeriods.entries()) {
        const rank = rankOf(methodology, (rule) => rule.fitsAgent?.(agent, methodology));
        table.add([[rulePeriod, agent, number, rank]]);
      }
    }
    table.close();
  });
  lengths.close();
}

async function numberSites(engine: QueryEngine, sites: NumberedTexts): Promise<void> {
  const kept = {name: "numbered_site", question: "numbered-sites", parts: sites.parts} as const;
  await keepInParts(engine, kept, async (_, place) => {
    const table = await engine.table("judged_site");
    for (const row of textsOfPart(sites, place)) table.add([row]);
    table.close();
  });
}

async function findHeavy(engine: QueryEngine, rulePeriods: readonly RulePeriod[]): Promise<void> {
  const heavy = rules.findIndex((rule) => rule.limit);
  for (const [rulePeriod, {methodology, months}] of rulePeriods.entries()) {
    const limit = rules[heavy]?.limit?.(methodology);
    const [first, last] = [months[0]!, months.at(-1)!];
    const from = [limit?.months?.[0] ?? first, first].sort().at(-1)!;
    const until = [limit?.months?.at(-1) ?? last, last].sort()[0]!;
    const documents = limit?.documents ?? Number.MAX_SAFE_INTEGER;
    const params = {heavy, documents, from: `${from}-01`, until: `${until}-01`};
    if (rulePeriod === 0) await engine.keep("heavy", "heavy", params);
    else await engine.extend("heavy", "heavy", params);
  }
}
