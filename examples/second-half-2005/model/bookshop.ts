import {askersOf, type Client, developers, heavyClients, knownRobots, namelessRobots, senderOf} from "./clients.ts";
import type {MonthFigures} from "./figures.ts";
import type {Chance} from "./random.ts";
import {pickInstant, type Visit} from "./visits.ts";

/** Readers who are sent to the bookshop in every month, so that the half-year's figure is not the sum of its months'. */
export const regularCustomers = 40;

const paths = ["/go/bookshop", "/go/bookshop", "/go/bookshop?title=12"] as const;

/**
 * Who follows the link to the bookshop, and is sent on?
 *
 * As many different readers as the figures say, a third of them again; and robots, developers and heavy readers, who are
 * no customers.
 */
export function bookshopVisits(figures: MonthFigures, month: number, chance: Chance): readonly Visit[] {
  const count = figures.sentTo["bookshop"] ?? 0;
  const customers = Array.from({length: count}, (_, place) => senderOf(month, place, regularCustomers));
  const again = customers.filter((_, place) => place % 3 === 0);
  return [...customers, ...again, ...nobodysCustomers(figures, month)].map((client) => ({
    at: pickInstant(figures, chance),
    client,
    page: {path: chance.oneOf(paths), size: 290},
  }));
}

function nobodysCustomers(figures: MonthFigures, month: number): readonly Client[] {
  const {verdicts, readers} = figures;
  const hasHeavyRule = (verdicts["heavy-readers"] ?? 0) + (verdicts["blacklisted"] ?? 0) > 0;
  return [
    ...knownRobots.filter((_, place) => place % 4 === 0),
    ...namelessRobots.slice(0, 5),
    ...askersOf(month, readers).slice(0, 4),
    ...developers,
    ...(hasHeavyRule ? heavyClients : []),
  ];
}
