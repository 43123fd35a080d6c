import {isMonth, parsePeriod} from "../../base/period.ts";
import {
  clauses,
  day,
  type FormattedValue,
  figure as figureForm,
  message,
  month,
  period as periodForm,
  sentences,
  series,
  type Wording,
} from "../../base/words/message.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Figures, MonthAccount, Note, RestatedFigure} from "../report.ts";
import {causesBetween, causesOf, idleIn} from "./causes.ts";
import {decimalsApart, isSame} from "./figures.ts";
import type {Basis, PublishedReport} from "./published.ts";
import {chainKey, type ValueChain} from "./value-chain.ts";

/** What was published of the figures of months and periods, and what they rest on now. */
export interface PublishedFigures {
  /** By measure and month or period: {@link chainKey}. */
  readonly chains: ReadonlyMap<string, ValueChain>;
  /** What the figures of a published report rested on and rest on now, told in the same way. */
  basesOf(then: Basis, published: PublishedReport): {readonly before: Basis; readonly now: Basis};
}

/** Of which report the figures are set beside what was published. */
export interface MarkedReport {
  readonly months: readonly string[];
  readonly name: string;
  readonly account: readonly MonthAccount[];
  readonly words: Translator;
}

/** How the id of a note begins that speaks of published figures: that of the first measure follows. */
const restatedNote = "restated:";

/** What is said of measures of which the same has to be said. */
export interface RestatedNote extends Omit<Note, "mark"> {
  /** Their ids. */
  readonly measures: readonly string[];
}

/** A measure as a note calls and prints it. */
export type NamedMeasure = Pick<Figures, "id" | "label" | "decimals">;

/** Which figures of a report are not what was published of them, or were not at some time? */
export function restatedIn(
  published: PublishedFigures,
  rows: readonly Pick<Figures, "id" | "values" | "total">[],
  report: MarkedReport,
): RestatedFigure[] {
  const {months, name} = report;
  const found = rows.flatMap(({id, values, total}) => {
    const spans = months.map((span, place) => ({span, now: values[place] ?? null}));
    return [...spans, ...(months.length > 1 ? [{span: name, now: total}] : [])].flatMap(({span, now}) => {
      const chain = published.chains.get(chainKey(id, span));
      if (chain === undefined || (isSame(chain.value, now) && chain.changes.length === 0)) return [];
      return [{id, span, now, chain}];
    });
  });
  const moved = found.filter(({chain, now}) => !isSame(chain.current, now));
  return found.map(({id, span, now, chain}) => {
    const {value, on, changes, current} = chain;
    const isExplained = isSame(current, now);
    return {
      ...{id, period: span, published: value, now, on},
      reason: isExplained ? (changes.at(-1)?.reason ?? null) : null,
      changes,
      unexplained: isExplained ? null : {before: current, causes: causesFor(id, span, chain, moved, published, report)},
    };
  });
}

/** What has changed since the last value that was published or restated, and can have moved it: in the report's language. */
function causesFor(
  id: string,
  span: string,
  {last, basis}: ValueChain,
  moved: readonly {readonly span: string}[],
  {basesOf}: PublishedFigures,
  {account, words}: MarkedReport,
): string[] {
  const {months} = parsePeriod(last.period, last.on);
  // The account that was published is not that of figures which were restated since.
  const isIdle = last.restated.length > 0 ? undefined : idleIn(last.report, {account});
  const {before, now} = basesOf(basis, last);
  const causes = causesBetween(before, now, months, isIdle);
  return causesOf({group: "measure", id, span}, causes, moved).map(({wording}) => words.translate(wording));
}

/** Does a note speak of published figures? */
export function isRestatedNote(id: string): boolean {
  return id.startsWith(restatedNote);
}

/** Notes on figures that are not what was published: every value, and why. Measures with the same days, reasons and causes have one together. */
export function restatedNotes(
  restated: readonly RestatedFigure[],
  measures: readonly NamedMeasure[],
  columns: readonly string[],
  words: Translator,
): RestatedNote[] {
  const byMeasure = [...Map.groupBy(restated, ({id}) => id).values()];
  return [...Map.groupBy(byMeasure, storyOf).values()].map((alike) => {
    const [own, ids] = [alike.flat(), alike.map(([first]) => first!.id)];
    return {
      id: `${restatedNote}${ids[0]}`,
      text: words.translate(restatedText(own, measures)),
      columns: columns.filter((column) => own.some(({period}) => period === column)),
      measures: ids,
    };
  });
}

/** What there is to say of the figures of a measure but their values. */
function storyOf(restated: readonly RestatedFigure[]): string {
  const stories = restated.map(({published, now, on, changes, unexplained}) => {
    const steps = changes.map((change) => [change.on, change.reason]);
    return JSON.stringify([isSame(published, now), on, steps, unexplained?.causes ?? null]);
  });
  return [...new Set(stories)].sort().join("\n");
}

/** A figure that was one value and became another. */
interface Step extends Pick<RestatedFigure, "id" | "period"> {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * What was published and what is now in a sentence for each day of publication; then each change with the reason that was given for it, and
 * what moved since without one.
 */
function restatedText(restated: readonly RestatedFigure[], measures: readonly NamedMeasure[]): Wording {
  const outcomes = restated.filter(({published, now}) => !isSame(published, now));
  const hasSeveral = restated.some(({id}) => id !== restated[0]!.id);
  const tell: TellSteps = (id, steps) => stepsText(id, steps, {measures, hasSeveral});
  const said = [...Map.groupBy(outcomes, ({on}) => on)].map(([on, own]) => {
    const steps = own.map(({id, period, published, now}) => ({id, period, before: published, after: now}));
    return message("restated-since", {figures: tell("restated-figure", steps), day: day(on)});
  });
  return sentences([...said, ...changesText(restated, tell), ...unexplainedText(restated, tell)]);
}

type TellSteps = (id: "restated-figure" | "restated-step-figure", steps: readonly Step[]) => FormattedValue;

function changesText(restated: readonly RestatedFigure[], tell: TellSteps): Wording[] {
  // Where one change led from what was published to what is now, both values stand there already.
  const isPlain = restated.every(({changes, unexplained}) => changes.length < 2 && unexplained === null);
  if (isPlain && restated.every(({published, now}) => !isSame(published, now))) {
    return [...new Set(restated.flatMap(({reason}) => reason ?? []))].map(because);
  }
  const all = restated.flatMap(({id, period, changes}) => changes.map((change) => ({...change, id, period})));
  const sorted = all.toSorted((one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)));
  return [...Map.groupBy(sorted, ({on, reason}) => JSON.stringify([on, reason])).values()].flatMap((own) => {
    const {on, reason} = own[0]!;
    const step = message("restated-step", {figures: tell("restated-step-figure", own), day: day(on)});
    return reason === null ? [step] : [step, because(reason)];
  });
}

function unexplainedText(restated: readonly RestatedFigure[], tell: TellSteps): Wording[] {
  const open = restated.flatMap(({id, period, now, changes, unexplained}) => {
    return unexplained === null ? [] : [{id, period, ...unexplained, after: now, hasChanges: changes.length > 0}];
  });
  return [...Map.groupBy(open, ({causes}) => JSON.stringify(causes)).values()].flatMap((own) => {
    const {causes} = own[0]!;
    const later = own.filter(({hasChanges}) => hasChanges);
    return [
      ...(later.length > 0 ? [message("restated-after", {figures: tell("restated-step-figure", later)})] : []),
      causes.length > 0
        ? message("restated-unexplained", {causes: clauses(causes)})
        : message("restated-without-cause"),
    ];
  });
}

function because(reason: string): Wording {
  return message("restated-because", {reason: reason.replace(/[.。]+$/, "")});
}

function stepsText(
  id: "restated-figure" | "restated-step-figure",
  steps: readonly Step[],
  {measures, hasSeveral}: {readonly measures: readonly NamedMeasure[]; readonly hasSeveral: boolean},
): FormattedValue {
  const ofEach = [...Map.groupBy(steps, (step) => step.id)].map(([measure, own]) => {
    const {label, decimals} = measures.find((one) => one.id === measure)!;
    const figures = own.map(({period, before, after}) => {
      const [published, now] = printedApart(before, after, decimals);
      const span = isMonth(period) ? month(period) : periodForm(period);
      return message(id, {period: span, now, published});
    });
    return {label, figures};
  });
  if (!hasSeveral) return clauses(ofEach.flatMap(({figures}) => figures));
  return clauses(ofEach.map(({label, figures}) => message("label-and-text", {label, text: series(figures)})));
}

/** Both values with as many digits as it takes to tell them apart. */
function printedApart(one: number | null, other: number | null, decimals: number) {
  const digits = decimalsApart(one, other, decimals);
  return [one, other].map((value) => (value === null ? message("no-figure") : figureForm(value, digits))) as [
    ReturnType<typeof figureForm>,
    ReturnType<typeof figureForm>,
  ];
}
