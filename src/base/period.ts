import {Temporal} from "temporal-polyfill";
import {type RequestField, UserError} from "./error.ts";

/** A run of whole months: what a report is about. */
export interface Period {
  /** As it is written on a command line: `2005-H2`; the shortest name that says the same months. */
  readonly name: string;
  /** Every month in order, `YYYY-MM`; at least one. */
  readonly months: readonly string[];
}

/** A hundred years: more is a slip of the finger, not a report. */
const mostMonths = 1200;

const forms = "2005-07, 2005-Q3, 2005-H2, 2005, 2005-07..2005-12 or last-month";
/** The months of the year, January first. */
export const monthNames = "January February March April May June July August September October November December".split(
  " ",
);
const ordinals = ["first", "second", "third", "fourth"];

/**
 * Which months does the text name?
 *
 * @param text `YYYY-MM`, `YYYY-Qn`, `YYYY-Hn`, `YYYY`, `FROM..UNTIL` (both months inclusive) or `last-month`.
 * @param today `YYYY-MM-DD` in the publication's time zone; only `last-month` looks at it.
 * @throws {UserError} PERIOD_UNREADABLE
 */
export function parsePeriod(text: string, today: string, where?: string | RequestField): Period {
  const [from, until, more] = text.split("..");
  if (from === undefined || more !== undefined) throw unreadable(text, where);
  const first = monthsNamed(from, today, text, where);
  if (until === undefined) return periodOf(first[0]!, first.at(-1)!);
  const last = monthsNamed(until, today, text, where).at(-1)!;
  if (last < first[0]!) {
    throw new UserError(
      "PERIOD_UNREADABLE",
      `the period ${text} ends before it begins`,
      `write ${until}..${from}`,
      where,
    );
  }
  if (monthNumber(last) - monthNumber(first[0]!) >= mostMonths) {
    throw new UserError("PERIOD_UNREADABLE", `the period ${text} is longer than a hundred years`, "name fewer", where);
  }
  return periodOf(first[0]!, last);
}

/** The period of all months from one to another, both `YYYY-MM` and inclusive. */
export function periodOf(firstMonth: string, lastMonth: string): Period {
  const length = monthNumber(lastMonth) - monthNumber(firstMonth) + 1;
  const months = Array.from({length}, (_, index) => addMonths(firstMonth, index));
  return {name: nameOf(months), months};
}

/** The month so many months later (or earlier), `YYYY-MM`. */
export function addMonths(month: string, count: number): string {
  const number = monthNumber(month) + count - 1;
  // A long archive asks for hundreds of thousands: the calendar itself is asked for what is no plain month alone.
  if (!isMonth(month) || !(number >= 0 && number < 120_000)) {
    return Temporal.PlainYearMonth.from(month).add({months: count}).toString();
  }
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}

/** How many days the month `YYYY-MM` has. */
export function daysInMonth(month: string): number {
  return Temporal.PlainYearMonth.from(month).daysInMonth;
}

/** Every day of the month, `YYYY-MM-DD`, in order. */
export function daysOfMonth(month: string): string[] {
  return Array.from({length: daysInMonth(month)}, (_, index) => `${month}-${String(index + 1).padStart(2, "0")}`);
}

/** Is the text a month of the calendar, written `YYYY-MM`? */
export function isMonth(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);
}

/** Is the text a period that is the same months whenever it is read? `last-month` is not. */
export function isPeriod(text: string): boolean {
  try {
    return text !== "last-month" && parsePeriod(text, "1970-01-01").months.length > 0;
  } catch {
    return false;
  }
}

/** Is the text a day that the calendar has, written `YYYY-MM-DD`? */
export function isDay(text: string): boolean {
  // JavaScript reads 31 February as 3 March, so ask whether the day comes out as it went in.
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;
}

/** How the period is called in a headline: "second half of 2005", "July 2005", "July to October 2005". */
export function periodTitle({name, months}: Period): string {
  const year = name.slice(0, 4);
  if (/^\d{4}$/.test(name)) return name;
  if (/^\d{4}-[HQ]\d$/.test(name)) {
    return `${ordinals[Number(name[6]) - 1]} ${name[5] === "H" ? "half" : "quarter"} of ${year}`;
  }
  const first = monthTitle(months[0]!);
  if (months.length === 1) return first;
  const last = monthTitle(months.at(-1)!);
  return months.at(-1)!.startsWith(year) ? `${first.slice(0, -5)} to ${last}` : `${first} to ${last}`;
}

/** "July 2005" for `2005-07`. */
export function monthTitle(month: string): string {
  return `${monthNames[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

function monthsNamed(text: string, today: string, whole: string, where?: string | RequestField): string[] {
  if (text === "last-month") return [addMonths(today.slice(0, 7), -1)];
  const match = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])))?$/i.exec(text);
  if (!match) throw unreadable(whole, where);
  const [, year, month, quarter, half] = match;
  if (month !== undefined) {
    if (Number(month) < 1 || Number(month) > 12) throw unreadable(whole, where);
    return [`${year}-${month}`];
  }
  const length = quarter ? 3 : half ? 6 : 12;
  const start = `${year}-${String((Number(quarter ?? half ?? 1) - 1) * length + 1).padStart(2, "0")}`;
  return Array.from({length}, (_, index) => addMonths(start, index));
}

function nameOf(months: readonly string[]): string {
  const first = months[0]!;
  const [year, number] = [first.slice(0, 4), Number(first.slice(5))];
  if (months.length === 1) return first;
  if (months.length === 12 && number === 1) return year;
  if (months.length === 6 && number % 6 === 1) return `${year}-H${(number + 5) / 6}`;
  if (months.length === 3 && number % 3 === 1) return `${year}-Q${(number + 2) / 3}`;
  return `${first}..${months.at(-1)}`;
}

function unreadable(text: string, where?: string | RequestField): UserError {
  return new UserError("PERIOD_UNREADABLE", `"${text}" is not a period`, `write it like ${forms}`, where);
}

/** The period of the same length right before. */
export function previousPeriod(period: Period): Period {
  return shiftedPeriod(period, -period.months.length);
}

/** The period as many months later, or earlier where they are fewer than none. */
export function shiftedPeriod({months}: Period, count: number): Period {
  return periodOf(addMonths(months[0]!, count), addMonths(months.at(-1)!, count));
}
