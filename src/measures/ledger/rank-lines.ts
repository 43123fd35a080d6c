import {clauses, day, type Message, message, type Wording} from "../../base/words/message.ts";
import type {RankRow} from "../../ledger/rows.ts";
import {monthOfDay} from "./book-months.ts";
import type {LedgerSource} from "./ledger-survey.ts";
import {byText, inOrder} from "./order.ts";

/** A place in a list at one end of a period, or why there is none. */
export interface MeasuredPlace {
  readonly rank: number | null;
  /** `not in the first 1,000,000`; null where there is a rank. */
  readonly reason: Wording | null;
  /** `YYYY-MM-DD`: of the list; null where nobody looked. */
  readonly on: string | null;
  /** The list as it is written in the book, with its id. */
  readonly version: string | null;
}

/** One publisher's place in one public list, at the end of the period and of the one before. */
export interface MeasuredRank {
  /** The list without the id of one version: `tranco`. */
  readonly list: string;
  readonly name: string;
  readonly isOurs: boolean;
  readonly now: MeasuredPlace;
  readonly before: MeasuredPlace;
  /** Those who stood before it at the end of the period before, and stand behind it now. */
  readonly passed: readonly string[];
  /** Those who stood behind it, and stand before it now. */
  readonly passedBy: readonly string[];
  /** Which list of which day. */
  readonly note: Wording;
}

/** Where do we stand in public lists, and who passed whom? Ours first, then by rank. */
export function rankLines({ledger, asked}: LedgerSource): MeasuredRank[] {
  const rows = inOrder(
    ledger.ranks,
    ({on}) => on,
    ({list}) => list,
    // Of two on one day the better stands last, and is taken.
    ({rank}) => String(1e12 - (rank ?? 1e12)).padStart(13, "0"),
    ({notInFirst}) => String(notInFirst),
  );
  const lists = [...Map.groupBy(rows, ({list}) => listOf(list))].sort(([a], [b]) => byText(a, b));
  return lists.flatMap(([list, own]) => {
    const standings = [...new Set(own.map(({name}) => name))].map((name): Standing => {
      const named = own.filter((row) => row.name === name);
      return {name, now: latest(named, asked.period.months), before: latest(named, asked.previous.months)};
    });
    const seen = standings.filter(({now, before}) => now !== null || before !== null);
    return seen
      .toSorted((a, b) => orderOf(a, asked.ours) - orderOf(b, asked.ours) || byText(a.name, b.name))
      .map((standing) => lineOf(list, standing, seen, asked.ours));
  });
}

interface Standing {
  readonly name: string;
  readonly now: RankRow | null;
  readonly before: RankRow | null;
}

function lineOf(list: string, own: Standing, all: readonly Standing[], ours: string | null): MeasuredRank {
  const {name, now, before} = own;
  const others = all.filter((other) => other.name !== name);
  const names = (standings: readonly Standing[]): string[] => standings.map((one) => one.name).sort(byText);
  return {
    list,
    name,
    isOurs: name === ours,
    now: placeOf(now),
    before: placeOf(before),
    passed: names(others.filter((other) => hasPassed(own, other))),
    passedBy: names(others.filter((other) => hasPassed(other, own))),
    note: clauses([
      ...(now === null ? [] : [listOfDay(now)]),
      ...(before === null ? [] : [message("list-before", {list: listOfDay(before)})]),
    ]),
  };
}

function listOfDay({list, on}: RankRow): Message {
  return message("list-of-day", {list, day: day(on)});
}

/**
 * The list without the id of its version: `tranco 4KLX` and `tranco X9ZZ` are one list on two days.
 *
 * An id is a last word of four or more capitals and digits.
 */
export function listOf(list: string): string {
  return list.replace(/ [A-Z0-9]{4,}$/, "");
}

function latest(rows: readonly RankRow[], months: readonly string[]): RankRow | null {
  return rows.filter(({on}) => months.includes(monthOfDay(on))).at(-1) ?? null;
}

function placeOf(row: RankRow | null): MeasuredPlace {
  if (row === null) return {rank: null, reason: message("not-looked-up"), on: null, version: null};
  const {rank, notInFirst, on, list} = row;
  const outside = notInFirst === null ? message("not-in-list") : message("not-in-first", {places: notInFirst});
  return {rank, reason: rank === null ? outside : null, on, version: list};
}

function hasPassed(one: Standing, other: Standing): boolean {
  return isBefore(other.before, one.before) && isBefore(one.now, other.now);
}

/** Does the one surely stand before the other? Who is not in the first so many stands behind all of those. */
function isBefore(one: RankRow | null, other: RankRow | null): boolean {
  if (one === null || other === null || one.rank === null) return false;
  return other.rank === null ? one.rank <= (other.notInFirst ?? one.rank) : one.rank < other.rank;
}

function orderOf({name, now}: Standing, ours: string | null): number {
  if (name === ours) return 0;
  return now?.rank ?? Number.MAX_SAFE_INTEGER;
}
