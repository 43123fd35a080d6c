import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {z} from "zod";
import {makeFolder} from "../../base/make-folder.ts";
import {sha256} from "../../base/sha256.ts";
import {readVersion} from "../../base/version.ts";
import {writeWhole} from "../../base/whole-file.ts";
import {knownFurnitureVersion} from "../../methodology/furniture/known.ts";
import {resolveMethodology} from "../../methodology/resolve.ts";
import {listAsFile} from "../../methodology/robots/lists/former.ts";
import {stretchesOf} from "../../methodology/rule-periods.ts";
import type {Report} from "../../report/report.ts";
import {sealOf} from "../../workspace/seal.ts";
import type {Workspace} from "../../workspace/workspace.ts";

const version = z.object({name: z.string(), version: z.string(), sha256: z.string()});
const values = z.array(z.number().nullable());
const remembered = z.object({
  versions: z.array(version),
  /** What else figures rest on, as one hash: settings and logs. */
  rest: z.string(),
  columns: z.array(z.string()),
  measures: z.array(z.object({id: z.string(), values, total: z.number().nullable()})),
});
type Remembered = z.output<typeof remembered>;

/** A list, or Broadsheet itself, that is another than when the report of the period was made before. */
export interface OtherVersion {
  readonly name: string;
  /** Null where there was none. */
  readonly before: string | null;
  readonly now: string | null;
  /** The former list in the workspace, from its folder; null where it is not kept, or is no list. */
  readonly file: string | null;
}

/** A figure of the main table that is another. */
export interface OtherFigure {
  readonly label: string;
  readonly decimals: number;
  /** The month, `YYYY-MM`; null for the whole period. */
  readonly column: string | null;
  readonly before: number | null;
  readonly now: number | null;
}

/** What an upgrade did to a report that was made before. */
export interface SinceLists {
  readonly versions: readonly OtherVersion[];
  readonly figures: readonly OtherFigure[];
  /** Did settings or logs change, too? Then what is kept does not tell which moved a figure. */
  readonly hasOthers: boolean;
}

/** Reports of so many periods are remembered, those made last. */
const mostPeriods = 200;

/**
 * Were the lists of robots, or what comes with Broadsheet besides, others when the report of this period was made before? Says so once, and
 * keeps in mind what the report was made by now, with the lists themselves, so that a later version can go by them.
 *
 * Nothing is kept, and nothing fails, where the store may not be written.
 *
 * @param report By the workspace's own methodology, of all of its sites.
 */
export function compareWithBefore(report: Report, workspace: Workspace): SinceLists | null {
  const {lists: folder} = workspace.store;
  const path = join(folder, "reports");
  const all = readRemembered(path, workspace.key);
  const before = all.get(report.period);
  const now = nowOf(report, workspace);
  if (JSON.stringify(before) === JSON.stringify(now)) return null;
  all.delete(report.period);
  all.set(report.period, now);
  try {
    makeFolder(folder, 0o700);
    keepLists(folder, workspace);
    const text = JSON.stringify([...all].slice(-mostPeriods));
    writeWhole(path, `${sealOf(text, workspace.key)}\n${text}`, 0o600);
  } catch {
    // A store that may only be read, or a disk without room.
  }
  const versions = before === undefined ? [] : otherVersions(before, now, folder);
  // A list that was added or taken out is the settings' doing, and no news to whoever wrote them.
  if (before === undefined || !versions.some((one) => one.before !== null && one.now !== null)) return null;
  return {versions, figures: otherFigures(before, now, report), hasOthers: before.rest !== now.rest};
}

function nowOf({methodology, columns, measures, inputs}: Report, {config}: Workspace): Remembered {
  const furniture = {name: furnitureName, version: knownFurnitureVersion, sha256: knownFurnitureVersion};
  const program = {name: programName, version: readVersion(), sha256: readVersion()};
  return {
    versions: [
      ...methodology.robotLists.map(({name, version: own, sha256: hash}) => ({name, version: own, sha256: hash})),
      furniture,
      program,
    ],
    rest: sha256(JSON.stringify([config.methodology, config.timeZone, inputs.map((input) => input.sha256)])),
    columns: columns.map(({period}) => period),
    measures: measures.map(({id, values: own, total}) => ({id, values: [...own], total})),
  };
}

const furnitureName = "page furniture";
const programName = "Broadsheet";

function readRemembered(path: string, key: string): Map<string, Remembered> {
  try {
    const [seal, text = ""] = readFileSync(path, "utf8").split("\n");
    const parsed =
      seal === sealOf(text, key) ? z.array(z.tuple([z.string(), remembered])).safeParse(JSON.parse(text)) : null;
    return new Map(parsed?.data ?? []);
  } catch {
    return new Map();
  }
}

/** Writes each list that comes along, once, as any version can go by it. */
function keepLists(folder: string, workspace: Workspace): void {
  for (const list of stretchesOf(resolveMethodology(workspace)).flatMap(({robots}) => robots.lists)) {
    const path = join(folder, fileOf(list));
    if (existsSync(path)) continue;
    const text = listAsFile(list);
    if (text !== null) writeWhole(path, text, 0o600);
  }
}

function fileOf({name, version: own, sha256: hash}: z.output<typeof version>): string {
  const [plainName, plainVersion] = [name, own].map((text) => text.replaceAll(/[^\w.-]/g, "-").slice(0, 60));
  return `${plainName}-${plainVersion}-${hash.slice(0, 8)}.json`;
}

function otherVersions(before: Remembered, now: Remembered, folder: string): OtherVersion[] {
  const names = new Set([...before.versions, ...now.versions].map(({name}) => name));
  return [...names].flatMap((name) => {
    const [was, is] = [before, now].map(({versions}) => versions.find((one) => one.name === name));
    if (was?.sha256 === is?.sha256) return [];
    const file = was === undefined ? null : fileOf(was);
    const isKept = file !== null && existsSync(join(folder, file));
    return [
      {name, before: was?.version ?? null, now: is?.version ?? null, file: isKept ? `store/lists/${file}` : null},
    ];
  });
}

function otherFigures(before: Remembered, now: Remembered, report: Report): OtherFigure[] {
  return report.measures.flatMap(({id, label, decimals}) => {
    const [was, is] = [before, now].map(({measures}) => measures.find((one) => one.id === id));
    if (was === undefined || is === undefined) return [];
    const columns = now.columns.map((period, place) => {
      const then = before.columns.indexOf(period);
      return {column: period, before: was.values[then] ?? null, now: is.values[place] ?? null};
    });
    const whole = {column: null, before: was.total, now: is.total};
    return [...columns, ...(columns.length > 1 ? [whole] : [])]
      .filter((one) => one.before !== one.now)
      .map((one) => ({label, decimals, ...one}));
  });
}
