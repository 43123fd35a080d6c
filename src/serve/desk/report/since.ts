import {wordsOf} from "../../../render/content/report-words.ts";
import {formatValue} from "../../../render/content/values.ts";
import type {Report} from "../../../report/report.ts";
import type {Desk, Visitor} from "../desk.ts";
import {deskMemory} from "../desk-memory.ts";

/** A figure that is not what somebody saw when they looked last; as printed, null where there was or is none. */
export interface ChangedFigure {
  readonly label: string;
  /** The month, or the name of the whole period. */
  readonly period: string;
  readonly was: string | null;
  readonly now: string | null;
}

/** What somebody saw, by what it is of. */
type Seen = ReadonlyMap<string, string>;

interface Looks {
  /** By what the report was made of. */
  readonly key: string;
  readonly seen: Seen;
  readonly before: Seen | null;
}

const mostLooks = 500;
const looksOf = deskMemory(() => new Map<string, Looks>());

/**
 * Which figures are others than when this person looked at this period last? The look is remembered, until the desk ends.
 *
 * Whoever looks again without anything having changed is shown the same.
 *
 * @param key What the report was made of.
 * @returns null at the first look.
 */
export function changedSince(
  desk: Desk,
  {person}: Visitor,
  report: Report,
  key: string,
): readonly ChangedFigure[] | null {
  const looks = looksOf(desk);
  const name = `${person.id} ${report.period}`;
  const last = looks.get(name);
  const seen = figuresIn(report);
  const before = last === undefined ? null : last.key === key ? last.before : last.seen;
  looks.delete(name);
  looks.set(name, {key, seen, before});
  for (const oldest of looks.keys()) if (looks.size > mostLooks) looks.delete(oldest);
  if (last === undefined || (before === null && last.key === key)) return null;
  return changesBetween(before ?? last.seen, seen, report);
}

function figuresIn(report: Report): Seen {
  const words = wordsOf(report);
  const seen = new Map<string, string>();
  for (const figures of [...report.measures, ...(report.ledger?.measures ?? [])]) {
    report.columns.forEach(({period}, place) => {
      const value = figures.values[place] ?? null;
      if (value !== null) seen.set(`${figures.id} ${period}`, formatValue(value, figures, words));
    });
    if (figures.total !== null) seen.set(`${figures.id} ${report.period}`, formatValue(figures.total, figures, words));
  }
  return seen;
}

function changesBetween(before: Seen, now: Seen, report: Report): ChangedFigure[] {
  const labels = new Map([...report.measures, ...(report.ledger?.measures ?? [])].map(({id, label}) => [id, label]));
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((name): ChangedFigure[] => {
    const [id, period] = [name.slice(0, name.lastIndexOf(" ")), name.slice(name.lastIndexOf(" ") + 1)];
    const change = {was: before.get(name) ?? null, now: now.get(name) ?? null};
    return change.was === change.now ? [] : [{label: labels.get(id) ?? id, period, ...change}];
  });
}
