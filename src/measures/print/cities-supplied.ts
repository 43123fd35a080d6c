import {message, country as named, series, type Wording} from "../../base/words/message.ts";
import {coverageNotes, coveredMonths} from "../ledger/book-months.ts";
import type {LedgerSource} from "../ledger/ledger-survey.ts";
import {rankItems, ranksByKey} from "../ledger/ranking.ts";
import type {MeasuredRow, MeasuredTable} from "../tables/table.ts";
import {newRegionNotes} from "./regions-reached.ts";
import {citiesOf, deliveriesIn, deliveryMonthsOf, type SuppliedCity, usualSmallestCity} from "./supplied-places.ts";

/** Which cities got the most copies? What is too small for a row of its own is one row, so that the copies add up. */
export function citiesSupplied({ledger, asked}: LedgerSource): MeasuredTable[] {
  const {deliveries} = ledger;
  const {period, previous, smallestCity = usualSmallestCity} = asked;
  const cities = citiesOf(deliveriesIn(deliveries, period.months));
  const isLarge = ({copies}: SuppliedCity): boolean => copies >= smallestCity;
  const before = citiesOf(deliveriesIn(deliveries, previous.months)).filter(isLarge);
  const ranksBefore = ranksByKey(before, copiesOf);
  const valuesOf = valuesAmong(cities);
  const small = cities.filter((city) => !isLarge(city));
  const rows = rankItems(cities.filter(isLarge), copiesOf).map(({item, rank}): MeasuredRow => {
    return {
      ...{key: item.key, label: item.city, group: groupOf(item), rank},
      previousRank: ranksBefore.get(item.key) ?? null,
      kind: "item",
      values: valuesOf([item]),
    };
  });
  const hasBefore = coveredMonths(deliveryMonthsOf(deliveries), previous.months).length > 0;
  return [
    {
      id: "cities-supplied",
      title: message("table.cities-supplied"),
      rowLabel: message("head-city"),
      groupLabel: cities.some((city) => groupOf(city) !== null) ? message("head-region") : null,
      definition: message("cities-supplied-means", {copies: smallestCity}),
      form: "ranked",
      columns: [
        {id: "copies", label: message("column.copies"), unit: message("unit.copies"), decimals: 0},
        {
          id: "sharePercent",
          label: message("column.sharePercent"),
          unit: message("unit.percent-of-copies"),
          decimals: 1,
        },
        {id: "returnedCopies", label: message("column.returnedCopies"), unit: message("unit.copies"), decimals: 0},
      ],
      rows: [...rows, ...(small.length === 0 ? [] : [balanceRow(small, valuesOf(small))])],
      previous: hasBefore ? previous.name : null,
      notes: [
        ...newRegionNotes(deliveries, asked),
        ...coverageNotes("deliveries-covered", deliveryMonthsOf(deliveries), period.months),
      ].map(({id, text}) => ({id, text})),
    },
  ];
}

type Values = (cities: readonly SuppliedCity[]) => (number | null)[];

function valuesAmong(all: readonly SuppliedCity[]): Values {
  const add = (cities: readonly SuppliedCity[], column: "copies" | "returnedCopies"): number =>
    cities.reduce((sum, city) => sum + city[column], 0);
  const whole = add(all, "copies");
  return (cities) => {
    const copies = add(cities, "copies");
    return [copies, whole === 0 ? null : (copies / whole) * 100, add(cities, "returnedCopies")];
  };
}

function balanceRow(small: readonly SuppliedCity[], values: MeasuredRow["values"]): MeasuredRow {
  const label = message("balance-of-cities", {cities: small.length});
  return {key: "others", label, group: null, rank: null, previousRank: null, kind: "others", values};
}

function groupOf({region, country}: SuppliedCity): Wording | null {
  const parts = [region, country === null ? null : named(country)].filter((part) => part !== null);
  return parts.length === 0 ? null : series(parts);
}

function copiesOf({copies}: SuppliedCity): number {
  return copies;
}
