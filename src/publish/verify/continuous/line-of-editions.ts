import type {Archive, SealedPlace} from "../archive.ts";
import {recordOf, type SealedRecord, sumsOf} from "../record.ts";

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
  return {editions: of("edition"), errata: of("erratum"), announcements: of("announcement")};
}

/** The errata of an edition, by their numbers; of copies of one that lie beside each other, the first. */
export function errataOf({record}: Sealed, {errata}: LineOfEditions): readonly Sealed[] {
  const own = errata.filter((one, place) => {
    const isCopy = one.sums !== null && errata.findIndex(({sums}) => sums === one.sums) < place;
    return one.record.period === record.period && !isCopy;
  });
  return own.toSorted((one, other) => (one.record.number ?? 0) - (other.record.number ?? 0));
}
