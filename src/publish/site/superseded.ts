import {type ArchivedEdition, type ErratumFigure, figureKey, type PublicArchive} from "./archive/archive.ts";
import {type Point, type Series, type Vintage, valueInForce, vintageOf} from "./series.ts";

/** A figure of an edition that is no longer as it is printed there. */
export interface SupersededFigure {
  readonly label: string;
  readonly span: string;
  /** Where it stands in a table; null for a measure. */
  readonly cell: ErratumFigure["cell"];
  readonly decimals: number;
  /** Of a measure; null for the cell of a table, which has no page of its own. */
  readonly series: Series | null;
  readonly here: number | null;
  readonly now: number | null;
  /** What said it last. */
  readonly by: Vintage;
}

/** Which figures are not in force any more as their edition has them, in the order in which it has them? By the period of the edition. */
export function supersededByEdition(
  {editions}: Pick<PublicArchive, "editions">,
  series: readonly Series[],
): ReadonlyMap<string, readonly SupersededFigure[]> {
  const known = new Map(series.map((one) => [figureKey(one.group, one.id, ""), pointsOf(one)]));
  return new Map(
    editions.map((edition) => [edition.period, [...measuresIn(edition, known), ...cellsIn(edition)]] as const),
  );
}

interface Points {
  readonly series: Series;
  readonly bySpan: ReadonlyMap<string, Point>;
}

function pointsOf(series: Series): Points {
  return {series, bySpan: new Map([...series.months, ...series.periods].map((point) => [point.span, point]))};
}

function measuresIn(
  {period, report, reported}: ArchivedEdition,
  known: ReadonlyMap<string, Points>,
): SupersededFigure[] {
  const moved = (key: string, span: string, here: number | null): SupersededFigure[] => {
    const points = known.get(key);
    const point = points?.bySpan.get(span);
    if (points === undefined || point === undefined) return [];
    const [now, by] = [valueInForce(point), point.vintages.at(-1)!];
    // What an edition leaves open is no value that another takes the place of, but for its own errata.
    const isOwn = by.edition === period && by.erratum !== null;
    if (here === now || (here === null && !isOwn)) return [];
    const {series} = points;
    return [{label: series.label, span, cell: null, decimals: series.decimals, series, here, now, by}];
  };
  const months = report?.months ?? [];
  return [
    ...reported.flatMap(({id, month, value}) => moved(figureKey("measure", id, ""), month, value)),
    ...(report?.measures ?? []).flatMap(({group, id, values, total}) => {
      const key = figureKey(group, id, "");
      const own = months.flatMap((month, place) => moved(key, month, values[place] ?? null));
      return months.length > 1 ? [...own, ...moved(key, period, total)] : own;
    }),
  ];
}

/** Cells of tables are put right by errata alone. */
function cellsIn({errata}: ArchivedEdition): SupersededFigure[] {
  const cells = firstAndLast(errata).filter(({figure: {key}}) => key.startsWith("table|"));
  return cells.map(({figure: {label, span, cell, decimals, before, after}, erratum}) => {
    const {date, reason, causes} = erratum;
    const by: Vintage = {...vintageOf(erratum), value: after, date, reason, causes};
    return {label, span, cell, decimals, series: null, here: before, now: after, by};
  });
}

/**
 * Of each figure that errata of one edition put right, the value before the first and that after the last of them, which is given with it;
 * without those that are what they were.
 */
export function firstAndLast<Given extends {readonly figures: readonly ErratumFigure[]}>(
  errata: readonly Given[],
): {readonly figure: ErratumFigure; readonly erratum: Given}[] {
  const found = new Map<string, {readonly figure: ErratumFigure; readonly erratum: Given}>();
  for (const erratum of errata) {
    for (const figure of erratum.figures) {
      const {before} = found.get(figure.key)?.figure ?? figure;
      found.set(figure.key, {figure: {...figure, before}, erratum});
    }
  }
  return [...found.values()].filter(({figure: {before, after}}) => before !== after);
}
