import {printJson} from "../../base/json.ts";
import {parsePeriod} from "../../base/period.ts";
import {plural, visible} from "../../base/text.ts";
import {Translator} from "../../base/words/translator.ts";
import {mastheadOf} from "../../report/masthead.ts";
import {causesOf} from "../../report/restate/causes.ts";
import type {MovedPublished} from "../../report/restate/figures.ts";
import type {Restated} from "../../report/restate/restated.ts";
import {formatChange} from "../content/change.ts";
import type {RenderOptions} from "../options.ts";
import {layGrid} from "../text/grid.ts";
import {joinParts} from "../text/page.ts";
import {openPaint, type Paint} from "../text/paint.ts";
import {wrap} from "../text/wrap.ts";

const words = new Translator("en");

/** So many cells of a table are shown; JSON has them all. */
const mostCells = 10;

/** What moved of the figures that were published, for a terminal. */
export function renderRestatement(
  found: readonly Restated[],
  {isAccepted, ...options}: RenderOptions & {readonly isAccepted: boolean},
): string {
  const paint = openPaint(options);
  const width = Math.max(80, options.width);
  return joinParts(found.flatMap((one) => partsOf(one, width, paint, isAccepted)));
}

/** The same for programs: every figure that moved, with the places of its causes in the list. */
export function restatementJson(found: readonly Restated[]): string {
  return printJson(
    found.map(({published, site, moved, causes}) => ({
      period: published.period,
      ...(site === null ? {} : {site}),
      on: published.on,
      restated: published.restated.map(({on, kind, reason, causes: given, figures}) => {
        return {on, kind, reason, causes: given, figures};
      }),
      moved: moved.map((figure) => {
        const {key, group, id, label, span, cell, before, after} = figure;
        return {key, group, id, label, period: span, cell, before, after, causes: placesOf(figure, causes, moved)};
      }),
      causes: causes.map(({kind, text, months}) => ({kind, text, months})),
    })),
  );
}

function partsOf(restated: Restated, width: number, paint: Paint, isAccepted: boolean): string[][] {
  const {published, moved, causes} = restated;
  const prose = Math.min(width, 100);
  const title = `${mastheadOf(restated)} · ${words.period(parsePeriod(published.period, "1970-01-01").name)}, published on ${words.day(published.on)}`;
  const accepted = published.restated.map(({on, kind, reason, figures}) => {
    const what = kind === null ? "Restated" : kind === "correction" ? "Corrected" : "Revised";
    return `${what} on ${words.day(on)}: ${plural(figures.length, "figure", "figures")}. ${reason}`;
  });
  const head = [...wrap(visible(title), prose).map((line) => paint.strong(line)), ...textLines(accepted, prose)];
  if (moved.length === 0) {
    const told = causes.map(({text}) => text);
    const still = told.length === 0 ? [] : [`What has changed since moved none: ${told.join("; ")}.`];
    return [head, ["Nothing moved."], textLines(still, prose)];
  }
  const kept = isAccepted ? "Restated: reports show both values from now on." : "";
  const keep = `To restate them, with both values in every report: broadsheet correct ${published.period} --reason WHY (an error of yours), or broadsheet revise (other rules, lists, late logs)`;
  return [
    head,
    figureLines(restated, width),
    cellLines(restated, width),
    causeLines(restated, prose, paint),
    wrap(isAccepted ? kept : keep, prose),
  ];
}

/** Figures of measures and books: all of them. */
function figureLines(restated: Restated, width: number): string[] {
  return gridOf(
    restated.moved.filter(({group}) => group !== "table"),
    restated,
    ({label, span}) => `${label}, ${words.period(span)}`,
    width,
  );
}

/** Figures of tables: those of the first rows. */
function cellLines(restated: Restated, width: number): string[] {
  const cells = restated.moved.filter(({group}) => group === "table");
  const tables = new Set(cells.map(({id}) => id)).size;
  const more = cells.length - mostCells;
  const nameOf = ({label, cell}: MovedPublished) => `${label}: ${cell!.row}, ${cell!.column}`;
  const lines = gridOf(cells.slice(0, mostCells), restated, nameOf, width);
  const all = `${plural(cells.length, "figure", "figures")} in ${plural(tables, "table", "tables")}; --format json has all.`;
  return more > 0 ? [...lines, all] : lines;
}

function gridOf(
  shown: readonly MovedPublished[],
  {moved, causes}: Restated,
  nameOf: (figure: MovedPublished) => string,
  width: number,
): string[] {
  if (shown.length === 0) return [];
  const printed = shown.map(printedApart);
  return [
    ...layGrid(
      [
        {head: "Figure", cells: shown.map((figure) => visible(nameOf(figure))), isText: true, canShrink: true},
        {head: "Before", cells: printed.map(([before]) => before)},
        {head: "Now", cells: printed.map(([, after]) => after)},
        {head: "Change", cells: shown.map(changeOf)},
        {head: "Cause", cells: shown.map((figure) => placesOf(figure, causes, moved).join(" ") || "?"), isText: true},
      ],
      width,
    ).lines,
  ];
}

function causeLines({moved, causes}: Restated, width: number, paint: Paint): string[] {
  const used = new Set(moved.flatMap((figure) => placesOf(figure, causes, moved)));
  const listed = causes.flatMap(({text}, place) => {
    if (!used.has(place + 1)) return [];
    const first = `${place + 1}  `;
    return wrap(visible(text), width, {first, rest: " ".repeat(first.length)});
  });
  const unknown = moved.some((figure) => placesOf(figure, causes, moved).length === 0);
  const none = unknown ? wrap("?  Nothing that Broadsheet keeps account of has changed for it.", width) : [];
  const hasSeveral = moved.some((figure) => placesOf(figure, causes, moved).length > 1);
  const several = hasSeveral
    ? wrap(
        "Where a figure has several causes, they changed together: what is kept does not tell which of them moved it.",
        width,
      )
    : [];
  return [paint.strong("Causes"), ...listed, ...none, ...several];
}

/** The causes of a figure, as the numbers that they are printed under. */
function placesOf(figure: MovedPublished, causes: Restated["causes"], moved: Restated["moved"]): number[] {
  return causesOf(figure, causes, moved).map((cause) => causes.indexOf(cause) + 1);
}

function changeOf({before, after}: MovedPublished): string {
  return before === null || after === null || before === 0 ? "–" : formatChange((after / before - 1) * 100, words);
}

/** More digits than these tell no two figures apart that are not the same. */
const mostDecimals = 9;

function printedApart({before, after, decimals}: MovedPublished): [string, string] {
  const print = (value: number | null, digits: number) => (value === null ? "–" : words.number(value, digits));
  let digits = decimals;
  while (print(before, digits) === print(after, digits) && digits < mostDecimals) digits++;
  return [print(before, digits), print(after, digits)];
}

function textLines(texts: readonly string[], width: number): string[] {
  return texts.flatMap((text) => wrap(visible(text), width));
}
