import {isMonth} from "../../base/period.ts";
import {
  clauses,
  day,
  figure as figureForm,
  message,
  month,
  period as periodForm,
  sentences,
} from "../../base/words/message.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {Figures, Note, RestatedFigure} from "../report.ts";
import {figuresIn, isSame} from "./figures.ts";
import type {PublishedReport} from "./published.ts";

/** What was published of a figure first. */
interface Published {
  readonly value: number | null;
  readonly on: string;
  /** Why it was corrected since; null where nobody has said. */
  readonly reason: string | null;
}

/** What was published of the figures of months and periods. */
export type PublishedFigures = ReadonlyMap<string, Published>;

/** How the id of a note begins that speaks of published figures of a measure: the measure's follows. */
const restatedNote = "restated:";

/** What was published first of every figure from logs, by measure and month or period. */
export function publishedFigures(reports: readonly PublishedReport[]): PublishedFigures {
  const found = new Map<string, Published>();
  for (const {report, on, restated} of reports) {
    for (const {group, key, id, span, value} of figuresIn(report)) {
      if (group !== "measure" || found.has(keyOf(id, span))) continue;
      const reason = restated.findLast(({figures}) => figures.some((one) => one.key === key))?.reason ?? null;
      found.set(keyOf(id, span), {value, on, reason});
    }
  }
  return found;
}

function keyOf(measure: string, span: string): string {
  return `${measure} ${span}`;
}

/** Which figures of a report are not what was published of them? */
export function restatedIn(
  published: PublishedFigures,
  rows: readonly Pick<Figures, "id" | "values" | "total">[],
  {months, name}: {readonly months: readonly string[]; readonly name: string},
): RestatedFigure[] {
  return rows.flatMap(({id, values, total}) => {
    const spans = months.map((span, place) => ({span, now: values[place] ?? null}));
    return [...spans, ...(months.length > 1 ? [{span: name, now: total}] : [])].flatMap(({span, now}) => {
      const first = published.get(keyOf(id, span));
      if (first === undefined || isSame(first.value, now)) return [];
      return [{id, period: span, published: first.value, now, on: first.on, reason: first.reason}];
    });
  });
}

/** Does the note speak of the published figures of a measure? Undefined where it speaks of none. */
export function isRestatedNote(note: string, measure: string): boolean | undefined {
  return note.startsWith(restatedNote) ? note === `${restatedNote}${measure}` : undefined;
}

/** A note for each measure with figures that are not what was published: both values, and why. */
export function restatedNotes(
  restated: readonly RestatedFigure[],
  rows: readonly Pick<Figures, "id" | "decimals">[],
  columns: readonly string[],
  words: Translator,
): Omit<Note, "mark">[] {
  return [...Map.groupBy(restated, ({id}) => id)].map(([id, own]) => {
    const {decimals} = rows.find((row) => row.id === id)!;
    return {
      id: `${restatedNote}${id}`,
      text: words.translate(restatedText(own, decimals)),
      columns: columns.filter((column) => own.some(({period}) => period === column)),
    };
  });
}

/** The figures in a sentence for each day of publication, and the reasons that were given. */
export function restatedText(restated: readonly RestatedFigure[], decimals: number) {
  const said = [...Map.groupBy(restated, ({on}) => on)].map(([on, own]) => {
    const figures = own.map(({period, published, now}) => {
      const [before, after] = printedApart(published, now, decimals);
      const span = isMonth(period) ? month(period) : periodForm(period);
      return message("restated-figure", {period: span, now: after, published: before});
    });
    return message("restated-since", {figures: clauses(figures), day: day(on)});
  });
  const reasons = [...new Set(restated.flatMap(({reason}) => reason ?? []))];
  return sentences([
    ...said,
    ...reasons.map((reason) => message("restated-because", {reason: reason.replace(/[.。]+$/, "")})),
  ]);
}

/** More digits than these tell no two figures apart that are not the same. */
const mostDecimals = 9;

/** Both values with as many digits as it takes to tell them apart. */
function printedApart(one: number | null, other: number | null, decimals: number) {
  let digits = decimals;
  while (one !== null && other !== null && one.toFixed(digits) === other.toFixed(digits) && digits < mostDecimals)
    digits++;
  return [one, other].map((value) => (value === null ? message("no-figure") : figureForm(value, digits))) as [
    ReturnType<typeof figureForm>,
    ReturnType<typeof figureForm>,
  ];
}
