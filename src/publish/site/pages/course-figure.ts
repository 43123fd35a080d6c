import {addMonths, isMonth} from "../../../base/period.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {html, type Markup, noMarkup} from "../../../render/markup/html.ts";
import {type CoursePoint, type CourseWords, drawCourse, drawSmallCourse, drawStillCourse} from "../drawing/course.ts";
import {relativeLink, seriesPath} from "../paths.ts";
import {type Point, type Series, valueInForce} from "../series.ts";
import {printValue, unitOf} from "./printed.ts";
import {asWritten} from "./sheet.ts";

/** So many figures are drawn beside each other, and so many of their last months. */
const mostSmall = 16;
const mostSmallMonths = 72;

/** The courses of figures in small, beside each other, each leading to its page. */
export function smallCourses(all: readonly Series[], from: string, words: Translator): Markup {
  const drawings = all.slice(0, mostSmall).flatMap((series) => {
    const months = series.months.slice(-mostSmallMonths);
    const drawing = drawSmallCourse(coursePoints({...series, months}, words), wordsOfCourse(series, words));
    if (drawing === noMarkup) return [];
    const unit = unitOf(series);
    return [
      html`<section><h2><a href="${relativeLink(from, seriesPath(series))}">${asWritten(series.label)}</a></h2>
<figure class="course">
${drawing}${unit === null ? noMarkup : html`<figcaption>${asWritten(unit)}</figcaption>`}
</figure></section>
`,
    ];
  });
  return drawings.length === 0
    ? noMarkup
    : html`<div class="courses">
${drawings}</div>
`;
}

function wordsOfCourse(series: Series, words: Translator): CourseWords {
  return {description: describeSeries(series, words), print: (value) => printValue(value, series, words), words};
}

/** What a course is of: the figure, from its first month to its last. */
export function courseTitle({label, months}: Series, words: Translator): string {
  const [first, last] = [months[0]?.span, months.at(-1)?.span];
  if (first === undefined || last === undefined) return label;
  return words.t("chart-heading", {label, span: words.span(first, last)});
}

/** What the course of a figure shows: lowest, highest, last, and the gaps. */
export function describeSeries(series: Series, words: Translator): string {
  const present = series.months.flatMap((point) => {
    const value = valueInForce(point);
    return value === null ? [] : [{span: point.span, value}];
  });
  if (present.length === 0) return words.t("site-no-months", {label: series.label});
  const heading = courseTitle(series, words);
  const say = ({span, value}: {span: string; value: number}): string => {
    return words.t("value-in-month", {value: printValue(value, series, words), month: words.month(span)});
  };
  const lowest = present.reduce((one, other) => (other.value < one.value ? other : one));
  const highest = present.reduce((one, other) => (other.value > one.value ? other : one));
  return words.t("chart-course", {heading, lowest: say(lowest), highest: say(highest), last: say(present.at(-1)!)});
}

/** The long course of a figure, drawn. */
export function courseFigure(series: Series, words: Translator): Markup {
  const drawing = drawCourse(coursePoints(series, words), wordsOfCourse(series, words));
  if (drawing === noMarkup) return noMarkup;
  const hasRings = series.months.some((point) => firstOther(point) !== null);
  return html`<figure class="course">
${drawing}<figcaption>${words.sentences([words.t("site-course-keys"), ...(hasRings ? [words.t("site-rings")] : [])])}</figcaption>
</figure>
`;
}

/** The same in one drawing without anything to point at: for a picture. */
export function stillCourse(
  series: Series,
  words: Translator,
  size: {readonly width: number; readonly height: number},
): Markup {
  return drawStillCourse(coursePoints(series, words), wordsOfCourse(series, words), size);
}

/** Every month from the first to the last, with a gap for each that was never published. */
function coursePoints(series: Series, words: Translator): CoursePoint[] {
  const known = new Map(series.months.map((point) => [point.span, point]));
  const [first, last] = [series.months[0]?.span, series.months.at(-1)?.span];
  if (first === undefined || last === undefined || !isMonth(first)) return [];
  const points: CoursePoint[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    const point = known.get(month);
    const value = point === undefined ? null : valueInForce(point);
    const told = words.t("label-and-text", {label: words.month(month), text: printValue(value, series, words)});
    const isYear = month.endsWith("-01");
    const short = isYear ? month.slice(0, 4) : words.shortMonth(month);
    points.push({value, first: point === undefined ? null : firstOther(point), told, tick: {short, isYear}});
  }
  return points;
}

/** The value that was published first, where another is in force. */
function firstOther({vintages}: Point): number | null {
  return vintages.length > 1 ? vintages[0]!.value : null;
}
