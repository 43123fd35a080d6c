import {monthTitle} from "../base/period.ts";
import {plural} from "../base/text.ts";
import type {UnitData} from "../base/words/message.ts";
import type {Figures, Report} from "./report.ts";
import {isDaily} from "./unit.ts";

/** One step on the way to a figure. */
export interface ExplainedStep {
  /** A verdict's id, or what the step is about: `lines`, `quarantined`, `ignored`, `outside`, `requests`. */
  readonly id: string;
  readonly label: string;
  /** How many were left out; null for a step that only says what is left. */
  readonly leftOut: number | null;
  /** How many are left after the step. */
  readonly left: number;
}

/** The way from the lines that were read to one figure. */
export interface Explanation {
  readonly measure: string;
  readonly label: string;
  readonly unit: UnitData;
  readonly decimals: number;
  readonly title: string;
  readonly period: string;
  readonly value: number | null;
  /** Why there is no value; null where there is one. */
  readonly reason: string | null;
  readonly definition: string;
  readonly steps: readonly ExplainedStep[];
  /** From what counts to the figure, in a sentence; where no log was read there are no steps, and it says so. */
  readonly last: string;
  readonly notes: readonly string[];
  /** How far it would move, in a sentence; null where it was not asked. */
  readonly range: string | null;
}

/** How did the figure of a report's whole period come about? */
export function explain(report: Report, figures: Figures): Explanation {
  const {columns, inputs, ranges, notes} = report;
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  const read = sum(inputs.map(({requests}) => requests));
  const within = sum(report.account.map(({requests}) => requests));
  return {
    measure: figures.id,
    label: figures.label,
    unit: figures.unit,
    decimals: figures.decimals,
    title: report.title,
    period: report.period,
    value: figures.total,
    reason: figures.totalReason,
    definition: figures.definition,
    steps:
      report.account.length === 0
        ? []
        : stepsOf(
            sum(inputs.map(({lines}) => lines)),
            [
              {
                id: "quarantined",
                label: "Lines that could not be read",
                count: sum(inputs.map((one) => one.quarantined)),
              },
              {
                id: "ignored",
                label: "Lines that are no request (blank, headers)",
                count: sum(inputs.map((one) => one.ignored)),
              },
              {id: "outside", label: outsideLabel(report), count: read - within},
              ...verdictsOf(report),
            ],
            plural(inputs.length, "log", "logs"),
          ),
    last:
      report.account.length === 0
        ? "No logs were read for this period, so that nothing was counted."
        : isPutTogether(figures, report)
          ? "Put together of whole files and of parts, which stand above among what was left out."
          : lastOf(figures, sum(columns.map(({daysCovered}) => daysCovered))),
    notes: notes.filter(({id}) => figures.notes.includes(id)).map(({text}) => text),
    range: ranges?.measures.find(({id}) => id === figures.id)?.sentence ?? null,
  };
}

/** Of a site's report, requests for the others are none of its own. */
function outsideLabel({columns, site}: Report): string {
  const span = spanOf(columns.map(({period}) => period));
  return site === null ? `Requests outside ${span}` : `Requests outside ${span}, or for other sites than ${site}`;
}

interface LeftOut {
  readonly id: string;
  readonly label: string;
  readonly count: number;
}

function verdictsOf({account}: Report): LeftOut[] {
  const [first] = account;
  return (first?.verdicts ?? [])
    .filter(({id}) => id !== "counted")
    .map(({id, label}, place) => ({
      id,
      label,
      count: account.reduce((all, {verdicts}) => all + (verdicts[place]?.requests ?? 0), 0),
    }));
}

function stepsOf(lines: number, leftOut: readonly LeftOut[], logs: string): ExplainedStep[] {
  const steps: ExplainedStep[] = [{id: "lines", label: `Lines read in ${logs}`, leftOut: null, left: lines}];
  let left = lines;
  for (const {id, label, count} of leftOut) {
    left -= count;
    steps.push({id, label, leftOut: count, left});
  }
  return [...steps, {id: "counted", label: "Counted requests", leftOut: null, left}];
}

/** Is it of downloads, listening or viewing, which are no counted requests? */
function isPutTogether({id}: Figures, {measures}: Report): boolean {
  if (["listens", "listeners", "plays", "viewers"].includes(id)) return true;
  return /^download(?:s|ers|-readers)\b/.test(id) && measures.some((one) => one.id === "downloads");
}

function lastOf({unit}: Figures, daysCovered: number): string {
  if (isDaily(unit)) return `Divided by ${plural(daysCovered, "day", "days")} that the logs cover.`;
  return unit.id === "unit.readers" ? "The different clients among them, each once." : "Worked out from these.";
}

function spanOf(months: readonly string[]): string {
  const [first, last] = [months[0]!, months.at(-1)!];
  return first === last ? monthTitle(first) : `${monthTitle(first)} to ${monthTitle(last)}`;
}
