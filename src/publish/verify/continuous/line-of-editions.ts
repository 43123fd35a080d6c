import type {Archive, SealedPlace} from "../archive.ts";
import {recordOf, type SealedRecord, sumsOf} from "../record.ts";
import type {Seals} from "../seals.ts";
import {type ReportSaid, reportSaid} from "./figures-of.ts";

/** A sealed folder with what it says of itself. */
export interface Sealed {
  readonly folder: SealedPlace;
  readonly record: SealedRecord;
  /** By what the next one names it. */
  readonly sums: string | null;
  /** Are its files what its publisher signed, as far as its own seal says? Nothing is compared with what is not. */
  readonly isSound: boolean;
}

/** An erratum as an edition names it. */
export type NamedErratum = NonNullable<SealedRecord["errata"]>[number];

/** Everything sealed that is at hand, read once. */
export interface LineOfEditions {
  readonly editions: readonly Sealed[];
  readonly errata: readonly Sealed[];
  readonly announcements: readonly Sealed[];
  /** Errata by the period that they are of, in the order of their numbers; of copies of one that lie beside each other, the first. */
  readonly errataByPeriod: ReadonlyMap<string, readonly Sealed[]>;
  /** Errata by what they say that they are, `erratum 1 of 2005-07`, copies too. */
  readonly errataByWhat: ReadonlyMap<string, readonly Sealed[]>;
  /** Which errata do sound editions say were there? By the period that they are of, each once. */
  readonly namedErrata: ReadonlyMap<string, readonly NamedErratum[]>;
  /** What an edition's report says; the last that were asked for are not read again. */
  readonly saidBy: (edition: Sealed) => ReportSaid | null;
}

/**
 * What is at hand, as far as it can be read: what cannot is level 1's to tell.
 *
 * @param seals What the first level has found; null of an older copy, whose folders are all gone by.
 */
export function readLine({sealed}: Pick<Archive, "sealed">, seals: Seals | null): LineOfEditions {
  const all = sealed.flatMap((folder): Sealed[] => {
    const record = seals === null ? recordOf(folder) : seals.recordOf(folder);
    const isSound = seals === null || seals.wholeOf(folder).isSound;
    return record === null ? [] : [{folder, record, sums: sumsOf(folder), isSound}];
  });
  const of = (kind: SealedPlace["kind"]): Sealed[] => all.filter(({folder}) => folder.kind === kind);
  const [editions, errata] = [of("edition"), of("erratum")];
  return {
    ...{editions, errata, announcements: of("announcement")},
    ...{errataByPeriod: inOrder(errata), errataByWhat: Map.groupBy(errata, ({record}) => record.what)},
    ...{namedErrata: namedBy(editions), saidBy: keepingLast()},
  };
}

function namedBy(editions: readonly Sealed[]): ReadonlyMap<string, readonly NamedErratum[]> {
  const sound = editions.filter(({isSound}) => isSound);
  return Map.groupBy(eachOnce(sound.flatMap(({record}) => record.errata ?? [])), ({period}) => period);
}

/** Errata that are named, each once. */
export function eachOnce(named: readonly NamedErratum[]): readonly NamedErratum[] {
  return [...new Map(named.map((one) => [`${one.period} ${one.number} ${one.sums}`, one])).values()];
}

function inOrder(errata: readonly Sealed[]): ReadonlyMap<string, readonly Sealed[]> {
  const seen = new Set<string>();
  const own = errata.filter(({sums}) => {
    const isCopy = sums !== null && seen.has(sums);
    if (sums !== null) seen.add(sums);
    return !isCopy;
  });
  const sorted = own.toSorted((one, other) => (one.record.number ?? 0) - (other.record.number ?? 0));
  return Map.groupBy(sorted, ({record}) => record.period);
}

/** So many reports are held: each edition is compared with those of its months, which are mostly those that the one before it was compared with. */
const mostKept = 64;

function keepingLast(): LineOfEditions["saidBy"] {
  const kept = new Map<Sealed, ReportSaid | null>();
  return (edition) => {
    const known = kept.get(edition);
    const said = known === undefined ? reportSaid(edition.folder) : known;
    kept.delete(edition);
    kept.set(edition, said);
    for (const [oldest] of kept) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return said;
  };
}

/** The errata of an edition, by their numbers; of copies of one that lie beside each other, the first. */
export function errataOf({record}: Sealed, {errataByPeriod}: LineOfEditions): readonly Sealed[] {
  return errataByPeriod.get(record.period) ?? [];
}

/** Which of two is of the earlier day, for sorting? */
export function byDate({record: one}: Sealed, {record: other}: Sealed): number {
  return one.date < other.date ? -1 : Number(one.date > other.date);
}
