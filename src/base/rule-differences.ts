import {isDeepStrictEqual} from "node:util";
import {type FormattedValue, listed, type Message, message, type Wording} from "./words/message.ts";

/** A setting that says one thing in one month and another in another. */
export interface RuleDifference {
  /** As `broadsheet.yaml` has it below `methodology`: `robots.lists`. */
  readonly setting: string;
  /** How it differs: `heavyReaders false (before: {documents: 1000})`, `graphics with webp, without svg`. */
  readonly text: Message;
}

/** What a setting says. */
export interface RuleValue {
  /** As it is told: one value, or a list whose order means nothing. Never an address. */
  readonly shown: Wording | readonly string[];
  /** All that it says, to be compared with what another says. May hold addresses. */
  readonly said: string;
}

/** By which settings do two sets of rules differ? */
export function ruleDifferences(
  before: Readonly<Record<string, RuleValue>>,
  after: Readonly<Record<string, RuleValue>>,
): RuleDifference[] {
  const none: RuleValue = {shown: message("setting-not-set"), said: ""};
  const found = Object.keys({...before, ...after}).flatMap((setting) => {
    const [was, is] = [before[setting] ?? none, after[setting] ?? none];
    return was.said === is.said ? [] : [{setting, text: differenceOf(setting, was.shown, is.shown)}];
  });
  // Which rules run follows from the other settings, most of the time.
  return found.length > 1 ? found.filter(({setting}) => setting !== "rules") : found;
}

/** More entries of a list are not named. */
const mostNamed = 5;

function differenceOf(setting: string, was: RuleValue["shown"], is: RuleValue["shown"]): Message {
  if (!isList(was) || !isList(is)) {
    const [before, now] = [flat(was), flat(is)];
    if (isDeepStrictEqual(before, now)) return message("setting-others", {setting, now});
    return message("setting-changed", {setting, now, before});
  }
  const [added, removed] = [is.filter((entry) => !was.includes(entry)), was.filter((entry) => !is.includes(entry))];
  if (removed.length === 0) return message("setting-with", {setting, added: listedFew(added)});
  if (added.length === 0) return message("setting-without", {setting, removed: listedFew(removed)});
  return message("setting-with-and-without", {setting, added: listedFew(added), removed: listedFew(removed)});
}

function isList(shown: RuleValue["shown"]): shown is readonly string[] {
  return Array.isArray(shown);
}

function flat(shown: RuleValue["shown"]): Wording {
  return isList(shown) ? `[${shown.join(", ")}]` : shown;
}

function listedFew(entries: readonly string[]): FormattedValue {
  const more = entries.length - mostNamed;
  const parts: Wording[] =
    more > 0 ? [...entries.slice(0, mostNamed), message("entries-more", {count: more})] : [...entries];
  return listed(parts);
}
