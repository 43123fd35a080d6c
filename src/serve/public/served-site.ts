import {readFileSync} from "node:fs";
import {extname, join} from "node:path";
import {sha256} from "../../base/sha256.ts";
import {readVersion} from "../../base/version.ts";
import type {LanguageId} from "../../base/words/language.ts";
import {Translator} from "../../base/words/translator.ts";
import type {ArchiveCache} from "../../publish/site/archive/cache.ts";
import {olderFolder} from "../../publish/site/archive/older.ts";
import {readArchive} from "../../publish/site/archive/read-archive.ts";
import {publishedCopies} from "../../publish/site/copies.ts";
import {siteFiles} from "../../publish/site/pages.ts";
import {editionFile, editionsFolder} from "../../publish/site/paths.ts";
import {type Series, seriesOf} from "../../publish/site/series.ts";
import {type ArchiveSite, refuseEmpty} from "../../publish/site/site.ts";
import {refusal} from "../fault.ts";

/** What of `broadsheet.yaml` the server goes by. */
export interface SiteSettings {
  readonly publication: string;
  readonly language: LanguageId;
  readonly address: string | null;
  /** Where the forum is; left out where there is none. */
  readonly forum?: string;
}

/** A file of the archive: made when it is asked for, or lying in `published/`. */
export type ServedFile =
  | {readonly make: () => string}
  | {
      readonly path: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly isByHand: boolean;
      /** What becomes of it when it is shown; undefined where it is shown as it is. */
      readonly as: ((bytes: Buffer) => Buffer) | undefined;
    };

/** Everything that was published, as it was when it was read, and checked. */
export interface ServedSite extends ArchiveSite {
  /** By the path that a link names. */
  readonly files: ReadonlyMap<string, ServedFile>;
}

/** What other servers are told beside the files: no page of the archive. */
const forOtherServers = /^(?:_headers$|\.htaccess$|hosting\/|404\.html$)/;

/**
 * Reads all that was published, and checks it. Nothing is made yet.
 *
 * @param published The folder; of the workspace nothing else is read.
 * @throws {UserError} PUBLISHED_NONE, PUBLISHED_DAMAGED, SUMS_REFUSED, SIGNATURE_REFUSED, KEYS_REFUSED
 */
export async function readServedSite(
  published: string,
  {publication, language, address, forum}: SiteSettings,
  cache: ArchiveCache,
): Promise<ServedSite> {
  const archive = await readArchive(published, cache);
  refuseEmpty(archive, published);
  const words = new Translator(language);
  const site = {
    publication,
    words,
    address,
    broadsheet: readVersion(),
    archive,
    series: seriesOf(archive, words),
    ...(forum !== undefined && {forum}),
  };
  const files = new Map<string, ServedFile>();
  for (const {path, stamp, content} of publishedCopies(archive, published)) {
    if ("make" in content) files.set(path, content);
    else {
      const isByHand = content.copyOf.startsWith(join(published, olderFolder));
      files.set(path, {path: content.copyOf, bytes: content.bytes, sha256: stamp!, isByHand, as: content.as});
    }
  }
  for (const {path, make} of siteFiles({...site, isServed: true})) {
    if (!forOtherServers.test(path)) files.set(path, {make});
  }
  return {...site, isServed: true, files};
}

/** The figure of that name; undefined where there is none. */
export function figureNamed({series}: ServedSite, name: string): Series | undefined {
  return series.find(({slug}) => slug === name);
}

/**
 * The text of an edition's report, as it was sealed; null where it has none.
 *
 * @throws {ServedFault} CHANGED where the file is not any more what was checked.
 */
export function reportText({files}: ServedSite, period: string): string | null {
  const file = files.get(editionFile(period, "report.json"));
  if (file === undefined) return null;
  return "make" in file ? file.make() : readSealedFile(file).toString("utf8");
}

/** A file as it was sealed. @throws {ServedFault} CHANGED */
export function readSealedFile({path, sha256: hash, as}: Exclude<ServedFile, {readonly make: unknown}>): Buffer {
  let bytes: Buffer;
  try {
    const read = readFileSync(path);
    bytes = as === undefined ? read : as(read);
  } catch {
    throw refusal("CHANGED", "what was published is being changed");
  }
  if (sha256(bytes) !== hash) throw refusal("CHANGED", "the file is not what was published");
  return bytes;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".minisig": "text/plain; charset=utf-8",
  ".pdf": "application/pdf",
  ".svg": "image/svg+xml; charset=utf-8",
  ".png": "image/png",
};

const feeds: Readonly<Record<string, string>> = {
  "atom.xml": "application/atom+xml; charset=utf-8",
  "feed.json": "application/feed+json; charset=utf-8",
};

/** Of what kind a file is, by its name; what is not known is bytes. */
export function typeOf(path: string): string {
  if (path.endsWith("/SHA256SUMS")) return types[".txt"]!;
  return feeds[path] ?? types[extname(path).toLowerCase()] ?? "application/octet-stream";
}

/** Does it lie within an edition, as it was sealed? */
export function isOfEdition(path: string): boolean {
  return path.startsWith(`${editionsFolder}/`) && path.split("/").length > 2;
}
