import {type Day, daysOf} from "../../base/zone.ts";
import type {Engine} from "../../engine/engine.ts";
import {type RulePeriod, rulePeriodsOf} from "../rule-periods.ts";
import {rules, verdicts} from "../rules/all.ts";
import {rankOf} from "../rules/rank.ts";
import type {Answer} from "../rules/rule.ts";
import {answerKind} from "./answer-kind.ts";
import {afterwards, loadCalendar} from "./calendar.ts";
import {findDoubleClicks, isByPath} from "./double-clicks.ts";
import type {JudgeInput} from "./input.ts";
import {type Judgement, judgementIn} from "./judgement.ts";
import {findListed} from "./listed-clients.ts";
import {judgePaths} from "./paths.ts";
import {loadReaderRule, robotRank} from "./reader-table.ts";
import {cacheKeyOf, screenedNames} from "./screening-cache.ts";
import {keepInParts, type NumberedTexts, numberTexts, textParts, textsOfPart} from "./text-parts.ts";

/** Nothing asks for names where nothing but measures is wanted. */
const noNames = {departments: [], languages: [], lists: [], kinds: [], agents: [], sites: [], answers: []} as const;

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
export async function judge(engine: Engine, given: JudgeInput): Promise<Judgement> {
  const {methodology, months, timeZone} = given;
  const days = daysOf(months, timeZone);
  const eras = rulePeriodsOf(methodology, months);
  const hasPaths = isByPath(methodology);
  const withDetails = given.withDetails || hasPaths || methodology.measures.includes("static-hits");
  const cacheKey = withDetails ? null : cacheKeyOf(given, days);
  if (cacheKey !== null && (await engine.loadCache(cacheKey, screenedNames))) {
    given.onEngineBusy?.();
    await loadVerdicts(engine);
    await giveVerdicts(engine, eras, plainQuestions);
    return judgementIn({engine, methodology, months, names: {...noNames, isByPath: false}, cacheKey: null});
  }
  const parts = await textParts(engine);
  const shelving = judgePaths(engine, {...given, withDetails, eras, parts: parts.paths});
  // Told when it is waited for.
  shelving.catch(() => {});
  const [answers, agents, sites] = await Promise.all([
    askAnswers(engine),
    numberTexts(engine, "agents", parts.agents),
    withDetails ? numberTexts(engine, "sites", parts.sites) : null,
    loadCalendar(engine, hasPaths ? [...days, ...afterwards(months, timeZone)] : days, timeZone, eras),
    loadVerdicts(engine),
  ]);
  // The engine looks for tellers while texts are judged here.
  const [shelves] = await Promise.all([
    shelving,
    findTellers(engine, eras),
    judgeAnswers(engine, eras, answers),
    judgeListed(engine, {...given, eras}, agents, days),
    sites && numberSites(engine, sites),
    loadReaderRule(engine, eras),
  ]);
  await engine.view("found", "found");
  await engine.view("judged", "judged");
  const whole = {robots: robotRank};
  // By then the engine is at it.
  if (given.onEngineBusy) setTimeout(given.onEngineBusy, engineStartMs);
  if (hasPaths) await engine.keepNumbered("screened", "screened-whole", whole);
  else if (withDetails) await engine.keep("screened", "screened-whole", whole);
  else await engine.keep("screened", "screened", {clients: clientRank});
  const verdicts = hasPaths ? "given-verdict-clicks" : "given-verdict-whole";
  await giveVerdicts(engine, eras, withDetails ? {verdicts, ...wholeQuestions} : plainQuestions);
  const names = {...shelves, agents: agents.texts, sites: sites?.texts ?? [], answers, isByPath: hasPaths};
  return judgementIn({engine, methodology, months, names, cacheKey});
}

/**
 * Gives what was screened its verdicts: afterwards the engine answers questions about `request`.
 *
 * @param questions The files in `sql/` that say what is known of each request, what of the counted ones is kept, and what both are
 *   together.
 */
export async function giveVerdicts(
  engine: Engine,
  eras: readonly RulePeriod[],
  questions: {readonly verdicts: string; readonly counted: string; readonly request: string},
): Promise<void> {
  await findHeavy(engine, eras);
  if (questions.verdicts === "given-verdict-clicks") await findDoubleClicks(engine, eras);
  await engine.view("given_verdict", questions.verdicts);
  // Most questions are about what counts: it is kept by itself, so that they need not look at the rest.
  await engine.keep("counted", questions.counted);
  // So are the months of readers and documents, which most measures ask for.
  await engine.keep("reader_month", "reader-months");
  await engine.keep("document_month", "document-months");
  await engine.view("request", questions.request);
}

async function askAnswers(engine: Engine): Promise<Answer[]> {
  const answers = await engine.ask("answers");
  return answers.map((row) => ({method: String(row["method"]), status: Number(row["status"])}));
}

async function loadVerdicts(engine: Engine): Promise<void> {
  const table = await engine.table("verdict", {rank: "integer", verdict: "text", is_limit: "integer"});
  table.add(verdicts.map(({id}, rank) => [rank, id, Number(rules[rank]?.limit !== undefined)]));
  table.close();
}

async function judgeAnswers(engine: Engine, eras: readonly RulePeriod[], answers: readonly Answer[]): Promise<void> {
  const table = await engine.table("judged_answer", {
    era: "tiny",
    method: "text",
    status: "integer",
    answer_number: "integer",
    answer_kind: "integer",
    answer_rank: "integer",
  });
  for (const [era, {methodology}] of eras.entries()) {
    table.add(
      answers.map((answer, number) => {
        const rank = rankOf(methodology, (rule) => rule.fitsAnswer?.(answer, methodology));
        return [era, answer.method, answer.status, number, answerKind(answer, methodology), rank];
      }),
    );
  }
  table.close();
  await engine.keep("answer_verdict", "answer-verdicts");
}

async function judgeListed(
  engine: Engine,
  {eras, key}: {readonly eras: readonly RulePeriod[]; readonly key: string},
  agents: NumberedTexts,
  days: readonly Day[],
): Promise<void> {
  await judgeAgents(engine, eras, agents);
  await findListed(engine, eras, {agents: agents.texts, days, key});
}

async function judgeAgents(engine: Engine, eras: readonly RulePeriod[], agents: NumberedTexts): Promise<void> {
  const lengths = await engine.table("agent_length", {agent: "integer", characters: "integer"});
  const shape = {era: "tiny", agent_text: "text", agent_number: "integer", agent_rank: "integer"} as const;
  const kept = {name: "agent_verdict", question: "agent-ranks", parts: agents.parts};
  await keepInParts(engine, kept, async (_, place) => {
    const table = await engine.table("judged_agent", shape);
    for (const [agent, number] of textsOfPart(agents, place)) {
      lengths.add([[number, agent.length]]);
      for (const [era, {methodology}] of eras.entries()) {
        const rank = rankOf(methodology, (rule) => rule.fitsAgent?.(agent, methodology));
        table.add([[era, agent, number, rank]]);
      }
    }
    table.close();
  });
  lengths.close();
}

async function numberSites(engine: Engine, sites: NumberedTexts): Promise<void> {
  const shape = {site_text: "text", site_number: "integer"} as const;
  const kept = {name: "numbered_site", question: "numbered-sites", parts: sites.parts};
  await keepInParts(engine, kept, async (_, place) => {
    const table = await engine.table("judged_site", shape);
    for (const row of textsOfPart(sites, place)) table.add([row]);
    table.close();
  });
}

async function findTellers(engine: Engine, eras: readonly RulePeriod[]): Promise<void> {
  const table = await engine.table("telling_path", {era: "tiny", path_text: "text", verdict_rank: "integer"});
  for (const [era, {methodology}] of eras.entries()) {
    for (const [rank, rule] of rules.entries()) {
      const path = rule.markerPath?.(methodology);
      if (path) table.add([[era, path, rank]]);
    }
  }
  table.close();
  await engine.keep("teller", "tellers");
}

async function findHeavy(engine: Engine, eras: readonly RulePeriod[]): Promise<void> {
  const heavy = rules.findIndex((rule) => rule.limit);
  for (const [era, {methodology, months}] of eras.entries()) {
    const limit = rules[heavy]?.limit?.(methodology);
    const [first, last] = [months[0]!, months.at(-1)!];
    const from = [limit?.months?.[0] ?? first, first].sort().at(-1)!;
    const until = [limit?.months?.at(-1) ?? last, last].sort()[0]!;
    const documents = limit?.documents ?? Number.MAX_SAFE_INTEGER;
    const params = {heavy, documents, from: `${from}-01`, until: `${until}-01`};
    if (era === 0) await engine.keep("heavy", "heavy", params);
    else await engine.extend("heavy", "heavy", params);
  }
}
