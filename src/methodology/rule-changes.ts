import {isDeepStrictEqual} from "node:util";
import {type Form, listed, type Message, message, type Wording} from "../base/words/message.ts";
import {methodologyIn} from "./eras.ts";
import type {Methodology} from "./resolved.ts";
import {robotListVersions} from "./robots.ts";

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

/** By which settings do the rules of two months differ? */
export function differencesBetween(methodology: Methodology, before: string, after: string): RuleDifference[] {
  const [one, other] = [methodologyIn(methodology, before), methodologyIn(methodology, after)];
  return one === other ? [] : ruleDifferences(ruleValues(one), ruleValues(other));
}

/** By which settings do two sets of rules differ? */
export function ruleDifferences(
  before: Readonly<Record<string, RuleValue>>,
  after: Readonly<Record<string, RuleValue>>,
): RuleDifference[] {
  const none: RuleValue = {shown: message("setting-not-set"), said: ""};
  return Object.keys({...before, ...after}).flatMap((setting) => {
    const [was, is] = [before[setting] ?? none, after[setting] ?? none];
    return was.said === is.said ? [] : [{setting, text: differenceOf(setting, was.shown, is.shown)}];
  });
}

/** What every setting of the rules says, by its name. */
export function ruleValues(methodology: Methodology): Record<string, RuleValue> {
  const {pageFurniture, notPages, developers, blacklist, robots, reader} = methodology;
  const {heavyReaders: heavy, doubleClicks: clicks} = methodology;
  const months = heavy?.months ? `, months: ${heavy.months[0]}..${heavy.months.at(-1)}` : "";
  const lists = robotListVersions(robots.lists).map(({name, version, sha256}) => {
    return `${name} ${version} (${sha256.slice(0, 8)})`;
  });
  return {
    extends: shownAs(methodology.name),
    rules: shownAs([...methodology.rules]),
    methods: shownAs(methodology.methods),
    statuses: shownAs(methodology.statuses.map(String)),
    graphics: shownAs([...methodology.graphics]),
    "pageFurniture.extensions": shownAs([...pageFurniture.extensions]),
    "pageFurniture.paths": shownAs(pageFurniture.paths),
    "notPages.extensions": shownAs([...notPages.extensions]),
    "notPages.paths": shownAs(notPages.paths),
    developers: {shown: message("clients-listed", {count: developers.length}), said: saidBy(developers)},
    blacklist: {shown: message("entries-listed", {count: blacklist.length}), said: saidBy(blacklist.map(saidBy))},
    "robots.lists": {shown: lists, said: saidBy(robotListVersions(robots.lists).map(saidBy))},
    "robots.askedForRobotsTxt": shownAs(String(robots.askedForRobotsTxt)),
    "robots.nominated": shownAs(String(robots.nominated)),
    "reader.ipv6": shownAs(String(reader.ipv6)),
    "reader.byAgent": shownAs(String(reader.byAgent)),
    heavyReaders: shownAs(heavy ? `{documents: ${heavy.documents}${months}}` : "false"),
    doubleClicks: shownAs(clicks ? `{seconds: ${clicks.seconds}}` : "false"),
    formats: shownAs([...methodology.formats]),
  };
}

function shownAs(shown: RuleValue["shown"]): RuleValue {
  return {shown, said: saidBy(shown)};
}

/** The value as text; of a list, whatever its order. */
function saidBy(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
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

function listedFew(entries: readonly string[]): Form {
  const more = entries.length - mostNamed;
  const parts: Wording[] =
    more > 0 ? [...entries.slice(0, mostNamed), message("entries-more", {count: more})] : [...entries];
  return listed(parts);
}
