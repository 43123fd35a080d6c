import {z} from "zod";
import {addMonths} from "../../../base/period.ts";
import type {Translator} from "../../../base/words/translator.ts";
import type {ArchivedEdition} from "../../../publish/site/archive/archive.ts";
import {unitOf} from "../../../publish/site/pages/printed.ts";
import {type Series, valueInForce} from "../../../publish/site/series.ts";
import {nameShape} from "../api/shapes.ts";
import {selectMonths} from "../selection.ts";
import {figureNamed, type ServedSite} from "../served-site.ts";

/** What is taken of who puts a figure on a page. */
export const embedQuery = {
  edition: nameShape.optional(),
  months: z
    .string()
    .regex(/^(?:[2-9]|[1-9]\d|1[01]\d|120)$/, {error: "write a number from 2 to 120"})
    .transform(Number)
    .optional(),
};

/** Which edition, and how many months up to its last. */
export interface EmbedRequest {
  readonly edition?: string | undefined;
  readonly months?: number | undefined;
}

/** A figure up to an edition, as it is put on a page of others. */
export interface EditionFigure {
  /** With the months that are shown, and no others. */
  readonly series: Series;
  /** In one line: which publication, which editions, which day, and whether errata are in it. */
  readonly source: string;
  readonly unit: string | null;
}

/** A shorter edition has the months before it beside its own. */
const fewest = 6;
const usual = 12;

/**
 * The months of an edition, as they are in force now; of a short edition twelve.
 *
 * @param query Without an edition, the newest that has the figure.
 * @returns Null where there is no such figure or edition, or fewer than two values.
 */
export function editionFigure(site: ServedSite, name: string, query: EmbedRequest): EditionFigure | null {
  const {words, archive, publication} = site;
  const series = figureNamed(site, name);
  if (series === undefined) return null;
  const of = archive.editions.findLast((edition) => {
    return (query.edition === undefined || edition.period === query.edition) && hasFigure(edition, series);
  });
  if (of === undefined) return null;
  const until = of.months.at(-1)!;
  const count = query.months ?? (of.months.length < fewest ? usual : of.months.length);
  const {months, editions} = selectMonths(site, series, {from: addMonths(until, 1 - count), until, compare: "none"});
  const points = months.flatMap(({point}) => (point === undefined ? [] : [point]));
  if (points.filter((point) => valueInForce(point) !== null).length < 2) return null;
  const errata = new Set(
    points.flatMap(({vintages}) =>
      vintages.flatMap(({edition, erratum}) => (erratum === null ? [] : [`${edition} ${erratum}`])),
    ),
  );
  return {
    series: {...series, months: points},
    source: sourceWords({publication, editions, errata: errata.size}, words),
    unit: unitOf(series),
  };
}

function hasFigure({months, report, reported}: ArchivedEdition, {group, id}: Series): boolean {
  if (months.length === 0) return false;
  const isMeasured = report?.measures.some((measure) => measure.group === group && measure.id === id) ?? false;
  return isMeasured || (group === "measure" && reported.some((figure) => figure.id === id));
}

interface Source {
  readonly publication: string;
  readonly editions: readonly ArchivedEdition[];
  readonly errata: number;
}

function sourceWords({publication, editions, errata}: Source, words: Translator): string {
  const list = words.series(editions.map(({period}) => words.key(period)));
  const day = editions.findLast(({date}) => date !== null)?.date ?? null;
  return words.sentences([
    words.t("site-of-editions", {publication, list}),
    ...(day === null ? [] : [words.t("site-published-on", {day: words.day(day)})]),
    ...(errata === 0 ? [] : [words.t("site-corrected", {count: errata})]),
  ]);
}
