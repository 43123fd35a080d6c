/** An instant in seconds, or NaN where the text is none; with how many characters it took. */
export interface InstantFormat {
  /** As it is named in messages. */
  readonly what: string;
  /**
   * The instant that the text says.
   *
   * @returns Seconds since 1970; NaN where the text is not written so, or no calendar has such a day.
   */
  parse(text: string): number;
  /** Is the text written so, whether or not a calendar has the day? Tells a wrong day from another format. */
  isWrittenSo(text: string): boolean;
  /** Does the text say by which zone's clock it is? Without one it is taken for UTC. Nothing where all that are written so do. */
  namesZone?(text: string): boolean;
}

/** How long a day of UTC is. */
export const secondsADay = 86_400;

/** Days from 1970 to a day; NaN where no calendar has it. Month from 1. */
export function daysSinceEpoch(year: number, month: number, day: number): number {
  if (month < 1 || month > 12 || day < 1 || day > lengthOf(month, year)) return Number.NaN;
  return Date.UTC(year, month - 1, day) / (secondsADay * 1000);
}

function lengthOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A leap second is the second before it: 23:59:60 is no error of the server's. */
export function clockSeconds(hour: number, minute: number, second: number): number {
  if (hour > 23 || minute > 59 || second > 60) return Number.NaN;
  return hour * 3600 + minute * 60 + Math.min(second, 59);
}

const monthNames = "janfebmaraprmayjunjulaugsepoctnovdec";

/** Which month is it by its first three letters, in any case? 0 for none. */
export function monthNamed(name: string): number {
  const at = monthNames.indexOf(name.toLowerCase());
  return name.length === 3 && at % 3 === 0 ? at / 3 + 1 : 0;
}

function digits(text: string, from: number, until: number): number {
  let value = 0;
  for (let at = from; at < until; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Of logs in the order of time nearly every line has the day of the line before. */
const lastDay = {text: "", days: Number.NaN};

/**
 * `10/Oct/2000:13:55:36 -0700`, the way Apache and nginx write an instant unless told otherwise; with a fraction of the second, too.
 *
 * Written by hand: this is asked for every line that is not plain.
 */
export function parseClock(text: string): number {
  const slash = text.indexOf("/");
  // One digit, or two.
  if (slash !== 1 && slash !== 2) return Number.NaN;
  const clock = slash + 9;
  // Python's own servers write a blank behind the day.
  const isApart = text.charCodeAt(clock) === 58 || text.charCodeAt(clock) === 32;
  if (text.charCodeAt(slash + 4) !== 47 || !isApart) return Number.NaN;
  const day = text.slice(0, clock);
  if (day !== lastDay.text) {
    const month = monthNamed(text.slice(slash + 1, slash + 4));
    lastDay.days = daysSinceEpoch(digits(text, slash + 5, clock), month, digits(text, 0, slash));
    lastDay.text = day;
  }
  if (text.charCodeAt(clock + 3) !== 58 || text.charCodeAt(clock + 6) !== 58) return Number.NaN;
  const seconds = clockSeconds(
    digits(text, clock + 1, clock + 3),
    digits(text, clock + 4, clock + 6),
    digits(text, clock + 7, clock + 9),
  );
  const rest = text.slice(clock + 9);
  const zone = rest.replace(/^[.,]\d{1,9}/, "");
  const offset = zone === "" ? 0 : offsetOf(zone.slice(1), zone.charCodeAt(0) === 32);
  return lastDay.days * secondsADay + seconds - offset;
}

/** Does the text end in a zone: `Z`, ` UTC`, `+01`, `+0100`, `+01:00`? A hyphen before it is a date's. */
function endsInZone(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (last > 64) return true;
  for (const back of [5, 6, 3]) {
    const sign = text.charCodeAt(text.length - back);
    if ((sign === 43 || sign === 45) && text.length - back > 10) return true;
  }
  return false;
}

/** Seconds that a zone is ahead of UTC: `+0100`, `-07:00`, `Z`, `+01`; NaN where the text is none. */
export function offsetOf(zone: string, isApart = true): number {
  if (!isApart) return Number.NaN;
  if (zone === "Z" || zone === "z" || zone === "UTC" || zone === "GMT") return 0;
  const sign = zone.charCodeAt(0) === 43 ? 1 : zone.charCodeAt(0) === 45 ? -1 : Number.NaN;
  const hours = digits(zone, 1, 3);
  const rest = zone.charCodeAt(3) === 58 ? zone.slice(4) : zone.slice(3);
  const minutes = rest === "" && zone.length === 3 ? 0 : rest.length === 2 ? digits(rest, 0, 2) : Number.NaN;
  if (hours > 15 || minutes > 59) return Number.NaN;
  return sign * (hours * 3600 + minutes * 60);
}

/** `2026-01-06T10:00:00.123+01:00`; a blank for the T, slashes for hyphens, a comma for the point, no zone for UTC. */
function parseIso(text: string): number {
  const sign = text.charCodeAt(4);
  const isDay = (sign === 45 || sign === 47) && text.charCodeAt(7) === sign;
  const apart = text.charCodeAt(10);
  if (!isDay || (apart !== 84 && apart !== 32 && apart !== 116)) return Number.NaN;
  const days = daysSinceEpoch(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN;
  const seconds = clockSeconds(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
  const zone = text
    .slice(19)
    .replace(/^[.,]\d{1,9}/, "")
    .trimStart();
  return days * secondsADay + seconds - (zone === "" ? 0 : offsetOf(zone));
}

/** A count of seconds, milliseconds, microseconds or nanoseconds since 1970: which of them, its size tells. */
function parseEpoch(text: string): number {
  if (!/^\d{9,19}(?:\.\d{1,9})?$/.test(text)) return Number.NaN;
  const whole = text.split(".", 1)[0]!;
  // Thirteen digits are milliseconds from 2001 to 2286, ten are seconds.
  if (whole.length <= 11) return Math.floor(Number(text));
  if (whole.length <= 14) return Math.floor(Number(text) / 1e3);
  if (whole.length <= 17) return Math.floor(Number(text) / 1e6);
  return Math.floor(Number(text) / 1e9);
}

/** The clock of Apache and nginx; see {@link parseClock}. */
export const clf: InstantFormat = {
  what: "a time like 10/Oct/2000:13:55:36 -0700",
  parse: parseClock,
  isWrittenSo: (text) => /^\d{1,2}\/[A-Za-z]{3}\/\d{4}[: ]\d\d:\d\d:\d\d/.test(text),
  namesZone: endsInZone,
};

/** ISO 8601 and RFC 3339; see {@link parseIso}. */
export const iso: InstantFormat = {
  what: "a time like 2026-01-06T10:00:00Z",
  parse: parseIso,
  isWrittenSo: (text) => /^\d{4}([-/])\d\d\1\d\d[T t]\d\d:\d\d:\d\d/.test(text),
  namesZone: endsInZone,
};

/** A number of seconds or smaller units since 1970; see {@link parseEpoch}. */
export const epoch: InstantFormat = {
  what: "a number of seconds since 1970",
  parse: parseEpoch,
  isWrittenSo: (text) => /^\d{9,19}(?:\.\d+)?$/.test(text),
};

/** Whichever of the three the text is written in. */
export const anyInstant: InstantFormat = {
  what: "a time",
  parse: (text) => {
    const parser = [clf, iso, epoch].find(({isWrittenSo}) => isWrittenSo(text));
    return parser?.parse(text) ?? Number.NaN;
  },
  isWrittenSo: (text) => [clf, iso, epoch].some(({isWrittenSo}) => isWrittenSo(text)),
  namesZone: (text) => epoch.isWrittenSo(text) || endsInZone(text),
};
