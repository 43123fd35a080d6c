import type {MeasureGroup, ReportExtract} from "./extract.ts";

/** A file as it lies in the archive, beside the page of its edition. */
export interface ArchivedFile {
  /** From the edition's folder, with `/` between its parts. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * How an edition came to be: `sealed` and signed; `kept` as a file by an older Broadsheet, without a seal; `older`, made by hand, so that
 * nobody can compute it again.
 */
export type EditionKind = "sealed" | "kept" | "older";

/** A figure of an erratum, with what it says of where the figure stands. */
export interface ErratumFigure {
  readonly key: string;
  readonly label: string;
  readonly span: string;
  readonly cell: {readonly row: string; readonly column: string} | null;
  readonly decimals: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** Figures of an edition that were put right after it was published. */
export interface Erratum {
  /** Of its edition. */
  readonly period: string;
  /** Among those of its edition, from 1. */
  readonly number: number;
  /** On which of the pages of its year it is read, from 1: on it stay all that were there when it was issued. */
  readonly page: number;
  readonly date: string;
  /** Null where an older Broadsheet restated, which did not ask. */
  readonly kind: "correction" | "revision" | null;
  readonly reason: string;
  readonly causes: readonly string[];
  readonly figures: readonly ErratumFigure[];
  /** The sentences that matter most, before it and from it on; null where they were not kept. */
  readonly summary: {readonly before: readonly string[]; readonly after: readonly string[]} | null;
  /** None where it is kept in its edition's own file. */
  readonly files: readonly ArchivedFile[];
}

/** Who has countersigned an edition, and when; the statement of what was checked lies in the edition's folder. */
export interface Countersigned {
  readonly name: string;
  readonly date: string;
  readonly file: string;
}

/** What is said of an edition beside its report. */
export interface ArchivedEdition {
  readonly period: string;
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly kind: EditionKind;
  /** The day of publication; null for reports made by hand. */
  readonly date: string | null;
  readonly files: readonly ArchivedFile[];
  /** The SHA-256 of its file of sums; null where it is not sealed. */
  readonly sums: string | null;
  /** The public key that signed it, as one line; null where it is not sealed. */
  readonly key: string | null;
  /** The edition published before it, as its own files name it. */
  readonly previous: {readonly period: string; readonly sums: string} | null;
  /** What was in doubt and published all the same, with the reason. */
  readonly accepted: readonly {readonly id: string; readonly text: string; readonly reason: string}[];
  readonly countersigned: readonly Countersigned[];
  /** Null for reports made by hand. */
  readonly report: ReportExtract | null;
  /** Figures that a report made by hand gave. */
  readonly reported: readonly ReportedFigure[];
  readonly errata: readonly Erratum[];
}

/** A figure that a report made by hand gave for a month. */
export interface ReportedFigure {
  readonly id: string;
  readonly month: string;
  readonly value: number;
  readonly source: string;
}

/** Everything that was published. */
export interface PublicArchive {
  /** In the order in which they were published; those made by hand first. */
  readonly editions: readonly ArchivedEdition[];
  /** What was announced beforehand, published since or not. */
  readonly announced: readonly AnnouncedEdition[];
  /** Null where nothing was signed yet. */
  readonly keys: ArchivedKeys | null;
}

/** A key with which was signed. */
export interface ArchivedKey {
  /** As one line, as `minisign -P` takes it. */
  readonly key: string;
  /** As minisign prints it. */
  readonly number: string;
  /** The day from which on it was used. */
  readonly on: string;
  /** `first`; `next`: the key before signed it; `anew`: the key before was lost, and nothing signs this one. */
  readonly event: "first" | "next" | "anew";
  /** The day since which it is not to be trusted; null where nobody has said so. */
  readonly revokedOn: string | null;
}

/** The list of keys. */
export interface ArchivedKeys {
  /** Of `keys.txt`. */
  readonly text: string;
  /** In the order of the list; the last one signs now. */
  readonly all: readonly ArchivedKey[];
}

/** What is to be published, and by which rules, told beforehand. */
export interface AnnouncedEdition {
  readonly period: string;
  /** The day on which it was announced, and that of publication; null where that is not said. */
  readonly date: string;
  readonly publication: string | null;
  readonly files: readonly ArchivedFile[];
}

/** How the key of a figure begins. */
export function figureKey(group: MeasureGroup, id: string, span: string): string {
  return `${group}|${id}|${span}`;
}
