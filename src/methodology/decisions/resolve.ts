import {hextets, parseNetwork} from "../../base/address.ts";
import type {ClientSelector, ListEntry} from "./entry.ts";

/** What a person may decide about a client. */
export const verdictsOfPeople = ["robot", "reader", "developer", "later"] as const;

/** `later`: looked at, and left as the rule left it. */
export type Decision = (typeof verdictsOfPeople)[number];

/** A row of the blacklist: what somebody decided about whom, for which days, and when. */
export interface DecisionRow {
  /** Where the row begins in its file. */
  readonly line: number;
  readonly who: ClientSelector;
  /** `YYYY-MM-DD`, both inclusive; null is open. */
  readonly from: string | null;
  readonly until: string | null;
  /** Null where the row does not say: a blacklist of before has robots alone. */
  readonly decision: Decision | null;
  /** A day, or an instant in UTC; "" where the row does not say. Later ones revise earlier ones. */
  readonly decidedOn: string;
  readonly decidedBy: string;
  readonly reason: string;
  /** Has somebody said that a wide network is meant? */
  readonly isConfirmed: boolean;
}

/** Two decisions about the same client and days, of which neither is later. */
export interface Contradiction {
  readonly first: DecisionRow;
  readonly second: DecisionRow;
}

/** Days on which one row holds; from `start` until before `end`. */
interface DecidedSpan {
  readonly start: string;
  readonly end: string;
  readonly row: DecisionRow;
  /** A row of the same date that decides otherwise. */
  readonly against: DecisionRow | null;
}

const [before, after] = ["", "~"];

/**
 * What holds, of all that was decided?
 *
 * For each day of a client the decision that was made last. Where two of the same date decide otherwise, and none is
 * later, they contradict each other.
 */
export function resolveDecisions(rows: readonly DecisionRow[]): {
  readonly listings: ListEntry[];
  readonly contradictions: Contradiction[];
} {
  const contradictions: Contradiction[] = [];
  const listings: ListEntry[] = [];
  for (const own of Map.groupBy(rows, ({who}) => keyOf(who)).values()) {
    const decisions = new Set(own.map(decisionOf));
    // Where all decide alike, each row holds as it stands.
    if (decisions.size === 1 && !decisions.has("later")) {
      listings.push(...own.map((row) => listingOf(row, row.from, row.until)));
      continue;
    }
    for (const {start, end, row, against} of spansOf(own)) {
      if (against) contradictions.push({first: row, second: against});
      const [from, until] = [start === before ? null : start, end === after ? null : dayBefore(end)];
      if (decisionOf(row) !== "later") listings.push(listingOf(row, from, until));
    }
  }
  return {listings, contradictions};
}

/** Which decision holds on a day, of rows about one client? Null where there is none. */
export function decisionOn(rows: readonly DecisionRow[], day: string): DecisionRow | null {
  return spansOf(rows).find(({start, end}) => start <= day && day < end)?.row ?? null;
}

/** Days, `YYYY-MM-DD`, both inclusive and null where open, and the row that holds on them; null for none. */
export interface HeldDays {
  readonly from: string | null;
  readonly until: string | null;
  readonly row: DecisionRow | null;
}

/** What would hold on the days on which a row holds, if it were not there? In order. @param rows All about its client. */
export function heldWithout(rows: readonly DecisionRow[], taken: DecisionRow): HeldDays[] {
  const others = inOrder(spansOf(rows.filter((row) => row !== taken)));
  const own = inOrder(spansOf(rows).filter(({row}) => row === taken));
  return own.flatMap(({start, end}) => {
    const parts = others.filter((one) => one.start < end && start < one.end);
    const borders = [start, ...parts.flatMap((one) => [max(start, one.start), min(end, one.end)]), end];
    return borders.slice(1).flatMap((until, place): HeldDays[] => {
      const from = borders[place]!;
      if (from === until) return [];
      const row = parts.find((one) => one.start <= from && from < one.end)?.row ?? null;
      return [{from: from === before ? null : from, until: until === after ? null : dayBefore(until), row}];
    });
  });
}

function inOrder(spans: readonly DecidedSpan[]): DecidedSpan[] {
  return spans.toSorted((one, other) => compare(one.start, other.start));
}

/** What a row says, as it is taken. */
export function decisionOf({decision}: Pick<DecisionRow, "decision">): Decision {
  return decision ?? "robot";
}

/** By what are two entries known to mean the same? However they are written. */
export function keyOf(who: ClientSelector): string {
  if ("agentText" in who) return `agent:${who.agentText.toLowerCase()}`;
  if ("number" in who) return `client:${who.number}`;
  if ("group" in who) {
    const {agent, country, network} = who.group;
    return JSON.stringify([agent?.isWhole ?? null, agent?.text.toLowerCase() ?? "", country, network]);
  }
  const network = parseNetwork(who.client);
  if (!network) return who.client.toLowerCase();
  if (network.family === 4) return `${network.address}/${network.bits}`;
  // Narrower than a /64 means the /64.
  const bits = Math.min(64, network.bits);
  return `${hextets(network.address)
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}/${bits}`;
}

function listingOf({who, decision}: DecisionRow, from: string | null, until: string | null): ListEntry {
  return decision === null || decision === "later" ? {who, from, until} : {who, from, until, decision};
}

/** The days of a client in spans, each with the row that holds; days that no row speaks of are left out. */
function spansOf(rows: readonly DecisionRow[]): DecidedSpan[] {
  const dated = rows.toSorted((one, other) => compare(one.decidedOn, other.decidedOn) || one.line - other.line);
  return dated.reduce<DecidedSpan[]>((spans, row) => paint(spans, row), []);
}

/** Lays a row over the spans before it. */
function paint(spans: readonly DecidedSpan[], row: DecisionRow): DecidedSpan[] {
  const [start, end] = [row.from ?? before, row.until === null ? after : dayAfter(row.until)];
  const cut = spans.flatMap((one): DecidedSpan[] => [
    ...(one.start < start ? [{...one, end: min(one.end, start)}] : []),
    ...(one.end > end ? [{...one, start: max(one.start, end)}] : []),
  ]);
  const laid: DecidedSpan[] = [{start, end, row, against: null}];
  const clashes = spans.flatMap((one) => {
    if (one.start >= end || one.end <= start || one.row.decidedOn !== row.decidedOn) return [];
    const against = [one.row, one.against].find((other) => other && decisionOf(other) !== decisionOf(row));
    return against ? [{...one, against}] : [];
  });
  return [...cut, ...clashes.reduce(clash, laid)];
}

/** Marks the days on which a row of the same date decides otherwise. */
function clash(spans: readonly DecidedSpan[], one: DecidedSpan): DecidedSpan[] {
  return spans.flatMap((span): DecidedSpan[] => {
    const [start, end] = [max(span.start, one.start), min(span.end, one.end)];
    if (start >= end) return [span];
    return [
      ...(span.start < start ? [{...span, end: start}] : []),
      {...span, start, end, against: one.against},
      ...(span.end > end ? [{...span, start: end}] : []),
    ];
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function min(one: string, other: string): string {
  return one < other ? one : other;
}

function max(one: string, other: string): string {
  return one > other ? one : other;
}

/** The day after `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return shifted(day, 1);
}

function dayBefore(day: string): string {
  return shifted(day, -1);
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
