import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {niceSteps} from "./steps.ts";

/** A place of a course, from the first on. */
export interface CoursePoint {
  /** In force; null for none. */
  readonly value: number | null;
  /** The value that was published first, where it was another; null elsewhere. */
  readonly first: number | null;
  /** Its name and value in words: "July 2005: 48,817". */
  readonly told: string;
  /** What stands below it, where there is room. */
  readonly tick: {readonly short: string; readonly isYear: boolean};
}

/** What is said of a course: what it shows, in a sentence, and how its values are printed. */
export interface CourseWords {
  readonly description: string;
  readonly print: (value: number) => string;
  readonly words: Translator;
}

/** A drawing's size, and how many of its points a keyboard stops at. */
interface Size {
  readonly width: number;
  readonly height: number;
  readonly most: number;
  readonly name: "wide" | "narrow" | "small" | "still";
}

const sizes: readonly Size[] = [
  {name: "wide", width: 880, height: 270, most: 48},
  {name: "narrow", width: 340, height: 220, most: 36},
];
const [top, bottom] = [30, 26];
/** No more rings of first values: they would hide the line. */
const mostRings = 60;
/** Of a longer course each point is a part of a dot wide: whole numbers say where it is, and fewer of its points are stopped at. */
const longest = 360;

/**
 * The course of a figure as a line from zero, for a wide page and for a narrow one; broken where a value is missing.
 *
 * A ring is the value that was published first, where it was another. Each point says its value to a pointer and to the keyboard, of a
 * long course some of them; all stand in the table below it.
 */
export function drawCourse(points: readonly CoursePoint[], about: CourseWords): Markup {
  if (!hasCourse(points)) return noMarkup;
  return html`${sizes.map((size) => drawOne(points, about, size))}`;
}

/** The same in one small drawing, beside others: its values stand on its own page. */
export function drawSmallCourse(points: readonly CoursePoint[], about: CourseWords): Markup {
  return hasCourse(points) ? drawOne(points, about, {name: "small", width: 300, height: 150, most: 0}) : noMarkup;
}

/** The same in one drawing of any size, which stands by itself and that nobody points at. */
export function drawStillCourse(
  points: readonly CoursePoint[],
  about: CourseWords,
  size: {readonly width: number; readonly height: number},
): Markup {
  return hasCourse(points) ? drawOne(points, about, {name: "still", ...size, most: 0}) : noMarkup;
}

function hasCourse(points: readonly CoursePoint[]): boolean {
  return points.filter(({value}) => value !== null).length > 1;
}

function drawOne(points: readonly CoursePoint[], about: CourseWords, size: Size): Markup {
  const {words, print, description} = about;
  const isLong = points.length > longest;
  const most = isLong ? Math.ceil(size.most / 2) : size.most;
  const round = isLong ? Math.round : roundTenth;
  const values = points.flatMap(({value, first}) => [value ?? 0, first ?? 0]);
  const steps = niceSteps(
    Math.min(...values),
    Math.max(...values),
    size.name === "small" ? 2 : size.name === "narrow" ? 4 : 5,
  );
  const labels = steps.map((step) => words.number(step, String(step).split(".")[1]?.length ?? 0));
  const scale = 10 + 7 * Math.max(...labels.map((label) => label.length));
  const isFromRight = words.language.direction === "rtl";
  const last = points.findLastIndex(({value}) => value !== null);
  const end = print(points[last]!.value!);
  // The last value stands beside its point, where no line runs through it.
  const [from, until] = [scale, size.width - 12 - 7 * end.length];
  const x = (place: number): number => {
    const along = from + ((until - from) * (place + 0.5)) / points.length;
    return round(isFromRight ? size.width - along : along);
  };
  const [low, high] = [steps[0]!, steps.at(-1)!];
  const y = (value: number): number => {
    return round(size.height - bottom - ((value - low) / (high - low)) * (size.height - top - bottom));
  };
  const edge = isFromRight ? size.width - scale + 8 : scale - 8;
  const grid = steps.map((step, place) => {
    const [left, right] = isFromRight ? [8, size.width - scale] : [scale, size.width];
    const kind = step === 0 ? "base" : "grid";
    return html`<line class="${kind}" x1="${left}" x2="${right}" y1="${y(step)}" y2="${y(step)}"/><text class="tick" x="${edge}" y="${y(step) + 4}" text-anchor="${isFromRight ? "start" : "end"}">${labels[place]!}</text>`;
  });
  const rings = points.flatMap(({first, value}, place) => {
    return first === null || value === null
      ? []
      : [html`<circle class="first" cx="${x(place)}" cy="${y(first)}" r="3"/>`];
  });
  const alone = points.flatMap(({value}, place) => {
    const isAlone = value !== null && isGap(points, place - 1) && isGap(points, place + 1);
    return isAlone ? [html`<circle class="alone" cx="${x(place)}" cy="${y(value)}" r="2.5"/>`] : [];
  });
  const width = (until - from) / points.length;
  const endX = round(x(last) + (isFromRight ? -8 : 8));
  const stops = stopsOf(points, most).map((place) => {
    const {value, told} = points[place]!;
    const [at, height] = [x(place), y(value!)];
    const wide = Math.max(width, (until - from) / most);
    return html`<g class="point" role="listitem" tabindex="0" aria-label="${told}"><rect x="${round(at - wide / 2)}" y="${top}" width="${round(wide)}" height="${size.height - top - bottom}"/><circle cx="${at}" cy="${height}" r="4"/><text x="${at}" y="${round(height - 11)}" text-anchor="${anchorAt(at, size.width, told)}">${told}</text></g>
`;
  });
  return html`<svg class="${size.name}" viewBox="0 0 ${size.width} ${size.height}" role="${most === 0 ? "img" : "list"}" aria-label="${description}">
<g aria-hidden="true">${grid}${tickMarks(points, x, size)}<path class="line" d="${pathOf(points, x, y)}"/>${alone}${rings.slice(-mostRings)}<text class="end" x="${endX}" y="${y(points[last]!.value!) + 4}" text-anchor="${isFromRight ? "end" : "start"}">${end}</text></g>
<g role="none" paint-order="stroke">
${stops}</g></svg>
`;
}

function isGap(points: readonly CoursePoint[], place: number): boolean {
  return (points[place]?.value ?? null) === null;
}

/** The places at which a keyboard stops: all of a short course, else the last and others at one distance before it. */
function stopsOf(points: readonly CoursePoint[], most: number): number[] {
  const present = points.flatMap(({value}, place) => (value === null ? [] : [place]));
  if (most === 0) return [];
  const every = Math.ceil(present.length / most);
  return present.filter((_, place) => (present.length - 1 - place) % every === 0);
}

/** The names below the line: as many as have room, of years where there are many months. */
function tickMarks(points: readonly CoursePoint[], x: (place: number) => number, size: Size): Markup[] {
  const years = points.flatMap(({tick}, place) => (tick.isYear ? [place] : []));
  const all = years.length < 3 ? points.map((_, place) => place) : years;
  const longest = Math.max(...all.map((place) => points[place]!.tick.short.length));
  const room = Math.max(1, Math.floor(size.width / (longest * 7.5 + 14)));
  const every = Math.ceil(all.length / room);
  return all
    .filter((_, place) => place % every === 0)
    .map((place) => {
      return html`<text class="tick" x="${x(place)}" y="${size.height - 8}" text-anchor="${anchorAt(x(place), size.width, points[place]!.tick.short)}">${points[place]!.tick.short}</text>`;
    });
}

function pathOf(points: readonly CoursePoint[], x: (place: number) => number, y: (value: number) => number): string {
  return points
    .map(({value}, place) => {
      if (value === null) return "";
      return `${isGap(points, place - 1) ? "M" : "L"}${x(place)} ${y(value)}`;
    })
    .join("");
}

/** Text that would run over an edge runs away from it. */
function anchorAt(at: number, width: number, text: string): "start" | "middle" | "end" {
  const half = (7 * text.length) / 2;
  return at < half ? "start" : at + half > width ? "end" : "middle";
}

function roundTenth(value: number): number {
  return Math.round(value * 10) / 10;
}
