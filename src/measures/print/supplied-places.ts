import {message} from "../../base/words/message.ts";
import type {DeliveryRow} from "../../ledger/rows.ts";
import {type BookMonths, bookMonthsOf, monthOfDay} from "../ledger/book-months.ts";
import {byText} from "../ledger/order.ts";
import {isDistribution} from "./issues.ts";

/** A city, and the copies that went there. */
export interface SuppliedCity {
  /** Country, region and city, as they are written. */
  readonly key: string;
  readonly city: string;
  readonly region: string | null;
  readonly country: string | null;
  readonly copies: number;
  readonly returnedCopies: number;
}

/** A region, and the copies that went there. */
export interface SuppliedRegion {
  readonly key: string;
  readonly region: string;
  readonly country: string | null;
  readonly copies: number;
}

/** Copies from which on a city counts as reached, where nothing else is asked for. */
export const usualSmallestCity = 1000;

/** Which months does the book of deliveries speak of? */
export function deliveryMonthsOf(deliveries: readonly DeliveryRow[]): BookMonths {
  return bookMonthsOf(
    message("book-deliveries"),
    deliveries.map(({on}) => on),
  );
}

/** What went out to readers in the months. */
export function deliveriesIn(deliveries: readonly DeliveryRow[], months: readonly string[]): DeliveryRow[] {
  return deliveries.filter((row) => isDistribution(row) && months.includes(monthOfDay(row.on)));
}

/** The cities that copies went to. Cities of one name in two regions are two. */
export function citiesOf(deliveries: readonly DeliveryRow[]): SuppliedCity[] {
  const byPlace = Map.groupBy(deliveries, ({city, region, country}) => JSON.stringify([country, region, city]));
  return [...byPlace.values()].map((rows) => {
    const {city, region, country} = rows[0]!;
    return {
      key: [country ?? "", region ?? "", city].join("/"),
      ...{city, region, country},
      copies: rows.reduce((sum, row) => sum + row.copies, 0),
      returnedCopies: rows.reduce((sum, row) => sum + row.returnedCopies, 0),
    };
  });
}

/** The regions that copies went to, by name; deliveries that do not note theirs are in none. */
export function regionsOf(deliveries: readonly DeliveryRow[]): SuppliedRegion[] {
  const supplied = deliveries.filter(({copies}) => copies > 0);
  const byPlace = Map.groupBy(supplied, ({region, country}) => JSON.stringify([region, country]));
  return [...byPlace.values()]
    .flatMap((rows): SuppliedRegion[] => {
      const {region, country} = rows[0]!;
      if (region === null) return [];
      const copies = rows.reduce((sum, row) => sum + row.copies, 0);
      return [{key: [country ?? "", region].join("/"), region, country, copies}];
    })
    .sort((a, b) => byText(a.region, b.region) || byText(a.key, b.key));
}
