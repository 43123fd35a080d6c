import {existsSync} from "node:fs";
import {join, resolve, sep} from "node:path";
import {untilStopped} from "../../base/ending/stopping.ts";
import {UserError} from "../../base/error.ts";
import {readVersion} from "../../base/version.ts";
import type {LanguageId} from "../../base/words/language.ts";
import {Translator} from "../../base/words/translator.ts";
import type {Attendance} from "../../operations/listener.ts";
import {damaged} from "../../report/restate/published.ts";
import {readConfig} from "../../workspace/config/config.ts";
import {whileBuilding} from "../../workspace/lock.ts";
import {publishedFolder} from "../../workspace/published.ts";
import {configName, storePaths} from "../../workspace/workspace-files.ts";
import {openCache} from "./archive/cache.ts";
import {readArchive} from "./archive/read-archive.ts";
import {publishedCopies} from "./copies.ts";
import {type Manifest, readManifest} from "./output/manifest.ts";
import {type OutputFile, type Written, writeSite} from "./output/write-site.ts";
import {siteFiles} from "./pages.ts";
import {editionsFolder} from "./paths.ts";
import {seriesOf} from "./series.ts";
import {refuseEmpty} from "./site.ts";

/** Where the archive goes, and what is other than `broadsheet.yaml` says. */
export interface ArchiveSiteRequest {
  /** The folder of the archive: new, empty, or the archive itself. */
  readonly output: string;
  readonly publication?: string | undefined;
  readonly language?: LanguageId | undefined;
  /** Where it will stand in the web, with a slash at its end. */
  readonly address?: string | undefined;
  /** True to read every edition again, whatever is remembered of them. */
  readonly isAnew?: boolean;
}

/** What the archive holds now. */
export interface SiteSummary extends Written {
  readonly editions: number;
  readonly errata: number;
  readonly figures: number;
}

/**
 * Makes the public archive of all that was published: plain files for any server, or for none.
 *
 * Of the workspace `published/` and `broadsheet.yaml` are looked at, and nothing else. Everything in `published/` is checked first: seals, signatures, and the chain. The same editions and settings give the same bytes,
 * however often it was built before. Of one workspace it is built once at a time.
 *
 * @throws {UserError} PUBLISHED_NONE, PUBLISHED_DAMAGED, SUMS_REFUSED, SIGNATURE_REFUSED, KEYS_REFUSED, OUTPUT_REFUSED, DISK_FULL,
 *   WORKSPACE_DENIED, WORKSPACE_BUSY, CONFIG_UNREADABLE or CONFIG_REFUSED; ABORTED
 */
export async function buildSite(
  workspaceFolder: string,
  request: ArchiveSiteRequest,
  {listener, signal}: Attendance = {},
): Promise<SiteSummary> {
  const say = (): string => "the archive was not built; what there was of it is as it was";
  const onWait = (holder: string): void => listener?.waiting?.(holder);
  return untilStopped(signal, say, () =>
    whileBuilding(storePaths(workspaceFolder), {onWait, signal}, () => build(workspaceFolder, request, signal)),
  );
}

async function build(
  workspaceFolder: string,
  request: ArchiveSiteRequest,
  signal: AbortSignal | undefined,
): Promise<SiteSummary> {
  const config = readConfig(join(workspaceFolder, configName));
  const {publication = config.publication, language = config.language} = request;
  const address = request.address ?? config.archive.address ?? null;
  const published = join(workspaceFolder, publishedFolder);
  const output = resolve(request.output);
  refuseWithin(output, resolve(published));
  const before = readManifest(output);
  const cache = openCache(request.isAnew === true ? null : storePaths(workspaceFolder).archive);
  const archive = await readArchive(published, cache, signal);
  refuseEmpty(archive, publishedFolder);
  cache.save();
  const words = new Translator(language);
  const series = seriesOf(archive, words);
  const broadsheet = readVersion();
  const site = {publication, words, address, broadsheet, archive, series};
  const made = siteFiles(site).map(({path, key, make}): OutputFile => ({path, stamp: key, content: {make}}));
  const files = [...publishedCopies(archive, published), ...made];
  if (before !== null) refuseLost(before, files, output);
  const written = await writeSite(files, {output, before, generator: `Broadsheet ${broadsheet}`}, signal);
  const errata = archive.editions.reduce((sum, edition) => sum + edition.errata.length, 0);
  return {...written, editions: archive.editions.length, errata, figures: series.length};
}

/** What would be built within `published/` would be part of it at the next build. */
function refuseWithin(output: string, published: string): void {
  if (output !== published && !output.startsWith(published + sep)) return;
  const help = "name a folder beside it, like public";
  throw new UserError("OUTPUT_REFUSED", "the archive cannot lie within what it is made of", help, output);
}

/** What the archive has, and what was published has not any more, was taken away or put in another's place. */
function refuseLost({files}: Manifest, now: readonly OutputFile[], output: string): void {
  const isSums = (path: string): boolean => path.endsWith("/SHA256SUMS");
  const stamps = new Map(now.filter(({path}) => isSums(path)).map(({path, stamp}) => [path, stamp]));
  for (const path of Object.keys(files).filter(isSums)) {
    const [, stamp] = files[path]!;
    if (stamp === "" || stamps.get(path) === stamp) continue;
    const lies = existsSync(join(output, path)) ? "the archive still has it" : "the archive has had it";
    const what = stamps.has(path) ? `another was put into its place: ${lies}` : `it was taken away: ${lies}`;
    throw damaged(what, `${publishedFolder}/${path.slice(editionsFolder.length + 1, -"/SHA256SUMS".length)}`);
  }
}
