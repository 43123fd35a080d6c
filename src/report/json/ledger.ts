import type {Translator} from "../../base/words/translator.ts";
import type {
  Credit,
  LedgerPart,
  MovedFigure,
  PlannedFigure,
  RankLine,
  RankPlace,
  ReachMap,
  ReportEvent,
} from "../report.ts";
import {unitName} from "../unit.ts";
import {byId, comparisonEntry} from "./comparison.ts";
import {measureEntry, noteEntry} from "./figures.ts";
import {tableEntry} from "./tables.ts";

/** What the books yield, with its keys in the order of the contract. */
export function ledgerEntry(
  {measures, notes, tables, comparison, ranges, events, map}: LedgerPart,
  words: Translator,
): object {
  const rangeOf = (id: string) => ranges.find((one) => one.id === id) ?? null;
  return {
    measures: measures.map((figures) => measureEntry(figures, words)),
    tables: tables.map((table) => tableEntry(table, words)),
    notes: notes.map(noteEntry),
    totals: byId(measures, ({total}) => total),
    totalReasons: byId(measures, ({totalReason}) => totalReason),
    comparison: comparison && comparisonEntry(comparison),
    totalLow: byId(measures, ({id}) => rangeOf(id)?.low ?? null),
    totalHigh: byId(measures, ({id}) => rangeOf(id)?.high ?? null),
    events: events.map(eventEntry),
    map: map && mapEntry(map),
  };
}

function mapEntry({places, unplaced, unplacedCopies, smallestCity}: ReachMap): object {
  return {
    places: places.map(({city, region, country, copies, latitude, longitude, isReached}) => {
      return {city, region, country, copies, latitude, longitude, isReached};
    }),
    ...{unplaced, unplacedCopies, smallestCity},
  };
}

/** A target with its keys in the order of the contract. */
export function planEntry(
  {measure, label, unit, on, target, actual, actualMonth, ...line}: PlannedFigure,
  words: Translator,
): object {
  const {actualReason, ratio, isMet, growthNeeded, growthReason, trendMonth, trendReason, decimals} = line;
  const said = unit === null ? "" : words.unit(unit);
  return {
    ...{measure, label, unit: said, date: on, target, actual, actualMonth, actualReason, ratio, isMet},
    ...{growthNeeded, growthReason, trendMonth, trendReason, decimals},
    unitId: unit && unitName(unit),
  };
}

/** A publisher's place in a list with its keys in the order of the contract. */
export function rankEntry({list, name, isOurs, now, before, passed, passedBy, note}: RankLine): object {
  return {list, name, isOurs, now: placeEntry(now), before: placeEntry(before), passed, passedBy, note};
}

function placeEntry({rank, reason, on, version}: RankPlace): object {
  return {rank, reason, date: on, version};
}

/** A credit with its keys in the order of the contract. */
export function creditEntry({period, post, what, by}: Credit): object {
  return {period, post, what, by};
}

/** A figure that moved with its keys in the order of the contract. */
export function movedEntry(moved: MovedFigure, words: Translator): object {
  const {id, label, unit, from, to, fromMonth, toMonth, changePercent, explanations, decimals, note} = moved;
  const events = explanations.map(eventEntry);
  const [said, unitId] = [words.unit(unit), unitName(unit)];
  return {
    ...{id, label, unit: said, from, to, fromMonth, toMonth, changePercent, explanations: events, decimals, note},
    unitId,
  };
}

function eventEntry({on, until, measure, text}: ReportEvent): object {
  return {date: on, until, measure, text};
}
