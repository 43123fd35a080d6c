import {expect, test} from "vitest";
import {clockRuns, dayAt, daysOf, isTimeZone} from "../../src/base/zone.ts";

/** Where a day of a zone begins and how long it is; worked out by hand from the zone's rules. */
for (const [what, zone, day, begins, hours] of [
  ["an ordinary day in UTC", "UTC", "2005-07-01", "2005-07-01T00:00:00Z", 24],
  ["the spring day of Paris", "Europe/Paris", "2005-03-27", "2005-03-26T23:00:00Z", 23],
  ["the autumn day of Paris", "Europe/Paris", "2005-10-30", "2005-10-29T22:00:00Z", 25],
  ["the day after it", "Europe/Paris", "2005-10-31", "2005-10-30T23:00:00Z", 24],
  ["the spring day of New York", "America/New_York", "2005-04-03", "2005-04-03T05:00:00Z", 23],
  ["the autumn day of New York", "America/New_York", "2005-10-30", "2005-10-30T04:00:00Z", 25],
  ["a zone of a half hour", "Asia/Kolkata", "2005-07-01", "2005-06-30T18:30:00Z", 24],
  ["a zone of three quarters", "Asia/Kathmandu", "2005-07-01", "2005-06-30T18:15:00Z", 24],
  ["a zone that moves by a half hour", "Australia/Lord_Howe", "2005-10-30", "2005-10-29T13:30:00Z", 23.5],
  ["a day without a midnight", "America/Sao_Paulo", "2005-10-16", "2005-10-16T03:00:00Z", 23],
  ["a far eastern day", "Pacific/Auckland", "2005-07-01", "2005-06-30T12:00:00Z", 24],
  ["an offset", "-04:00", "1995-08-01", "1995-08-01T04:00:00Z", 24],
  ["29 February", "UTC", "2004-02-29", "2004-02-29T00:00:00Z", 24],
  ["a day that Samoa left out", "Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0],
] as const) {
  test(`${what}, ${day}, begins ${begins} and has ${hours} hours`, () => {
    const found = daysOf([day.slice(0, 7)], zone).find((one) => one.day === day)!;
    expect(found.fromSecond).toBe(Date.parse(begins) / 1000);
    expect((found.untilSecond - found.fromSecond) / 3600).toBe(hours);
  });
}

/** What the clock shows when a day begins and when it is changed, after how many hours; worked out by hand. */
for (const [what, zone, day, runs] of [
  ["an ordinary day", "UTC", "2005-07-01", [[0, 24, "00:00"]]],
  ["a zone of a half hour", "Asia/Kolkata", "2005-07-01", [[0, 24, "00:00"]]],
  [
    "the spring day of Paris",
    "Europe/Paris",
    "2005-03-27",
    [
      [0, 2, "00:00"],
      [2, 23, "03:00"],
    ],
  ],
  [
    "the autumn day of Paris",
    "Europe/Paris",
    "2005-10-30",
    [
      [0, 3, "00:00"],
      [3, 25, "02:00"],
    ],
  ],
  [
    "a zone that moves by a half hour",
    "Australia/Lord_Howe",
    "2005-10-30",
    [
      [0, 2, "00:00"],
      [2, 23.5, "02:30"],
    ],
  ],
  ["a day without a midnight", "America/Sao_Paulo", "2005-10-16", [[0, 23, "01:00"]]],
  ["a day that Samoa left out", "Pacific/Apia", "2011-12-30", []],
] as const) {
  test(`the clock of ${what}, ${day}`, () => {
    const found = daysOf([day.slice(0, 7)], zone).find((one) => one.day === day)!;
    expect(clockRuns(found, zone)).toEqual(
      runs.map(([from, until, clock]) => ({
        fromSecond: found.fromSecond + from * 3600,
        untilSecond: found.fromSecond + until * 3600,
        clockSecond: (Date.parse(`1970-01-01T${clock}Z`) / 60_000) * 60,
      })),
    );
  });
}

for (const zone of ["UTC", "Europe/Paris", "Asia/Kathmandu", "America/Sao_Paulo", "Australia/Lord_Howe"]) {
  test(`${zone}: the days of a leap year follow each other without a gap, each within its month`, () => {
    const months = Array.from({length: 12}, (_, index) => `2004-${String(index + 1).padStart(2, "0")}`);
    const days = daysOf(months, zone);
    expect(days).toHaveLength(366);
    for (const [index, day] of days.entries()) {
      expect(day.month).toBe(day.day.slice(0, 7));
      if (index > 0) expect(day.fromSecond).toBe(days[index - 1]!.untilSecond);
      expect(day.fromSecond % 900).toBe(0);
    }
  });
}

for (const [instant, zone, want] of [
  ["2005-06-30T23:59:59Z", "UTC", "2005-06-30"],
  ["2005-06-30T12:00:00Z", "Pacific/Auckland", "2005-07-01"],
  ["2005-07-01T03:59:59Z", "-04:00", "2005-06-30"],
  ["2004-02-29T12:00:00Z", "UTC", "2004-02-29"],
] as const) {
  test(`${instant} is on ${want} in ${zone}`, () => expect(dayAt(Date.parse(instant), zone)).toBe(want));
}

for (const zone of ["UTC", "Europe/Paris", "europe/paris", "America/Argentina/Buenos_Aires", "-04:00", "+05:45"]) {
  test(`${zone} is a time zone`, () => expect(isTimeZone(zone)).toBe(true));
}

for (const zone of ["", "Paris", "Europe/Pariss", "UTC ", "Z", "+05:07", "2005-07-01T00:00Z", "+25:00", "\x1b[31m"]) {
  test(`${JSON.stringify(zone)} is not a time zone`, () => expect(isTimeZone(zone)).toBe(false));
}
