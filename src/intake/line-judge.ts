import type {DuckDbEngine} from "../engine/duckdb.ts";
import type {PreparedRows} from "../engine/prepared-rows.ts";
import {quoteText} from "../engine/quote-text.ts";
import {tooLongMark} from "./clean-line.ts";
import type {LogFormat} from "./format.ts";
import {askOfLines, linesInText} from "./lines.ts";
import {mostBytes} from "./parse-sql.ts";
import type {Refusal} from "./quarantine.ts";

/** What an instant begins with, in any of the ways of writing. */
const clockLike = String.raw`(?:\d{1,2}/\w{3}/\d{4}:\d{2}:\d{2}:\d{2}|\d{4}-\d{2}-\d{2}T\d{2}:\d{2})`;

/** Asks the engine why lines are no requests: by the expression that refused them, in time that grows as the lines do. */
export class LineJudge {
  readonly #judging: PreparedRows;

  constructor(engine: DuckDbEngine, {exact}: LogFormat) {
    const {pattern, names} = withPlaces(exact);
    const bytes = names.includes("bytes") ? "ltrim(found.bytes, '0')" : "''";
    const place = (group: string): string => (names.includes(group) ? `length(found.before_${group})` : "0");
    // More digits than a number holds are no number to the engine.
    this.#judging = engine.prepared(`select left(found.time, 40) as time,
        ${place("time")} as "beforeTime", ${place("bytes")} as "beforeBytes",
        (length(${bytes}) > 18 or coalesce(try_cast(${bytes} as ubigint) > ${mostBytes}, false))::integer as "isLarge",
        length(regexp_extract(line, ${quoteText(`^.*?${clockLike}`)})) as "clockEnd"
      from (select line, regexp_extract(line, ${quoteText(pattern)}, [${names.map(quoteText).join(", ")}]) as found
        from ${linesInText})`);
  }

  /** Why is each of these lines no request? @param texts Clean lines that the format refused. */
  async judge(texts: readonly string[]): Promise<Refusal[]> {
    const rows = await askOfLines(this.#judging, texts);
    return rows.map((row, place) => refusalOf(row as unknown as JudgedRow, texts[place]!));
  }

  close(): void {
    this.#judging.close();
  }
}

/** Places are counted in characters. */
interface JudgedRow {
  /** Empty where the line does not fit. */
  readonly time: string;
  readonly beforeTime: number;
  readonly beforeBytes: number;
  /** 1 or 0. */
  readonly isLarge: number;
  /** 0 where nothing like an instant stands in it. */
  readonly clockEnd: number;
}

function refusalOf({time, beforeTime, beforeBytes, isLarge, clockEnd}: JudgedRow, text: string): Refusal {
  if (text === tooLongMark) return {reason: "too-long", column: 1};
  const columnAt = (characters: number): number => 1 + unitsIn(text, characters);
  if (time === "") return {reason: clockEnd > 0 ? "no-match" : "no-time", column: columnAt(clockEnd)};
  if (isLarge === 1) return {reason: "bad-bytes", column: columnAt(beforeBytes)};
  return {reason: isOnCalendar(time) ? "absurd-time" : "bad-time", column: columnAt(beforeTime)};
}

/** How many units of UTF-16 are so many characters? */
function unitsIn(text: string, characters: number): number {
  let units = 0;
  for (let left = characters; left > 0; left--) units += text.codePointAt(units)! > 0xffff ? 2 : 1;
  return units;
}

/**
 * An expression with a group more for time and size each, `before_…`: all of the line that comes before it.
 *
 * @param exact Its groups for time and size are in no other group.
 */
function withPlaces({pattern, groups}: LogFormat["exact"]): {pattern: string; names: string[]} {
  const opens = openingsOf(pattern);
  const placed = groups
    .map((group, place) => ({group, at: opens[place]!}))
    .filter(({group}) => group === "time" || group === "bytes");
  let closed = "";
  let from = 1;
  for (const {at} of placed) {
    closed += `${pattern.slice(from, at)})`;
    from = at;
  }
  const outer = placed.map(({group}) => `before_${group}`).reverse();
  return {pattern: `^${"(".repeat(placed.length)}${closed}${pattern.slice(from)}`, names: [...outer, ...groups]};
}

/** Where the groups that capture begin in an expression. */
function openingsOf(pattern: string): number[] {
  const opens: number[] = [];
  let isInClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at];
    if (sign === "\\") at++;
    else if (isInClass) isInClass = sign !== "]";
    else if (sign === "[") isInClass = true;
    else if (sign === "(" && pattern[at + 1] !== "?") opens.push(at);
  }
  return opens;
}

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Has a calendar this instant? @param time As a format's expression took it out of the line: its places are fixed but for the day's. */
function isOnCalendar(time: string): boolean {
  const isIso = time[4] === "-";
  const parts = time.split(isIso ? /[-T:+Z]/ : /[/: ]/);
  const [year, month, day] = isIso
    ? [Number(parts[0]), Number(parts[1]) - 1, Number(parts[2])]
    : [Number(parts[2]), monthNames.indexOf(parts[1]!.toLowerCase()), Number(parts[0])];
  const [hour, minute, second] = parts.slice(3, 6).map(Number);
  const date = new Date(Date.UTC(year, month, day));
  return (
    month >= 0 &&
    date.getUTCDate() === day &&
    date.getUTCMonth() === month &&
    hour! < 24 &&
    minute! < 60 &&
    second! < 60
  );
}
