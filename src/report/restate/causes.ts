import {addMonths} from "../../base/period.ts";
import {type RuleValue, ruleDifferences} from "../../base/rule-differences.ts";
import {runsOf} from "../../base/runs.ts";
import {listed} from "../../base/text.ts";
import {Words} from "../../base/words/words.ts";
import type {FigureGroup, MovedPublished} from "./figures.ts";
import type {Basis} from "./published.ts";

/** Something that figures rest on and that is not what it was. */
export interface Cause {
  readonly kind: "rules" | "robot-lists" | "decisions" | "tables" | "logs" | "books" | "time-zone" | "version";
  /** What changed, in words. */
  readonly text: string;
  /** Which figures it can move. */
  readonly groups: readonly FigureGroup[];
  /** The months that it can move; null for all. */
  readonly months: readonly string[] | null;
}

const counted: readonly FigureGroup[] = ["measure", "table"];
const every: readonly FigureGroup[] = ["measure", "ledger", "table"];
const words = new Words("en");

/** What has changed of what the figures of some months rest on? */
export function causesBetween(then: Basis, now: Basis, months: readonly string[]): Cause[] {
  return [
    ...ruleCauses(then, now, months),
    ...hashCauses(then.tables, now.tables, (name) => ({
      kind: "tables",
      text: `${name} is not what it was`,
      ...touchedBy(name),
    })),
    ...logCauses(then, now, months),
    ...hashCauses(then.books, now.books, (name) => ({
      kind: "books",
      text: `the book ${name} is not what it was`,
      groups: name === "history" ? every : ["ledger", "table"],
      months: null,
    })),
    ...plainCause("time-zone", "timeZone", then.timeZone, now.timeZone),
    ...plainCause("version", "Broadsheet", then.broadsheet, now.broadsheet),
  ];
}

/**
 * The causes that can have moved a figure.
 *
 * @param moved All that moved: what holds for months of which no figure moved did nothing to the whole either.
 */
export function causesOf(
  {group, span}: Pick<MovedPublished, "group" | "span">,
  causes: readonly Cause[],
  moved: readonly MovedPublished[],
): Cause[] {
  const isMonth = /^\d{4}-\d\d$/.test(span);
  const touched = new Set(moved.map((figure) => figure.span));
  return causes.filter(({groups, months}) => {
    if (!groups.includes(group)) return false;
    if (months === null) return true;
    return isMonth ? months.includes(span) : months.some((month) => touched.has(month));
  });
}

function ruleCauses(then: Basis, now: Basis, months: readonly string[]): Cause[] {
  const found = months.flatMap((month) =>
    ruleDifferences(rulesIn(then, month), rulesIn(now, month)).map(({setting, text}) => {
      return {month, setting, text: words.tell(text)};
    }),
  );
  return [...Map.groupBy(found, ({text}) => text).values()].map((own) => {
    const {setting, text} = own[0]!;
    const when = own.map(({month}) => month);
    return {kind: kindOf(setting), text: `${text}${whenOf(when, months)}`, groups: counted, months: when};
  });
}

function rulesIn({rules}: Basis, month: string): Readonly<Record<string, RuleValue>> {
  return rules.find(({months}) => months.includes(month))?.settings ?? {};
}

function kindOf(setting: string): Cause["kind"] {
  if (setting === "robots.lists") return "robot-lists";
  return setting === "blacklist" || setting === "developers" ? "decisions" : "rules";
}

function whenOf(months: readonly string[], all: readonly string[]): string {
  if (months.length === all.length) return "";
  const runs = runsOf(months, (before, month) => addMonths(before, 1) === month);
  return `, ${listed(runs.map((run) => words.span(run[0]!, run.at(-1)!)))}`;
}

/** What a table or setting can move: titles and departments rows of tables alone. */
function touchedBy(name: string): Pick<Cause, "groups" | "months"> {
  const isOfTables = / (?:departments|titles|referrerSpam|sites|smallest)$/.test(name);
  return {groups: isOfTables ? ["table"] : counted, months: null};
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
    return {kind: "logs", text: `${input.name} ${what}`, groups: counted, months: monthsOf(input, months)};
  });
  return [
    ...causes,
    ...gone.map((input): Cause => {
      return {kind: "logs", text: `${input.name} is there no more`, groups: counted, months: monthsOf(input, months)};
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
  return then === now ? [] : [{kind, text: `${what} ${now} (before: ${then})`, groups: every, months: null}];
}
