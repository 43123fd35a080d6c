import {plural, visible} from "../../base/text.ts";
import type {Decision} from "../../methodology/decisions/resolve.ts";
import {decideAbout} from "../../operations/review/decide.ts";
import {questionsOf} from "../../operations/review/questions.ts";
import type {DecisionPen} from "../../operations/review/record.ts";
import type {Surveyed} from "../../operations/review/survey.ts";
import {wrap} from "../../render/text/wrap.ts";
import {renderClientText, reviewSentence} from "../../render/views/review.ts";
import {renderWaveText} from "../../render/views/review-wave.ts";
import {isUndecided} from "../../report/review.ts";
import {type Days, decidedDays} from "../../report/review-days.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {type Environment, isColored} from "../environment.ts";
import {type Ask, askOnTerminal} from "./ask-on-terminal.ts";

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
  const asked = questionsOf(
    review.clients.filter((client) => isAll || isUndecided(client)),
    review,
  );
  const days = decidedDays(review.months, closed);
  if (days === null) tell(`${review.title} is closed: nothing is decided about it any more.`);
  let now = review;
  let decided = 0;
  for (const [place, {entries, wave}] of days === null ? [] : asked.entries()) {
    const clients = now.clients.filter(({entry}) => entries.includes(entry));
    const shown = wave === null ? renderClientText(now, clients[0]!, options) : renderWaveText(now, wave, options);
    stdout.write(`\n${shown}\n`);
    const answer = await ask(clients, `${place + 1} of ${asked.length}`);
    if (answer === null) break;
    if (answer === "next") continue;
    const after = await decideAbout({review: now, closed}, {entries, ...answer, wave}, pen);
    now = after.review;
    decided += entries.length;
    const about =
      after.rows.length === 1
        ? `${after.rows[0]!.entry} is ${spoken[answer.decision]}`
        : `each of ${plural(entries.length, "client", "clients")} is ${spoken[answer.decision]}`;
    tell(
      `Written to ${shortPath(pen.path, environment.cwd)}: ${about}, ${daysText(after.days)}, decided by ${pen.by}.`,
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
