import type {Translator} from "../base/words/translator.ts";
import type {Column, Figures, MonthAccount} from "./report.ts";
import {type Rules, settingsApart} from "./rule-changes.ts";

/** The sentences that matter most, computed: how many readers, which way it goes, how much was left out. */
export function summarize(
  columns: readonly Column[],
  figures: readonly Figures[],
  {account, rules}: {readonly account: readonly MonthAccount[]; readonly rules: Rules},
  words: Translator,
): string[] {
  const readers = figures.find(({id}) => id === "readers");
  const known = columns.flatMap(({period}, index) => {
    const value = readers?.values[index];
    return typeof value === "number" ? [{period, value, isReported: readers!.reported[index] === true}] : [];
  });
  // A month that the logs cover in part cannot be set beside a whole one.
  const whole = known.filter(({period}) =>
    columns.some((one) => one.period === period && one.daysCovered === one.days),
  );
  const sentences = [
    rangeSentence(whole.length > 0 ? whole : known, words),
    changeSentence(whole, rules, words),
    shareSentence(account, words),
  ];
  return sentences.filter((sentence) => sentence !== null);
}

interface MonthReaders {
  readonly period: string;
  readonly value: number;
  /** By an older report, of whose rules nothing is known. */
  readonly isReported: boolean;
}

function rangeSentence(months: readonly MonthReaders[], words: Translator): string | null {
  if (months.length === 0) return null;
  const sorted = months.toSorted((a, b) => a.value - b.value);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const label = words.firstLabel(["measure.readers"]);
  if (label !== null) return labelledRange(label, {least, most, isOne: months.length === 1}, words);
  if (least.value === most.value) {
    if (months.length > 1) return words.t("users-in-each-month", {count: most.value});
    return words.t("users-in-month", {count: most.value, month: words.month(most.period)});
  }
  return words.t("users-between", {
    least: words.number(least.value),
    leastMonth: words.month(least.period),
    most: words.number(most.value),
    mostMonth: words.month(most.period),
  });
}

/** The same of readers that the publisher calls otherwise: by that name. */
function labelledRange(
  label: string,
  {least, most, isOne}: {readonly least: MonthReaders; readonly most: MonthReaders; readonly isOne: boolean},
  words: Translator,
): string {
  const value = words.number(least.value);
  if (isOne) {
    const said = words.t("value-in-month", {value, month: words.month(least.period)});
    return `${words.t("label-and-text", {label, text: said})}${words.t("full-stop")}`;
  }
  if (least.value === most.value) return words.t("figure-in-each-month", {label, value});
  return words.t("figure-between", {
    ...{label, least: value, leastMonth: words.month(least.period)},
    ...{most: words.number(most.value), mostMonth: words.month(most.period)},
  });
}

function changeSentence(months: readonly MonthReaders[], rules: Rules, words: Translator): string | null {
  const [before, last] = [months[0], months.at(-1)];
  if (!before || !last || before === last || before.value === 0) return null;
  const change = last.value / before.value - 1;
  const told = {
    month: words.month(last.period),
    users: words.number(last.value),
    before: words.month(before.period),
  };
  if (change === 0) return words.t("users-as-many", told);
  const isMeasured = !before.isReported && !last.isReported;
  const settings = isMeasured ? settingsApart(rules, [{before: before.period, month: last.period}]) : null;
  return words.sentences([
    words.t(change > 0 ? "users-more" : "users-fewer", {...told, share: words.share(Math.abs(change))}),
    ...(settings === null ? [] : [words.t("moved-by-other-rules", {settings})]),
  ]);
}

function shareSentence(account: readonly MonthAccount[], words: Translator): string | null {
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
      ? [words.t("largest-part-left-out", {label: words.within(most[0]), share: words.share(most[1] / all)})]
      : [];
  return words.sentences([words.t("requests-counted", {counted, all, share: words.share(counted / all)}), ...largest]);
}
