import type {QuarantinedLine} from "../quarantined.ts";
import type {FileSeal} from "../sealed-files.ts";

/** A log that was read, as the catalogue knows it. Seconds since 1970 UTC; null without a request. */
export interface InputRow {
  readonly id: number;
  readonly name: string;
  /** Of its content, unpacked. */
  readonly sha256: string;
  readonly bytes: number;
  /** Tells which inputs may be earlier states of a file. */
  readonly head: string;
  /** 1 when a newline ends its last line. */
  readonly isWhole: number;
  readonly format: string;
  readonly lines: number;
  readonly requests: number;
  readonly quarantined: number;
  readonly ignored: number;
  readonly firstSecond: number | null;
  readonly lastSecond: number | null;
  /** How it was read, in JSON; null where an earlier Broadsheet read it. */
  readonly reading: string | null;
}

/** A file of facts. */
export interface PartRow {
  /** Its name in the store's folder of facts. */
  readonly file: string;
  readonly firstSecond: number | null;
  readonly lastSecond: number | null;
  /** Name of the file, beside it, that says where its readers are; null where nobody asked, or it holds no reader. */
  readonly places: string | null;
  /** The database of places that was asked. */
  readonly placesSource: string | null;
}

/** A file of facts, and the input that it is of. */
export interface PartOfInput extends PartRow {
  readonly input: number;
  readonly name: string;
}

/** Lines of an input that stand in another, too, and count there. */
export interface RepeatedRow {
  readonly input: number;
  /** The other's name. */
  readonly name: string;
  readonly lines: number;
}

/** A file that was named and of which nothing could be read. */
export interface UnreadFile {
  readonly name: string;
  /** What was wrong with it, by its id. */
  readonly reason: string;
}

/** A sealed book that names the clients of a month in one file of facts. */
export interface SealedNamesRow {
  /** Its name in the store's folder of addresses. */
  readonly file: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly clients: number;
}

/** A file of facts with the books of its clients. */
export interface PartWithBooks extends PartRow {
  readonly books: readonly SealedNamesRow[];
}

/** How many lines of an input are no request for a reason. */
export interface RefusedLines {
  readonly reason: string;
  readonly lines: number;
}

/** What one ingest of one input adds; it counts as a whole or not at all. */
export interface CatalogueAddition {
  /** The input it continues; undefined for a new one. */
  readonly continues?: InputRow | undefined;
  /** The input as it is now. */
  readonly input: Omit<InputRow, "id">;
  /** Null when the addition holds no line. */
  readonly part: PartRow | null;
  /** Those behind it, of an input that comes from elsewhere as a whole. */
  readonly moreParts?: readonly PartWithBooks[];
  /** Who the readers of the part are; none where that is not kept. */
  readonly books?: readonly SealedNamesRow[];
  /** True when the earlier parts and quarantined lines of the input are replaced, not added to. */
  readonly isReplacement: boolean;
  /** Those that are kept in full. */
  readonly quarantined: readonly QuarantinedLine[];
  /** How many there are; where nothing is said, those that are kept. */
  readonly refused?: Readonly<Record<string, number>>;
  /** Lines that stand in other inputs, too, and count there. */
  readonly repeated?: readonly {readonly name: string; readonly lines: number}[];
  /** What its files hold; of those that are not named here it is found out when the catalogue is opened next. */
  readonly seals?: readonly FileSeal[];
}
