import {identifyRobot} from "../robots/identify.ts";
import {tidyName, unnamedRobot} from "../robots/names.ts";

/** What a program that fetches a feed says of whom it fetches it for. */
export interface FeedWord {
  /** `Feedly`; at most 40 characters, none of them a control character. */
  readonly service: string;
  /** The feed's own name at the service; empty where it says none. */
  readonly feedId: string;
  /** Null where it says a number that no service has. */
  readonly subscribers: number | null;
}

/** No service speaks for more: the largest feeds that were ever counted had some millions. */
export const mostSubscribers = 100_000_000;

/** No agent says it after its first 1,000 characters. */
const mostAgentLength = 1000;

/** What they are called, the surest word first. */
const words = ["subscriber", "reader", "follower", "user"] as const;

/** What stands before the feed's own name. */
const idNames = ["feed-id", "feed_id", "feedid", "feed id", "feed-url", "feed_url", "feedurl"] as const;

/** The longest name of a feed that is told from others. */
const mostIdLength = 200;

/**
 * For how many subscribers does the agent say it asks? Null where it says nothing of them.
 *
 * Looks for a number before the word or behind it: `120 subscribers`, `1,200 readers`, `subscribers: 7`. A version is none: of `Reader/2.0
 * users` nothing is known.
 *
 * Time grows with the agent's length, of which 1,000 characters are looked at.
 *
 * @source docs/measures.md#feed-subscribers
 */
export function readFeedWord(agent: string): FeedWord | null {
  const text = agent.slice(0, mostAgentLength);
  const lowered = text.toLowerCase();
  for (const word of words) {
    for (let at = lowered.indexOf(word); at !== -1; at = lowered.indexOf(word, at + word.length)) {
      const digits = isPartOfWord(lowered, at, word.length)
        ? null
        : (numberBefore(lowered, at) ?? numberBehind(lowered, at + word.length));
      if (digits !== null)
        return {service: serviceOf(text), feedId: feedIdOf(text, lowered), subscribers: sizeOf(digits)};
    }
  }
  return null;
}

/** `readership` and `userid` are other words; `subscribers_count` is none. */
function isPartOfWord(text: string, at: number, length: number): boolean {
  const before = text.charAt(at - 1);
  const rest = text.slice(at + length, at + length + 2);
  return /[a-z]/.test(before) || /^(?:[a-rt-z]|s[a-z])/.test(rest);
}

/** Between the thousands of a number. */
const separators = ",.'’_\u00a0\u202f\u2009";

/** The digits of the number that ends before a place; null where none does, or what stands there is a version. */
function numberBefore(text: string, place: number): string | null {
  let end = place;
  while (end > 0 && /[\s\u00a0+~-]/.test(text.charAt(end - 1))) end--;
  let start = end;
  while (start > 0 && (isDigit(text.charAt(start - 1)) || isSeparator(text, start - 1))) start--;
  const isVersion = /[/\p{L}]/u.test(text.charAt(start - 1)) || separators.includes(text.charAt(start - 1) || " ");
  return isVersion ? null : digitsOf(text.slice(start, end));
}

/** The digits of the number that begins behind a word, with `:` or `=` before it. */
function numberBehind(text: string, place: number): string | null {
  let start = text.charAt(place) === "s" ? place + 1 : place;
  if (/^[ _-]?count/.test(text.slice(start, start + 6))) start = text.indexOf("count", start) + "count".length;
  while (text.charAt(start) === " ") start++;
  if (!/[:=]/.test(text.charAt(start))) return null;
  do start++;
  while (text.charAt(start) === " ");
  let end = start;
  while (end < text.length && (isDigit(text.charAt(end)) || isSeparator(text, end))) end++;
  return digitsOf(text.slice(start, end));
}

function isDigit(sign: string): boolean {
  return sign >= "0" && sign <= "9";
}

/** Does the sign part a number? With a digit on either side. */
function isSeparator(text: string, at: number): boolean {
  return separators.includes(text.charAt(at)) && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1));
}

/** The digits alone; null where they are none, or are parted otherwise than by thousands. */
function digitsOf(number: string): string | null {
  const [first = "", ...groups] = number.split(/[^0-9]/);
  if (first === "") return null;
  if (groups.length > 0 && (first.length > 3 || groups.some((group) => group.length !== 3))) return null;
  return first + groups.join("");
}

function sizeOf(digits: string): number | null {
  const size = Number(digits);
  return size <= mostSubscribers ? size : null;
}

function serviceOf(agent: string): string {
  const {name} = identifyRobot(agent);
  if (name !== unnamedRobot) return name;
  return tidyName(agent.split(/ - |[/;,()]/, 1)[0] ?? "");
}

function feedIdOf(text: string, lowered: string): string {
  for (const name of idNames) {
    const at = lowered.indexOf(name);
    if (at === -1) continue;
    const rest = text.slice(at + name.length, at + name.length + mostIdLength + 3).replace(/^ ?[:=] ?/, "");
    return rest.split(/[;,\s)]/, 1)[0]!;
  }
  return "";
}
