import {isHeldBy} from "../../base/paths/pattern.ts";
import {Message, message} from "../../base/words/message.ts";
import type {Measure} from "../measure.ts";
import type {Figure} from "../measure-spans.ts";
import type {Span} from "../spans.ts";
import {isWithin, type PublishedBefore} from "./published-before.ts";

/** A measure and its figures by the span's name. */
export interface MeasuredFigures {
  readonly measure: Measure;
  readonly spans: ReadonlyMap<string, Figure>;
}

interface Kept extends MeasuredFigures {
  readonly spans: Map<string, Figure>;
}

/**
 * Takes out of the figures what would point at fewer than `smallest` readers: a section that so few read, a section that so few
 * readers are not in, a period of which one month leaves so few.
 *
 * How many readers came, and what they got in all, is told however few they are: it says of nobody what he read.
 *
 * @source docs/decisions/0017-what-is-hidden-is-chosen-together.md
 */
export function withoutFew(
  figures: readonly MeasuredFigures[],
  {spans, published}: {readonly spans: readonly Span[]; readonly published: readonly PublishedBefore[]},
  smallest: number,
): MeasuredFigures[] {
  if (smallest <= 1) return [...figures];
  const isFew = (readers: number | null): boolean => readers !== null && readers > 0 && readers < smallest;
  const beside = message("beside-others-fewer-readers", {smallest});
  const kept = figures.map(({measure, spans: own}): Kept => ({measure, spans: new Map(own)}));
  const readers = kept.filter(({measure}) => measure.id === "readers");
  const areas = kept.filter(({measure}) => measure.area !== undefined);
  const several = spans.filter(({months}) => months.length > 1);
  for (const {name} of spans) {
    for (const area of areas) {
      if (isFew(figureOf(area, name))) hide(area, name, message("fewer-readers", {smallest}));
      const wholes = [...(area.measure.area!.isSent ? [] : readers), ...areas.filter((one) => holds(one, area))];
      if (wholes.some((whole) => isFew(difference(whole, area, name)))) hide(area, name, beside);
    }
  }
  for (const one of [...readers, ...areas]) {
    for (const {name, months} of several) {
      const parts = spans.filter((part) => part.name !== name && part.months.every((month) => months.includes(month)));
      if (parts.some((part) => isFew(difference(one, one, name, part.name)))) hide(one, name, beside);
    }
  }
  for (const one of [...readers, ...areas]) {
    for (const span of spans) {
      const before = (name: string): number | null => {
        const values = published.map((two) => two.values.get(`measure|${one.measure.id}|${name}`) ?? null);
        return values.find((value) => value !== null) ?? null;
      };
      const own = figureOf(one, span.name);
      // What was published is known, whatever this report says.
      if (own === null || before(span.name) !== null) continue;
      const nested = published.filter((two) => isWithin(two, span) || isWithin(span, two));
      if (nested.some(({name}) => isFew(Math.abs(own - (before(name) ?? own))))) hide(one, span.name, beside);
    }
  }
  for (const {measure, spans: own} of kept) {
    if (measure.few === undefined) continue;
    for (const name of own.keys()) {
      if (isFew(figureOf({measure, spans: own}, name))) hide({measure, spans: own}, name, measure.few(smallest));
    }
  }
  const returning = kept.find(({measure}) => measure.id === "returning-readers-percent");
  const all = figures.find(({measure}) => measure.id === "readers");
  for (const {name, months} of returning && all ? several : []) {
    const [percent, came] = [figureOf(returning!, name), figureOf(all!, name)];
    if (percent === null || came === null) continue;
    const again = Math.round((percent / 100) * came);
    // Of two months the readers of each and of both tell who came again as well as the percentage does.
    if (isFew(again) && months.length === 2) for (const one of readers) hide(one, name, beside);
    if (isFew(again) || isFew(came - again)) hide(returning!, name, beside);
  }
  for (const {measure, spans: own} of kept) {
    const readers = kept.find((one) => one.measure.id === measure.isOf);
    for (const name of own.keys()) if (readers && isHidden(readers, name)) hide({measure, spans: own}, name, beside);
  }
  // What is worked out of hidden readers tells them.
  const followers = kept.filter(({measure}) => measure.isRatio);
  for (const {name} of several) {
    if (readers.some((one) => isHidden(one, name))) for (const one of followers) hide(one, name, beside);
  }
  return kept;
}

/** Was the figure taken out, because by itself or beside others it would point at somebody? */
export function isHidden({spans}: MeasuredFigures, span: string): boolean {
  const reason = spans.get(span)?.reason;
  return reason instanceof Message && ["fewer-readers", "beside-others-fewer-readers"].includes(reason.id);
}

/** The measured value; null where there is none, or where an older report gave it. */
function figureOf({spans}: MeasuredFigures, span: string): number | null {
  const figure = spans.get(span);
  return figure === undefined || figure.isReported ? null : figure.value;
}

function difference(whole: MeasuredFigures, part: MeasuredFigures, span: string, partSpan = span): number | null {
  const [more, less] = [figureOf(whole, span), figureOf(part, partSpan)];
  return more === null || less === null ? null : more - less;
}

/** Is whoever is counted in the one area counted in the other as well, because its paths are among the other's? */
function holds(
  {measure: {area: outer, id}}: MeasuredFigures,
  {measure: {area: inner, id: own}}: MeasuredFigures,
): boolean {
  if (id === own || (inner!.isSent && !outer!.isSent)) return false;
  return inner!.prefixes.every((prefix) => outer!.prefixes.some((one) => isHeldBy(prefix, one)));
}

function hide({spans}: Kept, span: string, reason: Message): void {
  const figure = spans.get(span);
  if (figure && figure.value !== null && !figure.isReported) spans.set(span, {...figure, value: null, reason});
}
