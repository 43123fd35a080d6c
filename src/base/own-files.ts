import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  type Stats,
} from "node:fs";
import {join} from "node:path";
import {UserError} from "./error.ts";

/** What is made of chance in a name. */
export const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** What is named by the input that it was made of, and by where in it the part begins. */
const part = "[0-9a-f]{32}-(?:moved-|again[0-9]{1,6}-)?[0-9]{1,16}";
/** What is on its way to or from servers. */
const load = `(?:[0-9]{1,20}|${part})`;
const onItsWay = [
  `${load}(?:-places)?\\.parquet(?:-[0-9]{1,4}(?:-(?:fact|refused))?\\.csv)?`,
  `${load}-(?:fact|refused|place)-[0-9]{1,4}\\.csv`,
];

/**
 * How everything is named that Broadsheet writes and takes away by itself. What is named otherwise is somebody's, and stays,
 * wherever it lies.
 */
export const ownForms = {
  facts: form(`${part}(?:-places)?\\.parquet`),
  addresses: form(`${part}-[0-9]{1,6}\\.book`),
  work: form(`${uuid}(?:-read)?\\.(?:input|log|parquet|spool|book)`, ...onItsWay),
  spill: form(`spill-${uuid}`),
  temporary: form("broadsheet-[0-9A-Za-z]{6}"),
  claimed: form(`broadsheet-[0-9A-Za-z]{6}\\.${uuid}`),
  draft: form(`\\.broadsheet-(?:site|restored)\\.${uuid}`),
  retained: form(`[0-9a-f]{64}-[0-9a-f]{64}\\.kept`, `${uuid}\\.part`),
} as const;

function form(...names: readonly string[]): RegExp {
  return new RegExp(`^(?:${names.join("|")})$`);
}

/** The names in a folder of Broadsheet's that are of its own form; none where there is no folder. */
export function ownNames(folder: string, own: RegExp): string[] {
  return inFolder(folder, (inside) => readdirSync(inside).filter((name) => own.test(name))) ?? [];
}

/**
 * Deletes what is Broadsheet's own in a folder of Broadsheet's: nothing else is ever deleted by itself.
 *
 * No link is followed. A link of such a name goes, and what it points to stays.
 *
 * @param isLeft Is it to go?
 * @throws {UserError} WORKSPACE_DAMAGED where the folder is a link.
 */
export function deleteOwn(
  folder: string,
  own: RegExp,
  isLeft: (name: string, stat: Stats) => boolean = () => true,
): void {
  inFolder(folder, (inside) => {
    for (const name of readdirSync(inside)) {
      const path = join(inside, name);
      const stat = own.test(name) ? lstatSync(path, {throwIfNoEntry: false}) : undefined;
      if (stat && isLeft(name, stat)) rmSync(path, {recursive: true, force: true});
    }
  });
}

/** Deletes what is Broadsheet's own in a folder while others may still be writing there, and the folder where nothing is left in it. */
export function deleteOwnFolder(folder: string, own: RegExp): void {
  for (let tries = 0; tries < 20; tries++) {
    deleteOwn(folder, own);
    try {
      rmdirSync(folder);
      return;
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== "ENOTEMPTY") return;
      if (ownNames(folder, own).length === 0) return;
    }
  }
}

/**
 * Is everything where it says, and not elsewhere by a symbolic link?
 *
 * @param paths Those that are missing are no fault.
 * @throws {UserError} WORKSPACE_DAMAGED naming the first link and where it points.
 */
export function refuseLinks(paths: readonly string[]): void {
  for (const path of paths) {
    if (lstatSync(path, {throwIfNoEntry: false})?.isSymbolicLink()) throw linked(path);
  }
}

/** Calls `use` with a path that goes on meaning the folder, whatever is put into its place meanwhile; null where there is none. */
function inFolder<T>(folder: string, use: (inside: string) => T): T | null {
  const {O_RDONLY, O_DIRECTORY, O_NOFOLLOW} = constants;
  // Windows has neither.
  if (O_DIRECTORY === undefined || O_NOFOLLOW === undefined) {
    refuseLinks([folder]);
    return existsSync(folder) ? use(folder) : null;
  }
  const open = openFolder(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (open === null) return null;
  try {
    const held = `/proc/self/fd/${open}`;
    return use(existsSync(held) ? held : folder);
  } finally {
    closeSync(open);
  }
}

function openFolder(folder: string, flags: number): number | null {
  try {
    return openSync(folder, flags);
  } catch (fault) {
    const {code} = fault as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    refuseLinks([folder]);
    throw fault;
  }
}

function linked(path: string): UserError {
  return new UserError(
    "WORKSPACE_DAMAGED",
    "a symbolic link stands where Broadsheet keeps its own files, and what is written and deleted there would be elsewhere",
    "put what it points to in its place; where there is too little room, move the whole workspace and name it with -C",
    `${path} -> ${readlinkSync(path)}`,
  );
}
