import {addMonths, isMonth, periodOf} from "../../base/period.ts";
import {type RuleValue, ruleDifferences} from "../../base/rule-differences.ts";
import {runsOf} from "../../base/runs.ts";
import {listed, message, month as monthForm, period as periodForm, type Wording} from "../../base/words/message.ts";
import {Translator} from "../../base/words/translator.ts";
import type {MovedPublished} from "./figures.ts";
import type {Basis, ReportJson} from "./published.ts";
import {
  countedFigures,
  everything,
  isTouched,
  type Touched,
  touchedByBook,
  touchedByRule,
  touchedByTable,
  verdictOf,
} from "./touched.ts";

/** Something that figures rest on and that is not what it was. */
export interface Cause extends Touched {
  readonly kind: "rules" | "robot-lists" | "decisions" | "tables" | "logs" | "books" | "time-zone" | "version";
  /** What changed. */
  readonly wording: Wording;
  /** The same in English. */
  readonly text: string;
  /** The months that it can move; null for all. */
  readonly months: readonly string[] | null;
}

const words = new Translator("en");

/** Did a verdict take nothing of a month, neither then nor now? Then what gives it moved nothing there. */
export type IsIdle = (verdict: string, month: string) => boolean;

/** What an account says of a month. */
interface MonthCounts {
  readonly period: string;
  readonly verdicts: readonly {readonly id: string; readonly requests: number}[];
}

/** What the accounts of two reports of the same months say of their verdicts; nothing where one of them has none. */
export function idleIn(
  then: Pick<ReportJson, "account">,
  now: {readonly account?: readonly MonthCounts[] | undefined},
): IsIdle {
  const accounts: readonly (readonly MonthCounts[] | undefined)[] = [then.account, now.account];
  return (verdict, month) =>
    accounts.every((account) => {
      const own = account?.find(({period}) => period === month)?.verdicts;
      return own?.every(({id, requests}) => id !== verdict || requests === 0) ?? false;
    });
}

/** What has changed of what the figures of some months rest on? */
export function causesBetween(
  then: Basis,
  now: Basis,
  months: readonly string[],
  isIdle: IsIdle = () => false,
): Cause[] {
  return [
    ...ruleCauses(then, now, months, isIdle),
    ...changedNames(then.tables, now.tables).map((name) => {
      return {kind: "tables" as const, ...said(tableWording(name)), ...touchedByTable(name), months: null};
    }),
    ...logCauses(then, now, months),
    ...changedNames(then.books, now.books).map((name) => {
      return {kind: "books" as const, ...said(message("cause-book", {name})), ...touchedByBook(name), months: null};
    }),
    ...plainCause("time-zone", "timeZone", then.timeZone, now.timeZone),
    ...plainCause("version", "Broadsheet", then.broadsheet, now.broadsheet),
  ];
}

/**
 * The causes that can have moved a figure. One alone is the cause; several changed together, and nothing that is kept tells them apart.
 *
 * @param moved All that moved: what holds for months of which no figure moved did nothing to the whole either.
 */
export function causesOf(
  figure: Pick<MovedPublished, "group" | "id" | "span">,
  causes: readonly Cause[],
  moved: readonly Pick<MovedPublished, "span">[],
): Cause[] {
  const {span} = figure;
  const spans = new Set(moved.map((one) => one.span));
  return causes.filter(({months, ...touched}) => {
    if (!isTouched(touched, figure)) return false;
    if (months === null) return true;
    return isMonth(span) ? months.includes(span) : months.some((month) => spans.has(month));
  });
}

function ruleCauses(then: Basis, now: Basis, months: readonly string[], isIdle: IsIdle): Cause[] {
  const found = months.flatMap((month) =>
    ruleDifferences(rulesIn(then, month), rulesIn(now, month)).map(({setting, text}) => {
      return {month, setting, text};
    }),
  );
  return [...Map.groupBy(found, ({text}) => words.translate(text)).values()].map((own) => {
    const {setting, text} = own[0]!;
    const when = own.map(({month}) => month);
    const rules = when.flatMap((month) => [then, now].map((basis) => ({month, rules: rulesIn(basis, month)})));
    const hasLimits = rules.some((one) => isLimited(one.rules, one.month, isIdle));
    const verdict = verdictOf(setting);
    return {
      kind: kindOf(setting),
      ...said(withMonths(text, when, months)),
      ...touchedByRule(setting, {hasLimits}),
      months: verdict === null ? when : when.filter((month) => !isIdle(verdict, month)),
    };
  });
}

function rulesIn({rules}: Basis, month: string): Readonly<Record<string, RuleValue>> {
  return rules.find(({months}) => months.includes(month))?.settings ?? {};
}

/** Is there a rule in force that counts what each reader took, and does it leave out anything? */
function isLimited(rules: Readonly<Record<string, RuleValue>>, month: string, isIdle: IsIdle): boolean {
  return ["heavyReaders", "doubleClicks"].some((setting) => {
    return (rules[setting]?.shown ?? "false") !== "false" && !isIdle(verdictOf(setting)!, month);
  });
}

function kindOf(setting: string): Cause["kind"] {
  if (setting === "robots.lists") return "robot-lists";
  return setting === "blacklist" || setting === "developers" ? "decisions" : "rules";
}

function said(wording: Wording): Pick<Cause, "wording" | "text"> {
  return {wording, text: words.translate(wording)};
}

function withMonths(text: Wording, months: readonly string[], all: readonly string[]): Wording {
  if (months.length === all.length) return text;
  const runs = runsOf(months, (before, month) => addMonths(before, 1) === month);
  const spans = runs.map((run): Wording => {
    const [first, last] = [run[0]!, run.at(-1)!];
    return first === last ? monthForm(first) : periodForm(periodOf(first, last).name);
  });
  return message("cause-in-months", {cause: text, months: listed(spans)});
}

/** Names begin as a basis has them: "the table departments", "the setting sections". */
function tableWording(name: string): Wording {
  const own = name.split(" ").at(-1)!;
  return name.startsWith("the setting ") ? message("cause-setting", {name: own}) : message("cause-table", {name: own});
}

function changedNames(then: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] {
  return Object.keys({...then, ...now}).filter((name) => then[name] !== now[name]);
}

function logCauses(then: Basis, now: Basis, months: readonly string[]): Cause[] {
  const known = new Set(then.inputs.map(({sha256}) => sha256));
  const held = new Set(now.inputs.map(({sha256}) => sha256));
  const names = new Set(then.inputs.map(({name}) => name));
  const come = now.inputs.filter(({sha256}) => !known.has(sha256));
  const gone = then.inputs.filter(({name, sha256}) => !held.has(sha256) && !come.some((one) => one.name === name));
  const causeOf = (input: Basis["inputs"][number], wording: Wording): Cause => {
    return {kind: "logs", ...said(wording), ...countedFigures, months: monthsOf(input, months)};
  };
  return [
    ...come.map((input) => {
      const {name} = input;
      return causeOf(input, names.has(name) ? message("cause-log-other", {name}) : message("cause-log-new", {name}));
    }),
    ...gone.map((input) => causeOf(input, message("cause-log-gone", {name: input.name}))),
  ];
}

/** Months that a log may hold requests of; one more at both ends, as months are cut in the publication's time zone. */
function monthsOf({first, last}: Basis["inputs"][number], months: readonly string[]): string[] {
  if (first === null || last === null) return [];
  const [from, until] = [addDay(first, -1).slice(0, 7), addDay(last, 1).slice(0, 7)];
  return months.filter((month) => month >= from && month <= until);
}

function addDay(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * 86_400_000).toISOString();
}

function plainCause(kind: Cause["kind"], setting: string, before: string, now: string): Cause[] {
  if (before === now) return [];
  return [{kind, ...said(message("setting-changed", {setting, now, before})), ...everything, months: null}];
}
