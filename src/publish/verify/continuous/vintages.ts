import {parsePeriod} from "../../../base/period.ts";
import {isSame} from "../../../report/restate/figures.ts";
import {differs, type Finding, unchecked, valueText} from "../answer.ts";
import {type Found, notSound} from "./chain.ts";
import type {ReportSaid, ValuesByKey} from "./figures-of.ts";
import {byDate, errataOf, type LineOfEditions, type Sealed} from "./line-of-editions.ts";

/** So many figures are named. */
const mostNamed = 20;
/** With so many of the same months is an edition compared: a year has some thirty, and each is compared with those of the year before, too. */
const mostCompared = 200;

/**
 * Do editions that speak of the same months say the same of them, or say why not?
 *
 * Each figure is set beside that of every edition published before: as it was in force then, with the errata of that day. Where the later one
 * says itself that the figure is not what was published, it has said so.
 */
export function checkVintages(edition: Sealed, said: ReportSaid, line: LineOfEditions): Found {
  const months = new Set([...monthsOf(edition), ...(said.comparison?.columns ?? [])]);
  const before = line.editions.filter((one) => {
    if (one.record.period === edition.record.period || one.record.date > edition.record.date) return false;
    return monthsOf(one).some((month) => months.has(month));
  });
  const earlier = before.length <= mostCompared ? before : before.toSorted(byDate).slice(-mostCompared);
  let count = 0;
  const findings = earlier.flatMap((one): Finding[] => {
    if (!one.isSound) return [notSound(one)];
    const other = line.saidBy(one);
    if (other === null) return [];
    const then = inForceBefore(edition, one, other, line);
    const own = said.figures.flatMap(({key, group, id, label, span, value}): Finding[] => {
      const before = then.get(key);
      if (group === "table" || before === undefined) return [];
      count++;
      return isSame(before, value) || said.restated.has(`${id}|${span}`)
        ? []
        : [moved(`${label}, ${span}`, one, before, value)];
    });
    const beside = comparedWith(said).flatMap(({id, month, value}): Finding[] => {
      const before = then.get(`measure|${id}|${month}`);
      if (before === undefined) return [];
      count++;
      const isTold = (said.comparison?.notes.length ?? 0) > 0;
      return isSame(before, value) || isTold ? [] : [moved(`${id}, ${month}, in the comparison`, one, before, value)];
    });
    return [...own, ...beside];
  });
  const periods = earlier.map(({record}) => record.period).join(", ");
  const checked =
    count > 0 && findings.length === 0
      ? [`${count} figures are what ${periods} said of the same, or it is said why not`]
      : [];
  const more = findings.length - mostNamed;
  return {
    checked,
    findings: [
      ...findings.slice(0, mostNamed),
      ...(more > 0 ? [differs("report.json", `and ${more} more figures`)] : []),
      ...(before.length > earlier.length ? [tooMany(before.length - earlier.length)] : []),
    ],
  };
}

function tooMany(left: number): Finding {
  const cause = `${left} more editions speak of the same months: it was compared with the ${mostCompared} before it`;
  return unchecked("report.json", cause);
}

function moved(cell: string, {record}: Sealed, before: number | null, now: number | null): Finding {
  const cause = `${record.period}, published before it, said otherwise, and nobody has said why`;
  return differs("report.json", cause, {cell, published: valueText(before), now: valueText(now)});
}

const knownMonths = new WeakMap<Sealed, readonly string[]>();

/** Worked out once of each edition: every one is held against every other. */
function monthsOf(edition: Sealed): readonly string[] {
  const months = knownMonths.get(edition) ?? parsePeriod(edition.record.period, "1970-01-01").months;
  knownMonths.set(edition, months);
  return months;
}

function comparedWith({
  comparison,
}: ReportSaid): {readonly id: string; readonly month: string; readonly value: number | null}[] {
  return Object.entries(comparison?.values ?? {}).flatMap(([id, values]) => {
    return values.map((value, place) => ({id, month: comparison!.columns[place] ?? "", value}));
  });
}

/** What an edition said when a later one was published: by the errata that the later one names, or that are not younger. */
function inForceBefore({record: later}: Sealed, edition: Sealed, said: ReportSaid, line: LineOfEditions): ValuesByKey {
  const last = later.errata?.find(({period}) => period === edition.record.period)?.number ?? 0;
  const known = errataOf(edition, line).filter(({record, isSound}) => {
    return isSound && (later.errata === undefined ? record.date <= later.date : (record.number ?? 0) <= last);
  });
  const since = known.flatMap(({record}) => (record.figures ?? []).map(({key, after}) => [key, after] as const));
  return new Map([...said.byKey, ...since]);
}
