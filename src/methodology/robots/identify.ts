import {type AiUse, aiOperators, aiWords} from "./ai-agents.ts";
import {findCrawlers} from "./crawlers.ts";
import type {RobotKind} from "./kind.ts";
import {knownRobots} from "./known.ts";
import {nameOfAgent} from "./names.ts";
import {indexTexts} from "./text-index.ts";

/** What kinds of robots are there, and what are they called? */
export {type RobotKind, robotKinds} from "./kind.ts";

/** Which robot is it, by its own word? */
export interface RobotIdentity {
  /** `Googlebot`, `curl`; `unnamed` where the agent names none. At most 40 characters, none of them a control character. */
  readonly name: string;
  readonly kind: RobotKind;
  readonly ai: AiUse | null;
}

/** What a robot is called that gave no agent. */
export const agentless = "no agent named";

/** No robot names itself after the first 1,000 characters; what comes later is not looked at. */
const mostAgentLength = 1000;

const aiUses: readonly AiUse[] = ["training", "search", "user", "unknown"];

const findAiAgents = indexTexts(
  aiOperators.flatMap((operator) =>
    aiUses.flatMap((use) => (operator[use] ?? []).map((name) => ({name, use, text: name.toLowerCase()}))),
  ),
);

const findAiWords = indexTexts(aiUses.flatMap((use) => (aiWords[use] ?? []).map((name) => ({name, use, text: name}))));

const findKnownRobots = indexTexts(knownRobots);

/** A program built with a library or on a browser may say so beside its own name; the name tells more. */
const isMadeOf: Partial<Readonly<Record<RobotKind, true>>> = {library: true, automation: true};

/**
 * Which robot is the agent, and of what kind?
 *
 * Goes by what the agent says of itself, and anyone can say anything. Meant for agents that a rule holds to be robots:
 * for one that reads like a browser the answer is `unnamed`.
 *
 * @param agent As the log has it; "" and `-` are a client that gave none.
 * @source docs/robots.md
 */
export function identifyRobot(agent: string): RobotIdentity {
  const text = agent.slice(0, mostAgentLength);
  if (text.trim() === "" || text.trim() === "-") return {name: agentless, kind: "other", ai: null};
  const known = findAiAgent(text) ?? findRobot(text) ?? {name: nameOfAgent(text), kind: "other" as const};
  return {...known, ai: aiUses.find((use) => known.kind === `ai-${use}`) ?? null};
}

function findAiAgent(text: string): Omit<RobotIdentity, "ai"> | null {
  const lowered = text.toLowerCase();
  const [best] = findAiAgents(lowered)
    .filter(({place}) => !/[a-z0-9]/.test(lowered.charAt(place - 1)))
    .concat(findAiWords(text).filter(({row, place}) => isWholeName(text, place, row.text.length)))
    .sort((one, other) => one.place - other.place || other.row.text.length - one.row.text.length);
  return best ? {name: best.row.name, kind: `ai-${best.row.use}`} : null;
}

/** Does a program's name begin and end there, as between brackets, semicolons and a version? */
function isWholeName(text: string, place: number, length: number): boolean {
  return (
    (place === 0 || /[(;,)] ?$/.test(text.slice(Math.max(0, place - 2), place))) &&
    /^(?:$|[/;,) ])/.test(text.slice(place + length))
  );
}

// The first of several names is the program's own: addresses and what it is like come after it.
function findRobot(text: string): Omit<RobotIdentity, "ai"> | null {
  const ours = findKnownRobots(text).map(({row, place}) => ({...row, place, length: row.text.length}));
  const [best] = [...ours, ...findCrawlers(text)].sort(
    (one, other) =>
      Number(isMadeOf[one.kind] ?? false) - Number(isMadeOf[other.kind] ?? false) ||
      one.place - other.place ||
      other.length - one.length,
  );
  return best ? {name: best.name, kind: best.kind} : null;
}
