import {isDay} from "../../base/period.ts";
import {countryNamed, networkNamed} from "../../base/places/country-and-network.ts";
import {quoted} from "../../workspace/sheet/cell.ts";

/** Requests that are alike in several things at once; at least one of them is named. */
export interface GroupSelector {
  readonly agent: AgentText | null;
  /** ISO 3166-1 alpha-2, in capitals. */
  readonly country: string | null;
  /** The number of a network of the routing table: `AS64500`. */
  readonly network: string | null;
}

/** An agent, by a text that it holds, whatever its case, or by the whole of it. */
export interface AgentText {
  readonly text: string;
  readonly isWhole: boolean;
}

/** A group as it is written, with the days that it names itself. */
export interface WrittenGroup {
  readonly group: GroupSelector;
  /** `YYYY-MM-DD`, both inclusive; null is open. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Why a text is no group, and one thing to try. */
export class GroupFault extends Error {
  readonly help: string;

  constructor(what: string, help = forms) {
    super(what);
    this.help = help;
  }
}

const part = "(?:agent\\s*[:=]|country\\s*:|network\\s*:|from\\s|until\\s)";
const between = new RegExp(`\\s+&\\s+(?=${part})`, "i");
const begins = /^(?:agent\s*=|country\s*:|network\s*:|from\s|until\s)/i;

/** More than any agent that is looked at has. */
const mostCharacters = 2000;

const forms = "write agent:TEXT, country:FR, network:AS64500, from DAY and until DAY, each once, with & between them";

/**
 * Is the text an entry of several parts, or of one that is neither a client nor agents by a text?
 *
 * Behind `agent:` anything may stand, a sign for "and" too, as long as no other part follows.
 */
export function isGroupText(text: string): boolean {
  const isJoined = /\s&\s/.test(text) && !/^agent\s*:/i.test(text);
  return begins.test(text) || isJoined || text.split(between).length > 1;
}

/**
 * Reads an entry of several parts: `agent:Chrome/103 & country:FR & from 2026-03-09 until 2026-03-11`.
 *
 * @throws {GroupFault}
 */
export function readGroup(text: string): WrittenGroup {
  if (text.length > mostCharacters) throw new GroupFault(`the entry has ${text.length} characters`);
  const found = partsOf(text);
  const group = {agent: agentIn(found), country: countryIn(found), network: networkIn(found)};
  if (group.agent === null && group.country === null && group.network === null) {
    throw new GroupFault("the entry names days and nothing else");
  }
  const [from, until] = [dayIn(found.get("from")), dayIn(found.get("until"))];
  if (from !== null && until !== null && until < from) {
    throw new GroupFault(`until ${until} is before from ${from}`, "swap the two days, or leave one out");
  }
  return {group, from, until};
}

/** What stands behind each sign; `agent=` is one of its own. */
function partsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const set = (name: string, value: string): void => {
    if (found.has(name) || (name.startsWith("agent") && (found.has("agent") || found.has("agent=")))) {
      throw new GroupFault(`the entry says ${name.replace("=", "")} twice`);
    }
    found.set(name, value);
  };
  for (const one of text.split(between)) {
    const [, sign, rest = ""] = /^(agent\s*[:=]|country\s*:|network\s*:|from(?=\s)|until(?=\s))(.*)$/is.exec(one) ?? [];
    if (sign === undefined) throw new GroupFault(`${quoted(one)} cannot be a part of an entry`);
    const name = sign.toLowerCase().replace(/[\s:]/g, "");
    const [value = "", until] = name === "from" ? rest.split(/\suntil\s/i) : [rest];
    set(name, value.trim());
    if (until !== undefined) set("until", until.trim());
  }
  return found;
}

function agentIn(found: ReadonlyMap<string, string>): AgentText | null {
  const [text, whole] = [found.get("agent"), found.get("agent=")];
  if (whole === "") throw new GroupFault("the agent is empty", "write the whole agent behind agent=");
  if (whole !== undefined) return {text: whole, isWhole: true};
  if (text === undefined) return null;
  if (text.length >= 3) return {text, isWhole: false};
  throw new GroupFault(`the agent text "${text}" would fit nearly everything`, "write at least three characters");
}

function countryIn(found: ReadonlyMap<string, string>): string | null {
  const text = found.get("country");
  const country = text === undefined ? null : countryNamed(text);
  if (text === undefined || country !== null) return country;
  throw new GroupFault(`${quoted(text)} is no country`, "write two letters of ISO 3166, like country:FR");
}

function networkIn(found: ReadonlyMap<string, string>): string | null {
  const text = found.get("network");
  const network = text === undefined ? null : networkNamed(text);
  if (text === undefined || network !== null) return network;
  const help = "write its number, like network:AS64500; a network of addresses stands in a row of its own";
  throw new GroupFault(`${quoted(text)} is no network of the routing table`, help);
}

function dayIn(day: string | undefined): string | null {
  if (day === undefined || isDay(day)) return day ?? null;
  throw new GroupFault(`${quoted(day)} is not a day`, "write it like 2005-09-01");
}

/**
 * A group as an entry, without its days.
 *
 * @returns Null where it cannot be written so that it is read as the same.
 */
export function groupText({agent, country, network}: GroupSelector): string | null {
  const text = [
    ...(agent === null ? [] : [`agent${agent.isWhole ? "=" : ":"}${agent.text}`]),
    ...(country === null ? [] : [`country:${country}`]),
    ...(network === null ? [] : [`network:${network}`]),
  ].join(" & ");
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) || text !== text.trim() || !isGroupText(text)) return null;
  try {
    return JSON.stringify(readGroup(text).group) === JSON.stringify({agent, country, network}) ? text : null;
  } catch {
    return null;
  }
}
