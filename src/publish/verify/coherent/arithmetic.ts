import {daysInMonth, isMonth} from "../../../base/period.ts";
import {changePercent} from "../../../report/compare.ts";
import type {Comparison, Figures, Index, Report} from "../../../report/report.ts";
import {isSame} from "../../../report/restate/figures.ts";
import {isDaily} from "../../../report/unit.ts";
import {differs, type Finding, valueText} from "../answer.ts";

/** A value that follows from others of the report. */
interface Followed {
  /** Which: `Distinct users, 2005-09`. */
  readonly cell: string;
  readonly said: number | null;
  readonly follows: number | null;
  /** From what: "the change from 2004-09 to 2005-09". */
  readonly from: string;
}

/** Which values of a report do not follow from the others: sums, changes, indexes, bounds? What is right comes as a sentence. */
export function checkArithmetic(report: Report): {readonly checked: string; readonly findings: Finding[]} {
  const all = [
    ...sums(report),
    ...changes(report.measures, report.comparison),
    ...changes(report.ledger?.measures ?? [], report.ledger?.comparison ?? null),
    ...indexes(report, report.index),
    ...moves(report),
    ...targets(report),
  ];
  const wrong = all.filter(({said, follows}) => !isSame(said, follows));
  const findings = wrong.map(({cell, said, follows, from}) => {
    return differs("report.json", `the value does not follow from ${from}`, {
      cell,
      published: valueText(said),
      now: valueText(follows),
    });
  });
  const bounds = [...ranged(report), ...totals(report)];
  return {
    checked: `${all.length} sums, changes and indexes follow from the figures`,
    findings: [...findings, ...bounds],
  };
}

function sums({columns, account, inputs}: Report): Followed[] {
  const months = columns.map(({period, days, daysCovered, missingDays}): Followed => {
    const isWhole = isMonth(period) && days === daysInMonth(period);
    const follows = isWhole ? days - missingDays.length : null;
    return {
      cell: `days covered, ${period}`,
      said: daysCovered,
      follows,
      from: "the days of the month and those that are missing",
    };
  });
  const requests = account.map(({period, requests: said, verdicts}): Followed => {
    const follows = verdicts.reduce((sum, one) => sum + one.requests, 0);
    return {cell: `account, ${period}`, said, follows, from: "the verdicts, which add up to the requests"};
  });
  const lines = inputs.map(({name, lines: said, requests: own, quarantined, ignored, repeated}): Followed => {
    const follows = own + quarantined + ignored + repeated.reduce((sum, one) => sum + one.lines, 0);
    return {cell: `lines of ${name}`, said, follows, from: "what became of them"};
  });
  return [...months, ...requests, ...lines];
}

function changes(measures: readonly Figures[], comparison: Comparison | null): Followed[] {
  return (comparison?.measures ?? []).flatMap((before): Followed[] => {
    const now = measures.find(({id}) => id === before.id);
    if (now === undefined) return [];
    const months = before.values.map((value, place): Followed => {
      const cell = `change of ${now.label}, from ${comparison!.columns[place]}`;
      const follows = changePercent(value, now.values[place] ?? null);
      return {cell, said: before.changePercent[place] ?? null, follows, from: "the two figures"};
    });
    const cell = `change of ${now.label}, from ${comparison!.period}`;
    const follows = changePercent(before.total, now.total);
    return [...months, {cell, said: before.totalChangePercent, follows, from: "the two figures"}];
  });
}

/** The base's own value is not in the report: every month gives the same one. */
function indexes({measures, columns}: Report, index: Index | null): Followed[] {
  return (index?.measures ?? []).flatMap(({id, values}): Followed[] => {
    const own = measures.find((one) => one.id === id);
    const known = values.flatMap((value, place) => {
      const figure = own?.values[place] ?? null;
      return value === null || figure === null || value === 0 || figure === 0 ? [] : [{place, value, figure}];
    });
    const ratios = known.map(({value, figure}) => value / figure).sort((a, b) => a - b);
    // What most months agree on is taken for the base.
    const ratio = ratios[Math.floor(ratios.length / 2)];
    return known.map(({place, value, figure}) => {
      const cell = `index of ${own!.label}, ${columns[place]!.period}`;
      return {cell, said: value, follows: figure * ratio!, from: "the figure and the base that the other months have"};
    });
  });
}

function moves({moved}: Report): Followed[] {
  return moved.map(({label, from, to, changePercent: said}) => {
    return {cell: `what moved most: ${label}`, said, follows: changePercent(from, to), from: "the two figures"};
  });
}

function targets({ledger}: Report): Followed[] {
  return (ledger?.plan ?? []).map(({label, on, actual, target, ratio}) => {
    const follows = actual === null || target === 0 ? null : actual / target;
    return {cell: `plan: ${label} by ${on}`, said: ratio, follows, from: "the value and the target"};
  });
}

/** A figure lies between its bounds. */
function ranged({measures, ranges, period}: Report): Finding[] {
  return (ranges?.measures ?? []).flatMap((bounds) => {
    const own = measures.find(({id}) => id === bounds.id);
    const isOutside = (value: number | null, low: number | null, high: number | null): boolean => {
      if (value === null || low === null || high === null) return false;
      return (value < low && !isSame(value, low)) || (value > high && !isSame(value, high));
    };
    const isWrong =
      own !== undefined &&
      (isOutside(own.total, bounds.totalLow, bounds.totalHigh) ||
        own.values.some((value, place) => isOutside(value, bounds.low[place] ?? null, bounds.high[place] ?? null)));
    return isWrong
      ? [differs("report.json", "the figure lies outside of its own range", {cell: `${own.label}, ${period}`})]
      : [];
  });
}

/**
 * What the figure of a whole period has to be, by those of its months.
 *
 * An average over days is that of the months by their days; who was there in a month was there in the period; one month is the period.
 */
function totals({measures, columns, period}: Report): Finding[] {
  return measures.flatMap(({label, unit, values, reported, total}) => {
    const known = values.filter((value) => value !== null);
    if (total === null || known.length !== values.length || reported.includes(true)) return [];
    const cell = `${label}, ${period}`;
    if (values.length === 1)
      return isSame(total, known[0]!)
        ? []
        : [
            differs("report.json", "the period is one month, and has another value", {
              cell,
              published: valueText(total),
              now: valueText(known[0]!),
            }),
          ];
    if (isDaily(unit)) {
      const days = columns.reduce((sum, {daysCovered}) => sum + daysCovered, 0);
      const mean = columns.reduce((sum, {daysCovered}, place) => sum + known[place]! * daysCovered, 0) / days;
      const isMean = days === 0 || Math.abs(mean - total) <= 1e-6 * Math.max(1, Math.abs(total));
      return isMean
        ? []
        : [
            differs("report.json", "the average of the period is not that of its months by their days", {
              cell,
              published: valueText(total),
              now: valueText(mean),
            }),
          ];
    }
    if (unit.id !== "unit.readers") return [];
    const [least, most] = [Math.max(...known), known.reduce((sum, value) => sum + value, 0)];
    const isBetween = total >= least && total <= most;
    return isBetween
      ? []
      : [
          differs(
            "report.json",
            `readers of the period are at least those of its best month, ${least}, and at most those of all, ${most}`,
            {cell, published: valueText(total)},
          ),
        ];
  });
}
