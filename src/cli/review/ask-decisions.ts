import {plural, visible} from "../../base/text.ts";
import type {Decision} from "../../methodology/decisions/resolve.ts";
import {decideAbout} from "../../operations/review/decide.ts";
import type {DecisionPen} from "../../operations/review/record.ts";
import type {Surveyed} from "../../operations/review/survey.ts";
import {wrap} from "../../render/text/wrap.ts";
import {renderClientText, reviewSentence} from "../../render/views/review.ts";
import {isUndecided, type ReviewedClient} from "../../report/review.ts";
import {type Days, decidedDays} from "../../report/review-days.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {type Environment, isColored} from "../environment.ts";

/** What a person answers about one client; null to stop. */
export type PersonAnswer = {readonly decision: Decision; readonly reason: string} | "next" | null;

/** Asks a person. The tests bring their own. */
export type Ask = (client: ReviewedClient, place: string) => Promise<PersonAnswer>;

/**
 * Goes through the clients with a person at a terminal, those who are undecided or all, and writes each decision at once:
 * whoever stops, or is interrupted, goes on another time with the rest.
 */
export async function askDecisions(
  {review, closed}: Surveyed,
  pen: DecisionPen,
  {isAll}: {readonly isAll: boolean},
  environment: Environment,
  ask: Ask = askOnTerminal,
): Promise<number> {
  const {stdout} = environment;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  const tell = (text: string): void =>
    void stdout.write(`${wrap(visible(text), Math.max(80, options.width)).join("\n")}\n`);
  tell(reviewSentence(review));
  const asked = review.clients.filter((client) => isAll || isUndecided(client));
  const days = decidedDays(review.months, closed);
  if (days === null) tell(`${review.title} is closed: nothing is decided about it any more.`);
  let now = review;
  let decided = 0;
  for (const [place, {entry}] of days === null ? [] : asked.entries()) {
    const client = now.clients.find((one) => one.entry === entry)!;
    stdout.write(`\n${renderClientText(now, client, options)}\n`);
    const answer = await ask(client, `${place + 1} of ${asked.length}`);
    if (answer === null) break;
    if (answer === "next") continue;
    const after = await decideAbout({review: now, closed}, {entries: [entry], ...answer}, pen);
    now = after.review;
    decided++;
    tell(
      `Written to ${shortPath(pen.path, environment.cwd)}: ${entry} is ${spoken[answer.decision]}, ${daysText(after.days)}, decided by ${pen.by}.`,
    );
  }
  const left = now.clients.filter(isUndecided).length;
  const rest = left === 0 ? "" : ` Go on with broadsheet review ${review.period}.`;
  if (asked.length > 0)
    tell(
      `${plural(decided, "decision", "decisions")} written. ${plural(left, "client is", "clients are")} undecided.${rest}`,
    );
  else if (review.clients.length > 0) tell(`To look at them again: broadsheet review ${review.period} --all`);
  return 0;
}

/** What each decision makes of a client, in words. */
export const spoken: Readonly<Record<Decision, string>> = {
  robot: "a robot",
  reader: "a reader",
  developer: "a developer",
  later: "to be looked at later",
};

/** "from 2005-07-01 on". */
export function daysText({from, until}: Days): string {
  if (from === null) return until === null ? "for all days" : `until ${until}`;
  return `from ${from}${until === null ? " on" : ` until ${until}`}`;
}

const keys = {b: "robot", r: "reader", d: "developer", l: "later"} as const;

async function askOnTerminal(client: ReviewedClient, place: string): Promise<PersonAnswer> {
  const {isCancel, selectKey, text} = await import("@clack/prompts");
  for (;;) {
    const key = await selectKey({
      message: `${visible(client.entry)} (${place}): what is it?`,
      options: [
        {value: "b", label: "a robot", hint: "left out"},
        {value: "r", label: "a reader", hint: "counts, whatever it takes"},
        {value: "d", label: "a developer", hint: "left out"},
        {value: "l", label: "look at it later", hint: "stays as the rules leave it"},
        {value: "n", label: "next", hint: "decide nothing"},
        {value: "q", label: "quit", hint: "what was decided is written"},
      ],
    });
    if (isCancel(key) || key === "q") return null;
    if (key === "n") return "next";
    const decision = keys[key as keyof typeof keys];
    const reason = await text({
      message: decision === "later" ? "Why? (may be empty)" : "Why?",
      validate: (value) =>
        decision === "later" || value?.trim() ? undefined : "A word or two, so that others understand it",
    });
    // Whoever takes the reason back, takes the decision back.
    if (!isCancel(reason)) return {decision, reason: reason ?? ""};
  }
}
