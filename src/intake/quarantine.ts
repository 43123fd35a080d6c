import type {QuarantinedLine} from "../workspace/catalogue.ts";
import type {LogFormat} from "./format.ts";
import {lineShape} from "./line-shape.ts";
import {earliestYear, mostBytes} from "./parse-sql.ts";
import {tooLongMark} from "./spool.ts";

/** Why a line is no request, by its id; shown by `broadsheet quarantine` and explained in docs/formats.md. */
export const refusals = {
  "no-match": "does not fit the log format",
  "no-time": "holds no instant in the format's way of writing",
  "bad-time": "holds an instant that no calendar has",
  "absurd-time": `is dated before ${earliestYear} or in the future`,
  "bad-bytes": "claims more bytes than one answer can have",
  "too-long": "is longer than a megabyte",
} as const;

/** Blank lines and comments are no requests and nothing is wrong with them. */
export function isIgnored(line: string): boolean {
  return line.trim() === "" || line.startsWith("#");
}

/**
 * Why is this line no request, and at which column does it go wrong?
 *
 * @param text A line that the engine refused under this format.
 */
export function refuse(line: number, text: string, format: LogFormat): QuarantinedLine {
  const {reason, column} = judge(text, format);
  const tellsTime = reason === "bad-time" || reason === "absurd-time";
  const excerpt = reason === "too-long" ? "" : lineShape(text, column, {format, tellsTime});
  return {line, column, reason, excerpt};
}

// JavaScript's expressions go back and try again: on a long hostile line, for minutes.
const longestJudged = 1 << 15;

function judge(text: string, {exact}: LogFormat): {reason: keyof typeof refusals; column: number} {
  if (text === tooLongMark) return {reason: "too-long", column: 1};
  const found = text.length > longestJudged ? null : new RegExp(exact.pattern, "d").exec(text);
  const place = (group: "time" | "bytes"): number =>
    (found?.indices?.[exact.groups.indexOf(group as never) + 1]?.[0] ?? 0) + 1;
  if (!found) {
    const clock = /\d{1,2}\/\w{3}\/\d{4}:\d{2}:\d{2}:\d{2}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.exec(text);
    return clock ? {reason: "no-match", column: clock.index + clock[0].length + 1} : {reason: "no-time", column: 1};
  }
  const bytes = Number(found[exact.groups.indexOf("bytes") + 1]);
  if (bytes > mostBytes) return {reason: "bad-bytes", column: place("bytes")};
  const time = found[exact.groups.indexOf("time") + 1] ?? "";
  return {reason: isOnCalendar(time) ? "absurd-time" : "bad-time", column: place("time")};
}

const monthNumbers = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function isOnCalendar(time: string): boolean {
  const clock = /^(\d{1,2})\/(\w{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2})/.exec(time);
  const iso = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})/.exec(time);
  if (!clock && !iso) return false;
  const [year, month, day] = clock
    ? [Number(clock[3]), monthNumbers.indexOf(clock[2]!.toLowerCase()), Number(clock[1])]
    : [Number(iso![1]), Number(iso![2]) - 1, Number(iso![3])];
  const [hour, minute, second] = (clock ?? iso)!.slice(4).map(Number);
  const date = new Date(Date.UTC(year, month, day));
  return (
    month >= 0 &&
    date.getUTCDate() === day &&
    date.getUTCMonth() === month &&
    hour! < 24 &&
    minute! < 60 &&
    second! <= 60
  );
}
