/** Versions and the days they came out, in order; between two of them versions came evenly. */
const releases: readonly {
  readonly pattern: RegExp;
  readonly known: readonly (readonly [version: number, day: string])[];
}[] = [
  {
    pattern: /\bFirefox\/(\d{1,3})\b/,
    known: [
      [3, "2008-06-17"],
      [4, "2011-03-22"],
      [52, "2017-03-07"],
      [100, "2022-05-03"],
      [140, "2025-06-24"],
    ],
  },
  {
    pattern: /\b(?:Chrome|CriOS)\/(\d{1,3})\b/,
    known: [
      [1, "2008-12-11"],
      [50, "2016-04-13"],
      [69, "2018-09-04"],
      [94, "2021-09-21"],
      [140, "2025-09-02"],
    ],
  },
  {
    pattern: /\bVersion\/(\d{1,2})(?:\.\d+)* (?:Mobile\/\w+ )?Safari\//,
    known: [
      [3, "2008-03-18"],
      [9, "2015-09-30"],
      [18, "2024-09-16"],
    ],
  },
  {
    pattern: /\bMSIE (\d{1,2})\b/,
    known: [
      [5, "1999-03-18"],
      [6, "2001-08-24"],
      [10, "2012-10-26"],
    ],
  },
];

const [dayMs, yearDays] = [86_400_000, 365];

/** How many years after it came out a browser is years old. */
const oldAfterYears = 3;

/**
 * From when on is the browser of this agent years old?
 *
 * Browsers renew themselves: what names a version of years ago is a machine that nobody tends, or says what is not so.
 *
 * @returns The day in UTC, `YYYY-MM-DD`; null of what is no version that is known here. To some weeks.
 */
export function oldFrom(agent: string): string | null {
  for (const {pattern, known} of releases) {
    const version = Number(pattern.exec(agent)?.[1] ?? Number.NaN);
    if (Number.isNaN(version)) continue;
    const released = releasedOn(version, known);
    return released === null ? null : dayText(released + oldAfterYears * yearDays * dayMs);
  }
  return null;
}

/** Null of versions that were not out when this was written, and of those before the first that is known. */
function releasedOn(version: number, known: readonly (readonly [number, string])[]): number | null {
  const next = known.findIndex(([one]) => one >= version);
  if (next < 0) return null;
  const [nextVersion, nextDay] = known[next]!;
  if (nextVersion === version) return Date.parse(nextDay);
  if (next === 0) return null;
  const [lastVersion, lastDay] = known[next - 1]!;
  const share = (version - lastVersion) / (nextVersion - lastVersion);
  return Date.parse(lastDay) + share * (Date.parse(nextDay) - Date.parse(lastDay));
}

function dayText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
