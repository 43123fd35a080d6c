import type {Archive, SealedPlace} from "../archive.ts";
import {recordOf, type SealedRecord, sumsOf} from "../record.ts";

/** A sealed folder with what it says of itself. */
export interface Sealed {
  readonly folder: SealedPlace;
  readonly record: SealedRecord;
  /** By what the next one names it. */
  readonly sums: string | null;
}

/** Everything sealed that is at hand, read once. */
export interface LineOfEditions {
  readonly editions: readonly Sealed[];
  readonly errata: readonly Sealed[];
  readonly announcements: readonly Sealed[];
}

/** What is at hand, as far as it can be read: what cannot is level 1's to tell. */
export function readLine({sealed}: Pick<Archive, "sealed">): LineOfEditions {
  const all = sealed.flatMap((folder): Sealed[] => {
    const record = recordOf(folder);
    return record === null ? [] : [{folder, record, sums: sumsOf(folder)}];
  });
  const of = (kind: SealedPlace["kind"]): Sealed[] => all.filter(({folder}) => folder.kind === kind);
  return {editions: of("edition"), errata: of("erratum"), announcements: of("announcement")};
}

/** The errata of an edition, by their numbers. */
export function errataOf({record}: Sealed, {errata}: LineOfEditions): readonly Sealed[] {
  const own = errata.filter((one) => one.record.period === record.period);
  return own.toSorted((one, other) => (one.record.number ?? 0) - (other.record.number ?? 0));
}
