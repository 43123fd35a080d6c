import {
  askersOf,
  type Client,
  developers,
  heavyClients,
  knownRobots,
  mirrors,
  namelessRobots,
  readersFeedProgram,
  readersOf,
  suspendedAddress,
  suspendedDays,
} from "./clients.ts";
import type {MonthFigures} from "./figures.ts";
import {awkwardPaths, type Page, pickPage} from "./pages.ts";
import type {Chance} from "./random.ts";

/** One document that one client takes at one second of the month. */
export interface Visit {
  readonly at: number;
  readonly client: Client;
  readonly page: Page;
}

/** The month's place in the half-year, from 0 for July; October is 3. */
const october = 3;

/** The limit in broadsheet.yaml: the dedicated reader takes just that many, the smallest heavy client one more. */
const heavyLimit = 100;

/** More than any other reader takes in a month. */
const dedicatedDocuments = 130;
const otherReadersLimit = 60;

/** When does someone come? Around noon more than at night, at weekends less; seconds from the month's beginning. */
export function pickInstant(figures: MonthFigures, chance: Chance): number {
  const day = chance.below(figures.days);
  if (isWeekend(figures.period, day) && chance.next() < 0.35) return pickInstant(figures, chance);
  return day * 86_400 + Math.floor(((chance.next() + chance.next()) / 2) * 86_400);
}

/** @param day From 0. */
function isWeekend(period: string, day: number): boolean {
  const weekday = new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5)) - 1, 1 + day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Which documents are counted in this month? Each reader takes at least one, none more than the rules allow. */
export function countedVisits(figures: MonthFigures, month: number, chance: Chance): readonly Visit[] {
  const readers = readersOf(month, figures.readers);
  const takes = readers.map(() => 1);
  takes[0] = month < 2 ? heavyLimit : dedicatedDocuments;
  for (let left = figures.documents - figures.readers - takes[0] + 1; left > 0; ) {
    const place = 1 + chance.skewedBelow(readers.length - 1);
    if (takes[place]! >= otherReadersLimit) continue;
    takes[place]!++;
    left--;
  }
  const visits = readers.flatMap((client, place) =>
    Array.from({length: takes[place]!}, () => visitOf(client, figures, month, chance)),
  );
  const seconds = figures.days * 86_400;
  return visits.map((visit, place) => {
    if (place === 0) return {...visit, at: 0};
    if (place === 1) return {...visit, at: seconds - 1};
    const path = place > 1 ? awkwardPaths[place - 2] : undefined;
    return path === undefined ? visit : {...visit, page: {...visit.page, path}};
  });
}

function visitOf(client: Client, figures: MonthFigures, month: number, chance: Chance): Visit {
  let at = pickInstant(figures, chance);
  if (month === october && client.addresses.includes(suspendedAddress)) {
    while (isSuspended(at)) at = pickInstant(figures, chance);
  }
  return {at, client, page: pickPage(month, chance)};
}

function isSuspended(at: number): boolean {
  const day = Math.floor(at / 86_400);
  return day >= suspendedDays.from && day < suspendedDays.until;
}

function visitsOf(
  clients: readonly Client[],
  total: number,
  figures: MonthFigures,
  month: number,
  chance: Chance,
  pickPlace: Chance["below"] = chance.below,
): Visit[] {
  return Array.from({length: total}, () => visitOf(clients[pickPlace(clients.length)]!, figures, month, chance));
}

/** Which documents does the heavy readers' rule leave out? Every heavy client takes more than the limit. */
export function heavyVisits(figures: MonthFigures, month: number, chance: Chance): readonly Visit[] {
  const total = figures.verdicts["heavy-readers"] ?? 0;
  if (total === 0) return [];
  const [smallest, ...others] = heavyClients;
  return [
    ...visitsOf([smallest!], heavyLimit + 1, figures, month, chance),
    ...visitsOf(others, total - heavyLimit - 1, figures, month, chance),
  ];
}

/** Which documents does the blacklist leave out? From September on; in October three days of one reader, to the second. */
export function blacklistedVisits(figures: MonthFigures, month: number, chance: Chance): readonly Visit[] {
  const total = figures.verdicts.blacklisted ?? 0;
  if (total === 0) return [];
  const suspended = month === october ? suspendedVisits(chance, month) : [];
  const mirrored = Math.floor(total / 10);
  return [
    ...suspended,
    ...visitsOf(mirrors, mirrored, figures, month, chance),
    ...visitsOf(heavyClients, total - mirrored - suspended.length, figures, month, chance),
  ];
}

function suspendedVisits(chance: Chance, month: number): Visit[] {
  const client: Client = {addresses: [suspendedAddress], agents: ["Opera/8.5 (X11; Linux i686; U; en)"]};
  const [from, until] = [suspendedDays.from * 86_400, suspendedDays.until * 86_400];
  const instants = [from, until - 1, ...Array.from({length: 40}, () => from + chance.below(until - from))];
  return instants.map((at) => ({at, client, page: pickPage(month, chance)}));
}

/** Which documents do the developers take? */
export function developersVisits(figures: MonthFigures, month: number, chance: Chance): readonly Visit[] {
  return visitsOf(developers, figures.verdicts.developers ?? 0, figures, month, chance);
}

/** Which documents do robots take: those that say so, those without a name, and those that only /robots.txt gives away? */
export function robotsVisits(figures: MonthFigures, month: number, chance: Chance): readonly Visit[] {
  const total = figures.verdicts.robots ?? 0;
  const [nameless, asked, fed] = [Math.floor(total / 16), Math.floor(total / 12), 5];
  return [
    ...visitsOf(knownRobots, total - nameless - asked - fed, figures, month, chance, chance.skewedBelow),
    ...visitsOf(namelessRobots, nameless, figures, month, chance),
    ...visitsOf(askersOf(month, figures.readers), asked, figures, month, chance),
    ...visitsOf([readersFeedProgram], fed, figures, month, chance),
  ];
}
