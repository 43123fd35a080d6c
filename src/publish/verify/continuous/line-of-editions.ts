import type {Archive, SealedPlace} from "../archive.ts";
import {recordOf, type SealedRecord, sumsOf} from "../record.ts";
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

/** Everything sealed that is at hand, read once. */
export interface LineOfEditions {
  readonly editions: readonly Sealed[];
  readonly errata: readonly Sealed[];
  readonly announcements: readonly Sealed[];
  /** Errata by the period that they are of, in the order of their numbers; of copies of one that lie beside each other, the first. */
  readonly errataByPeriod: ReadonlyMap<string, readonly Sealed[]>;
  /** What an edition's report says; the last that were asked for are not read again. */
  readonly saidBy: (edition: Sealed) => ReportSaid | null;
}

/**
 * What is at hand, as far as it can be read: what cannot is level 1's to tell.
 *
 * @param isSound By the first level.
 */
export function readLine(
  {sealed}: Pick<Archive, "sealed">,
  isSound: (one: SealedPlace) => boolean = () => true,
): LineOfEditions {
  const all = sealed.flatMap((folder): Sealed[] => {
    const record = recordOf(folder);
    return record === null ? [] : [{folder, record, sums: sumsOf(folder), isSound: isSound(folder)}];
  });
  const of = (kind: SealedPlace["kind"]): Sealed[] => all.filter(({folder}) => folder.kind === kind);
  const errata = of("erratum");
  return {
    ...{editions: of("edition"), errata, announcements: of("announcement")},
    ...{errataByPeriod: inOrder(errata), saidBy: keepingLast()},
  };
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
