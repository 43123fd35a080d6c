import {addMonths, isMonth} from "../../base/period.ts";
import {type RuleValue, ruleDifferences} from "../../base/rule-differences.ts";
import {runsOf} from "../../base/runs.ts";
import {joinAnd} from "../../base/text.ts";
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
  /** What changed, in words. */
  readonly text: string;
  /** The months that it can move; null for all. */
  readonly months: readonly string[] | null;
}

const words = new Translator("en");

/** Did a verdict take nothing of a month, neither then nor now? Then what gives it moved nothing there. */
export type IsIdle = (verdict: string, month: string) => boolean;

/** What the accounts of two reports of the same months say of their verdicts; nothing where one of them has none. */
export function idleIn(then: ReportJson, now: ReportJson): IsIdle {
  return (verdict, month) =>
    [then, now].every(({account}) => {
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
    ...hashCauses(then.tables, now.tables, (name) => ({
      kind: "tables",
      text: `${name} is not what it was`,
      ...touchedByTable(name),
      months: null,
    })),
    ...logCauses(then, now, months),
    ...hashCauses(then.books, now.books, (name) => ({
      kind: "books",
      text: `the book ${name} is not what it was`,
      ...touchedByBook(name),
      months: null,
    })),
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
  moved: readonly MovedPublished[],
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
      return {month, setting, text: words.translate(text)};
    }),
  );
  return [...Map.groupBy(found, ({text}) => text).values()].map((own) => {
    const {setting, text} = own[0]!;
    const when = own.map(({month}) => month);
    const rules = when.flatMap((month) => [then, now].map((basis) => ({month, rules: rulesIn(basis, month)})));
    const hasLimits = rules.some((one) => isLimited(one.rules, one.month, isIdle));
    const verdict = verdictOf(setting);
    return {
      kind: kindOf(setting),
      text: `${text}${whenOf(when, months)}`,
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

function whenOf(months: readonly string[], all: readonly string[]): string {
  if (months.length === all.length) return "";
  const runs = runsOf(months, (before, month) => addMonths(before, 1) === month);
  return `, ${joinAnd(runs.map((run) => words.span(run[0]!, run.at(-1)!)))}`;
}

function hashCauses(
  then: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  causeOf: (name: string) => Cause,
): Cause[] {
  return Object.keys({...then, ...now})
    .filter((name) => then[name] !== now[name])
    .map(causeOf);
}

function logCauses(then: Basis, now: Basis, months: readonly string[]): Cause[] {
  const known = new Set(then.inputs.map(({sha256}) => sha256));
  const held = new Set(now.inputs.map(({sha256}) => sha256));
  const names = new Set(then.inputs.map(({name}) => name));
  const come = now.inputs.filter(({sha256}) => !known.has(sha256));
  const gone = then.inputs.filter(({name, sha256}) => !held.has(sha256) && !come.some((one) => one.name === name));
  const causes = come.map((input): Cause => {
    const what = names.has(input.name) ? "holds other lines than it did" : "was read since";
    return {kind: "logs", text: `${input.name} ${what}`, ...countedFigures, months: monthsOf(input, months)};
  });
  return [
    ...causes,
    ...gone.map((input): Cause => {
      return {kind: "logs", text: `${input.name} is there no more`, ...countedFigures, months: monthsOf(input, months)};
    }),
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

function plainCause(kind: Cause["kind"], what: string, then: string, now: string): Cause[] {
  return then === now ? [] : [{kind, text: `${what} ${now} (before: ${then})`, ...everything, months: null}];
}
