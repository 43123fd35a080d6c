import {formatNumber, formatPercent} from "../base/number.ts";
import {monthTitle} from "../base/period.ts";
import {plural} from "../base/text.ts";
import type {Column, Figures, MonthAccount} from "./report.ts";

/** The sentences that matter most, computed: how many readers, which way it goes, how much was left out. */
export function summarize(
  columns: readonly Column[],
  figures: readonly Figures[],
  account: readonly MonthAccount[],
): string[] {
  const readers = figures.find(({id}) => id === "readers");
  const known = columns.flatMap(({period}, index) => {
    const value = readers?.values[index];
    return typeof value === "number" ? [{period, value}] : [];
  });
  // A month that the logs cover in part cannot be set beside a whole one.
  const whole = known.filter(({period}) =>
    columns.some((one) => one.period === period && one.daysCovered === one.days),
  );
  return [rangeSentence(whole.length > 0 ? whole : known), changeSentence(whole), shareSentence(account)].filter(
    (sentence) => sentence !== null,
  );
}

interface MonthReaders {
  readonly period: string;
  readonly value: number;
}

function rangeSentence(months: readonly MonthReaders[]): string | null {
  if (months.length === 0) return null;
  const sorted = months.toSorted((a, b) => a.value - b.value);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  if (least.value === most.value) {
    const when = months.length === 1 ? monthTitle(most.period) : "each month";
    return `${plural(most.value, "distinct user", "distinct users")} in ${when}.`;
  }
  return `Between ${formatNumber(least.value)} (${monthTitle(least.period)}) and ${formatNumber(most.value)} (${monthTitle(most.period)}) distinct users a month.`;
}

function changeSentence(months: readonly MonthReaders[]): string | null {
  const [before, last] = [months[0], months.at(-1)];
  if (!before || !last || before === last || before.value === 0) return null;
  const change = last.value / before.value - 1;
  const size = formatPercent(Math.abs(change));
  const words = change === 0 ? "as many as" : `${size} ${change > 0 ? "more than" : "fewer than"}`;
  return `${monthTitle(last.period)} had ${formatNumber(last.value)}, ${words} ${monthTitle(before.period)}.`;
}

function shareSentence(account: readonly MonthAccount[]): string | null {
  const all = account.reduce((sum, {requests}) => sum + requests, 0);
  if (all === 0) return null;
  const left = new Map<string, number>();
  for (const {id, label, requests} of account.flatMap(({verdicts}) => verdicts)) {
    left.set(id === "counted" ? "" : label, (left.get(id === "counted" ? "" : label) ?? 0) + requests);
  }
  const counted = left.get("") ?? 0;
  left.delete("");
  const [most] = [...left].toSorted((a, b) => b[1] - a[1]);
  const largest =
    most && most[1] > 0
      ? ` The largest part left out: ${most[0].charAt(0).toLowerCase() + most[0].slice(1)} (${formatPercent(most[1] / all)}).`
      : "";
  const of = `${formatNumber(counted)} of ${plural(all, "request", "requests")}`;
  return `${of} ${counted === 1 ? "is" : "are"} counted, ${formatPercent(counted / all)}.${largest}`;
}
