import {findBotMatch} from "isbot";
import {findRobotMark} from "./lists/robot-marks.ts";

/** What a robot is called whose agent names none. */
export const unnamedRobot = "unnamed";

const mostNameLength = 40;

/**
 * What is left of a robot's name when it is fit to print?
 *
 * For text that strangers wrote: one line of at most 40 characters, none of them a control character.
 *
 * @returns "unnamed" when nothing is left.
 */
export function tidyName(text: string): string {
  const line = text
    .replace(/[\p{C}\p{Z}]+/gu, " ")
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .slice(0, mostNameLength)
    .replace(/\p{Cs}$/u, "")
    .replace(/[\s/;:,(+-]+$/, "");
  return line.includes("(") ? line || unnamedRobot : line.replace(/\)+$/, "") || unnamedRobot;
}

/**
 * What does the agent call itself, if crawler-user-agents does not know it?
 *
 * A program's own word where the agent begins with one; else the word that gave it away; else the site it points to.
 *
 * @returns "unnamed" when the agent reads like a browser's.
 */
export function nameOfAgent(agent: string): string {
  const found = findBotMatch(agent) ?? findRobotMark(agent);
  if (found === null) return unnamedRobot;
  const isBrowserLike = /^(?:Mozilla|Opera|Dalvik)\b/i.test(agent);
  const name = isBrowserLike ? compatibleName(agent) : leadingName(agent);
  return tidyName(name ?? wordAround(agent, found) ?? siteIn(agent) ?? "");
}

/** `RSS Bot/1.9 (Mac OS X)` → `RSS Bot`. */
function leadingName(agent: string): string | null {
  const words = /^[^/;,()[\]{}<>"'|+]*/.exec(agent)?.[0].replace(/(?:\s*\bhttps?:|\s+v?\d|:\s|\s*\S+@).*$/i, "");
  return hasLetter(words) ? words : null;
}

/** `Mozilla/5.0 (compatible; ExampleBot/1.0; +http://…)` → `ExampleBot`; so for `Mozilla/5.0 (ExampleBot)`. */
function compatibleName(agent: string): string | null {
  const word =
    /\bcompatible;\s*([^;/()+]+)/i.exec(agent)?.[1] ??
    /^Mozilla\/\d\.\d\s+\(?([\w.-]+)[\w./-]*[;)]?\s*$/i.exec(agent)?.[1];
  return hasLetter(word) && !/^(?:MSIE|Windows|Linux|Konqueror|Trident|compatible)\b/i.test(word) ? word : null;
}

/** The word in which the text stands, unless it is part of an address or of what every browser says. */
function wordAround(agent: string, found: string): string | null {
  const place = agent.indexOf(found) + found.search(/\S|$/);
  const before = /[\w.@:/-]*$/.exec(agent.slice(0, place))?.[0] ?? "";
  const whole = before + (/^[\w.@:/-]*/.exec(agent.slice(place))?.[0] ?? "");
  if (/:\/\/|^www\.|^\W*$|^Mozilla\b/i.test(whole)) return null;
  const word = whole.replace(/^.*@/, "").replace(/\/.*$/, "");
  return hasLetter(word) ? word : null;
}

function siteIn(agent: string): string | null {
  return /(?:https?:\/\/(?:www\.)?|\bwww\.)([\w-]+(?:\.[\w-]+)+)/i.exec(agent)?.[1] ?? null;
}

function hasLetter(text: string | undefined): text is string {
  return text !== undefined && /\p{L}/u.test(text);
}
