import {existsSync, lstatSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {setImmediate as others} from "node:timers/promises";
import {checkRunning} from "../../../base/ending/stopping.ts";
import {UserError} from "../../../base/error.ts";
import {refuseLinks} from "../../../base/own-files.ts";
import {isPeriod, parsePeriod} from "../../../base/period.ts";
import {sha256} from "../../../base/sha256.ts";
import {parseAnnouncement, parseEdition, parseErratum} from "../../../report/restate/edition.ts";
import {figuresIn} from "../../../report/restate/figures.ts";
import {damaged, type PublishedReport, parsePublished} from "../../../report/restate/published.ts";
import {type KeyEntry, parseKeyList, revokedOn} from "../../signatures/key-list.ts";
import {keyNumber, type PublicKey, printPublicKey} from "../../signatures/public-key.ts";
import type {AnnouncedEdition, ArchivedEdition, ArchivedKey, ArchivedKeys, Erratum, PublicArchive} from "./archive.ts";
import {type ArchiveCache, listFiles} from "./cache.ts";
import {readCountersigned} from "./countersigned.ts";
import {onPages} from "./errata-pages.ts";
import {extractReport} from "./extract.ts";
import {olderFolder, readOlder} from "./older.ts";
import {readSealedFolder} from "./sealed-folder.ts";

const keysName = "keys.txt";
const reportName = "report.json";

/** An edition before its errata are put to it. */
type Bare = Omit<ArchivedEdition, "errata">;

/**
 * Reads everything that was published, and checks all of it: seals, signatures, the chain from edition to edition.
 *
 * @param published The folder.
 * @throws {UserError} PUBLISHED_DAMAGED, SUMS_REFUSED, SIGNATURE_REFUSED or KEYS_REFUSED; WORKSPACE_DAMAGED where the folder is a link; ABORTED
 */
export async function readArchive(
  published: string,
  cache: ArchiveCache,
  signal?: AbortSignal,
): Promise<PublicArchive> {
  refuseLinks([published]);
  const names = existsSync(published)
    ? readdirSync(published)
        .filter((name) => !name.startsWith("."))
        .sort()
    : [];
  const keyText = names.includes(keysName) ? readFileSync(join(published, keysName), "utf8") : null;
  const entries = keyText === null ? [] : parseKeyList(keyText, join(published, keysName));
  const keys = entries.map(({key}) => key);
  const [bare, errata, announced]: [Bare[], Erratum[], AnnouncedEdition[]] = [[], [], []];
  for (const name of names) {
    // Each takes a moment: whoever stops it is heard between two.
    await others();
    checkRunning(signal);
    const path = join(published, name);
    const [, period = "", what = ""] = /^(.*?)(\.json|\.errata|\.announced)?$/s.exec(name)!;
    const isFolder = lstatSync(path).isDirectory();
    if (name === keysName || name === olderFolder) continue;
    if (!isPeriod(period) || isFolder !== (what !== ".json")) {
      throw damaged("it was added, and is no edition", path);
    }
    if (what === "") bare.push(readEdition(period, path, {cache, keys}));
    else if (what === ".announced") announced.push(readAnnounced(path, {cache, keys}));
    else if (what === ".errata") errata.push(...readErrata(path, {cache, keys}));
    else if (!names.includes(period)) {
      const {errata: own, ...edition} = readKept(period, path, cache);
      bare.push(edition);
      errata.push(...own);
    }
  }
  const editions = withErrata(bare, errata, published);
  checkChain(editions, published);
  const older = readOlder(published, cache);
  refuseTwice(older, editions, published);
  return {
    editions: [...older, ...editions],
    announced,
    keys: keyText === null ? null : keysOf(keyText, entries),
  };
}

interface Reading {
  readonly cache: ArchiveCache;
  readonly keys: readonly PublicKey[];
}

function keysOf(text: string, entries: readonly KeyEntry[]): ArchivedKeys {
  const all = entries.flatMap(({key, on, event}): ArchivedKey[] => {
    if (event === "revoked") return [];
    return [{key: printPublicKey(key), number: keyNumber(key), on, event, revokedOn: revokedOn(entries, key)}];
  });
  return {text, all};
}

/** What a sealed folder gives, read anew only where any of its files or the keys changed. */
function sealed<Read>(
  path: string,
  {cache, keys}: Reading,
  read: (folder: ReturnType<typeof readSealedFolder>) => Read,
) {
  const {files, stamp} = listFiles(path);
  const known = sha256(keys.map(printPublicKey).join());
  return cache.remember(path.split(/[/\\]/).slice(-2).join("/"), `${known} ${stamp}`, () => {
    return read(readSealedFolder(path, files, keys));
  });
}

function readEdition(period: string, path: string, reading: Reading): Bare {
  return sealed(path, reading, ({files, sums, key}): Bare => {
    const text = textIn(path, "edition.json", files);
    const {date, previous, accepted, basis, period: own} = parseEdition(text, join(path, "edition.json"));
    if (own !== period) throw damaged(`it is the edition of ${own}`, path);
    const report = extracted(textIn(path, reportName, files), basis.rules, join(path, reportName));
    const {months} = parsePeriod(period, "1970-01-01");
    const countersigned = readCountersigned(path, files);
    const seal = {kind: "sealed", files, sums, key, previous, accepted, countersigned} as const;
    return {period, months, date, ...seal, report, reported: []};
  });
}

function textIn(path: string, name: string, files: Bare["files"]): string {
  if (!files.some((file) => file.name === name)) throw damaged(`it has no ${name}`, path);
  return readFileSync(join(path, name), "utf8");
}

function extracted(text: string, rules: Parameters<typeof extractReport>[1], path: string) {
  try {
    return extractReport(text, rules);
  } catch {
    throw damaged("it is no report of Broadsheet's", path);
  }
}

function readErrata(folder: string, reading: Reading): Erratum[] {
  const numbers = readdirSync(folder).sort((one, other) => Number(one) - Number(other));
  return numbers.map((name, place) => {
    const path = join(folder, name);
    if (name !== String(place + 1)) {
      throw damaged(
        /^\d+$/.test(name) ? `erratum ${place + 1} was taken away` : "it was added, and is no erratum",
        path,
      );
    }
    return sealed(path, reading, ({files}): Erratum => {
      const text = textIn(path, "erratum.json", files);
      const {period, date, kind, reason, causes, figures, summary} = parseErratum(text, join(path, "erratum.json"));
      return {
        ...{period, number: place + 1, page: 1, date, kind, reason, figures, files},
        causes: causes.map((cause) => cause.text),
        summary: {before: summary.before, after: summary.after},
      };
    });
  });
}

function readAnnounced(path: string, reading: Reading): AnnouncedEdition {
  return sealed(path, reading, ({files}): AnnouncedEdition => {
    const told = parseAnnouncement(textIn(path, "announcement.json", files), join(path, "announcement.json"));
    return {period: told.period, date: told.date, publication: told.publishOn, files};
  });
}

/** A report that an older Broadsheet has published as one file. */
function readKept(period: string, path: string, cache: ArchiveCache): ArchivedEdition {
  const {size, mtimeMs, ctimeMs, ino} = lstatSync(path);
  return cache.remember(`${period}.json`, [size, mtimeMs, ctimeMs, ino].join(" "), () => {
    const published = parsePublished(readFileSync(path, "utf8"), path);
    if (published.period !== period) throw damaged(`it is the report of ${published.period}`, path);
    const text = keptReportText(published);
    const {months} = parsePeriod(period, "1970-01-01");
    const file = {name: reportName, bytes: Buffer.byteLength(text), sha256: sha256(text)};
    return {
      ...{
        period,
        months,
        kind: "kept",
        date: published.on,
        files: [file],
        sums: null,
        key: null,
        previous: null,
        accepted: [],
        countersigned: [],
      },
      ...{report: extracted(text, published.basis.rules, path), reported: [], errata: errataKept(published)},
    } satisfies ArchivedEdition;
  });
}

/** The report of such a file, and nothing else that stands in it: what it rests on is the workspace's own. */
export function keptReportText({report}: PublishedReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

function errataKept({period, report, restated}: PublishedReport): Erratum[] {
  const known = new Map(figuresIn(report).map((figure) => [figure.key, figure]));
  return restated.map(({on, reason, causes, figures}, place): Erratum => {
    const named = figures.map(({key, before, after}) => {
      const {label = key, span = period, cell = null, decimals = 0} = known.get(key) ?? {};
      return {key, label, span, cell, decimals, before, after};
    });
    const told = {number: place + 1, page: 1, date: on, kind: null, reason, causes, summary: null, files: []};
    return {period, ...told, figures: named};
  });
}

function withErrata(bare: readonly Bare[], errata: readonly Erratum[], published: string): ArchivedEdition[] {
  const byPeriod = Map.groupBy(errata, ({period}) => period);
  for (const period of byPeriod.keys()) {
    if (!bare.some((one) => one.period === period)) {
      throw damaged(`the edition that errata of ${period} are of was taken away`, join(published, period));
    }
  }
  const all = bare.map((edition): ArchivedEdition => ({...edition, errata: byPeriod.get(edition.period) ?? []}));
  const orderOf = ({date, months, period}: Bare): string => `${date} ${months.at(-1)} ${period}`;
  const keyed = all.map((edition) => ({edition, order: orderOf(edition)}));
  return onPages(keyed.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({edition}) => edition));
}

/** Of one period there is one report: beside an edition nobody could say which is meant. */
function refuseTwice(older: readonly ArchivedEdition[], editions: readonly ArchivedEdition[], published: string): void {
  const twice = older.find(({period}) => editions.some((one) => one.period === period));
  if (twice === undefined) return;
  const what = `there is an edition of ${twice.period}, too: a report made by hand cannot stand in the same place`;
  throw new UserError(
    "PUBLISHED_DAMAGED",
    what,
    "move the report made by hand out of published/older",
    join(published, olderFolder, twice.period),
  );
}

/** Each sealed edition names the one before it, by the hash of its sums: what was taken away or put into its place is missed. */
function checkChain(editions: readonly ArchivedEdition[], published: string): void {
  const byPeriod = new Map(editions.map((edition) => [edition.period, edition]));
  const followed = new Set<string>();
  for (const {period, previous} of editions) {
    if (previous === null) continue;
    const before = byPeriod.get(previous.period);
    if (before?.sums === undefined || before.sums === null) {
      throw damaged(
        `the edition of ${previous.period}, which that of ${period} follows, was taken away`,
        join(published, previous.period),
      );
    }
    if (before.sums !== previous.sums) {
      throw damaged(
        `it is not the edition that ${period} follows: another was put into its place`,
        join(published, previous.period),
      );
    }
    if (followed.has(previous.period)) {
      throw damaged(`two editions follow that of ${previous.period}`, join(published, period));
    }
    followed.add(previous.period);
  }
}
