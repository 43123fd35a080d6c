import {readdirSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {pathToFileURL} from "node:url";
import {configName, findWorkspace, storePaths} from "../../workspace/workspace-files.ts";

/** What is listed by asking for it; of all other kinds the table of commands says what there is. */
export type ValueKind = "periods" | "measures" | "figures" | "books" | "zones" | "topics" | "editions" | "formats";

/** What there is of a kind, in the workspace that is named or the nearest. */
export type KnownValues = (kind: ValueKind, folder: string | null) => Promise<readonly string[]>;

/** The kinds by how they are called in the table of commands. */
export const listedKinds: Readonly<Record<string, ValueKind>> = {
  period: "periods",
  periods: "periods",
  "period-or-files": "periods",
  measure: "measures",
  figure: "figures",
  book: "books",
  books: "books",
  zone: "zones",
  topic: "topics",
  edition: "editions",
  format: "formats",
};

/** Where the person stands. */
interface Place {
  readonly cwd: string;
  /** What `~` stands for. */
  readonly home: string;
}

/** Asks what there is, quickly: no settings are read and no engine opened. */
export function openKnownValues(place: Place): KnownValues {
  const ways: Readonly<Record<ValueKind, (folder: string | null) => Promise<readonly string[]>>> = {
    periods: async (folder) => periodsOf(workspaceOf(folder, place)),
    measures: async () => measureIds(),
    figures: async () => [...(await measureIds()), ...(await import("../../base/table-ids.ts")).tableIds],
    books: async () => (await import("../../ledger/books.ts")).bookNames,
    zones: async () => ["UTC", ...Intl.supportedValuesOf("timeZone")],
    topics: async () => (await import("../manual/pages.ts")).readManual().map(({name}) => name),
    editions: async (folder) => editionsOf(workspaceOf(folder, place)),
    formats: async () => (await import("../../intake/formats/all.ts")).allFormats.map(({name}) => name),
  };
  return (kind, folder) => ways[kind](folder);
}

function workspaceOf(folder: string | null, {cwd, home}: Place): string {
  return folder === null ? findWorkspace(cwd) : resolve(cwd, folder.replace(/^~(?=\/|$)/, home));
}

/** Those that are not named after something of the publisher's. */
async function measureIds(): Promise<string[]> {
  const {labelIds} = await import("../../base/words/labels.ts");
  return labelIds.measure.filter((id) => !id.includes(":"));
}

function editionsOf(workspace: string): string[] {
  return readdirSync(join(workspace, "published"), {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => `published/${name}`);
}

/** More than a century of logs is none. */
const mostMonths = 1200;

/**
 * The months that logs reach over, and the halves and years they lie in.
 *
 * The catalogue is read as it stands and is never waited for; what another is just writing into it comes with the next key.
 */
function periodsOf(workspace: string): string[] {
  const file = pathToFileURL(storePaths(workspace).catalogue);
  file.searchParams.set("immutable", "1");
  using catalogue = new DatabaseSync(file, {readOnly: true});
  const spans = catalogue
    .prepare("select distinct firstSecond as first, lastSecond as last from part where firstSecond is not null")
    .all() as {first: number; last: number}[];
  const monthOf = monthsIn(zoneOf(workspace));
  const months = new Set<string>();
  for (const {first, last} of spans) {
    const until = monthOf(last);
    for (let month = monthOf(first); month <= until && months.size < mostMonths; month = monthAfter(month)) {
      months.add(month);
    }
  }
  const all = [...months].sort();
  const halves = all.map((month) => `${month.slice(0, 4)}-H${month.slice(5) <= "06" ? 1 : 2}`);
  return [...all, ...new Set(halves), ...new Set(all.map((month) => month.slice(0, 4)))];
}

function monthsIn(timeZone: string): (second: number) => string {
  const format = new Intl.DateTimeFormat("sv-SE", {timeZone, year: "numeric", month: "2-digit"});
  return (second) => format.format(second * 1000);
}

function monthAfter(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** As it is written in most files; the settings themselves take longer to read than a person waits for a key. */
function zoneOf(workspace: string): string {
  const zone = /^timeZone: *["']?([A-Za-z0-9_+/-]+)/m.exec(readFileSync(join(workspace, configName), "utf8"))?.[1];
  return zone !== undefined && Intl.supportedValuesOf("timeZone").includes(zone) ? zone : "UTC";
}
