import type {RestatedChange} from "../report.ts";
import {figuresIn, isSame} from "./figures.ts";
import type {Basis, PublishedReport} from "./published.ts";

/** Every value that was published of a figure from logs, in the order of the days. */
export interface ValueChain {
  /** What was published first. */
  readonly value: number | null;
  /** The day of that. */
  readonly on: string;
  readonly changes: readonly RestatedChange[];
  /** What is in force. */
  readonly current: number | null;
  /** The report that said last what is in force, and what it rested on then. */
  readonly last: PublishedReport;
  readonly basis: Basis;
}

/** What a measure's figures of a month or period are found by. */
export function chainKey(measure: string, span: string): string {
  return `${measure} ${span}`;
}

/** Something that was published: a report, or what was restated of one. */
type Step =
  | {readonly on: string; readonly of: PublishedReport; readonly restated: null}
  | {readonly on: string; readonly of: PublishedReport; readonly restated: PublishedReport["restated"][number]};

/**
 * Every value that was published of each figure from logs, by measure and month or period.
 *
 * A reason belongs to the change that it was given for: from one value to another. A figure may stand in several reports; what is restated of
 * one is restated of it in all.
 */
export function valueChains(reports: readonly PublishedReport[]): Map<string, ValueChain> {
  const chains = new Map<string, ValueChain>();
  for (const step of stepsOf(reports)) {
    if (step.restated === null) publishAll(step.of, chains);
    else restateAll(step.of, step.restated, chains);
  }
  return chains;
}

function stepsOf(reports: readonly PublishedReport[]): Step[] {
  const steps = reports.flatMap((of): Step[] => {
    // Whatever days a publisher gives them: what is restated of a report comes after it, and in the order of the errata.
    let last = of.on;
    const restated = of.restated.map((one) => {
      last = one.on > last ? one.on : last;
      return {on: last, of, restated: one};
    });
    return [{on: of.on, of, restated: null}, ...restated];
  });
  return steps.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
}

function publishAll(of: PublishedReport, chains: Map<string, ValueChain>): void {
  for (const {group, id, span, value} of figuresIn(of.report)) {
    if (group !== "measure") continue;
    const key = chainKey(id, span);
    const known = chains.get(key);
    const now = {current: value, last: of, basis: of.basis};
    if (known === undefined) chains.set(key, {value, on: of.on, changes: [], ...now});
    else if (isSame(known.current, value)) chains.set(key, {...known, ...now});
    else {
      const change = {on: of.on, kind: null, before: known.current, after: value, reason: of.movedReason};
      chains.set(key, {...known, changes: [...known.changes, change], ...now});
    }
  }
}

function restateAll(
  of: PublishedReport,
  {on, kind, reason, figures, basis}: PublishedReport["restated"][number],
  chains: Map<string, ValueChain>,
): void {
  for (const {key: own, before, after} of figures) {
    const [group, id, span] = own.split("|");
    if (group !== "measure") continue;
    const key = chainKey(id!, span!);
    const known = chains.get(key);
    // Another report has had the same figure, and it was restated there before.
    if (known === undefined || !isSame(known.current, before)) continue;
    const changes = [...known.changes, {on, kind, before, after, reason}];
    chains.set(key, {...known, changes, current: after, last: of, basis});
  }
}
