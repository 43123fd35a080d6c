import {message, type Wording} from "../base/words/message.ts";
import type {Row} from "../engine/values.ts";
import type {History} from "../ledger/history.ts";
import type {Measure} from "./measure.ts";
import type {Span} from "./spans.ts";

/** What a measure is in one span of months, or why there is nothing to say. */
export interface Figure {
  readonly value: number | null;
  /** Why the value is null, in words; null where there is a value. */
  readonly reason: Wording | null;
  /** Was it taken from an older report instead of measured? */
  readonly isReported: boolean;
  /** Requests that the figure could not take in, because nothing was recorded. */
  readonly unrecorded: number;
}

/** What measures are worked out of. */
export interface MeasureSource {
  readonly spans: readonly Span[];
  readonly history: History;
  /** How many days of the month `YYYY-MM` the logs cover. */
  daysCovered(month: string): number;
}

/**
 * What is the measure in each span? By the span's name.
 *
 * @param rows What the measure's question answered.
 */
export function measureSpans(measure: Measure, rows: readonly Row[], source: MeasureSource): Map<string, Figure> {
  const own = rows.filter((row) => measure.part === null || row["part"] === measure.part);
  const answers = new Map(own.map((row) => [String(row["span"]), row]));
  return new Map(source.spans.map((span) => [span.name, figureOf(measure, answers.get(span.name), span, source)]));
}

function figureOf(measure: Measure, answer: Row | undefined, span: Span, source: MeasureSource): Figure {
  const isMonth = span.months.length === 1;
  const reported = span.months.map((month) => source.history.figure(measure.id, month));
  const daysCovered = span.months.reduce((sum, month) => sum + source.daysCovered(month), 0);
  if (daysCovered === 0) {
    if (isMonth && reported[0]) return {...noFigure, value: reported[0].value, reason: null, isReported: true};
    return {...noFigure, reason: message(isMonth ? "no-logs-for-month" : "no-logs-for-period")};
  }
  if (isMonth && measure.onlyTotal !== null) return {...noFigure, reason: measure.onlyTotal};
  if (span.months.some((month, index) => source.daysCovered(month) === 0 && reported[index])) {
    return {...noFigure, reason: message("a-month-was-reported")};
  }
  // Logs were read and no request was left: that is a count of none, and of none there is no share.
  if (!answer)
    return measure.isRatio
      ? {...noFigure, reason: message("no-counted-request")}
      : {...noFigure, value: 0, reason: null};
  const unrecorded = Number(answer["unrecorded"] ?? 0);
  const value = answer["value"];
  if (typeof value !== "number") return {...noFigure, reason: measure.unrecorded, unrecorded};
  const figure = measure.figure({value, parts: Number(answer["parts"] ?? 0), daysCovered});
  return {value: figure, reason: null, isReported: false, unrecorded};
}

const noFigure = {value: null, reason: null, isReported: false, unrecorded: 0} as const;
