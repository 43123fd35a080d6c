import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import type {Translator} from "../../base/words/translator.ts";
import type {ArchivedEdition, PublicArchive} from "./archive/archive.ts";
import type {Series} from "./series.ts";

/** All that the pages of the archive are made from. */
export interface ArchiveSite {
  /** The name of the publication, as it calls itself now. */
  readonly publication: string;
  readonly words: Translator;
  /** Where the archive stands in the web, with a slash at its end; null where nobody has said. */
  readonly address: string | null;
  readonly broadsheet: string;
  readonly archive: PublicArchive;
  readonly series: readonly Series[];
  /** Does a server of ours show it, with what only a server can do? */
  readonly isServed?: boolean;
  /** Where the forum is, of a server that has one. */
  readonly forum?: string;
}

/** A file of the archive that is made, and not copied. */
export interface SiteFile {
  readonly path: string;
  /**
   * Says the same as long as the file stays the same, so that it need not be made again. Null where making it is no more work.
   */
  readonly key: string | null;
  readonly make: () => string;
}

/** @throws {UserError} PUBLISHED_NONE where there is not even an announcement to show. */
export function refuseEmpty({editions, announced}: PublicArchive, published: string): void {
  if (editions.length > 0 || announced.length > 0) return;
  throw new UserError(
    "PUBLISHED_NONE",
    "no report was published yet, and none that is announced or made by hand is there",
    advise("begin-archive"),
    published,
  );
}

/** The edition that was published last; null where there is none that is more than a file made by hand. */
export function latestEdition({archive}: Pick<ArchiveSite, "archive">): ArchivedEdition | null {
  return archive.editions.findLast(({report}) => report !== null) ?? null;
}

/** What matters most of an edition, in sentences. */
export interface SummaryInForce {
  readonly sentences: readonly string[];
  /** Were figures put right since, by errata that did not keep the sentences? Then they are those that were published. */
  readonly isOutdated: boolean;
}

/** The sentences that matter most of an edition as they are now, after its errata. */
export function summaryInForce({report, errata}: ArchivedEdition): SummaryInForce {
  const last = errata.findLastIndex(({summary}) => summary !== null);
  const sentences = errata[last]?.summary?.after ?? report?.summary ?? [];
  return {sentences, isOutdated: errata.slice(last + 1).some(({figures}) => figures.length > 0)};
}

/** The edition that was published after this one, and the one before; null where there is none. */
export function neighbours(
  {archive: {editions}}: Pick<ArchiveSite, "archive">,
  edition: ArchivedEdition,
): {readonly before: ArchivedEdition | null; readonly after: ArchivedEdition | null} {
  const place = editions.indexOf(edition);
  return {before: editions[place - 1] ?? null, after: editions[place + 1] ?? null};
}
