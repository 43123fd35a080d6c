import {existsSync, lstatSync, readdirSync, type Stats, statSync} from "node:fs";
import {join} from "node:path";
import {refuseLinks} from "../../base/own-files.ts";
import {publishedFolder} from "../../workspace/published.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {configName, schemaName} from "../../workspace/workspace-files.ts";
import {settingsFiles} from "./settings-files.ts";

/** Folders of the workspace that are taken whole. */
const wholeFolders = ["ledger", "commentary"] as const;
/** Files that are taken though no setting names them. */
const usualFiles = [configName, "blacklist.csv", schemaName] as const;
/** Folders of whom may sign in, of which three files belong together. */
const signedInto = [
  {folder: "desk", database: "desk/accounts.sqlite"},
  {folder: "forum", database: "forum/forum.sqlite"},
] as const;
/** The last row of the log: read before the database is, it is of a row that the database has. */
const headName = "log-head";
/** With what the secrets of second factors are sealed. */
const keyName = "key";

/** What a workspace keeps beside its store. */
export interface Contents {
  /** Files as they are, from the workspace, with `/`. */
  readonly files: readonly string[];
  /** Files that change while a database does, to be read before it. */
  readonly heads: readonly string[];
  /** Databases, which are copied as they are at one moment. */
  readonly databases: readonly string[];
  /** Keys beside the store's. */
  readonly keys: readonly string[];
  /** Of the files, those that hold passwords. */
  readonly passwords: readonly string[];
  /** Files that settings name outside of the workspace. */
  readonly elsewhere: readonly string[];
  /** What else lies in its folder. */
  readonly others: readonly string[];
}

/**
 * What belongs to a workspace, its store aside: what it says of itself, what settings name, the books, the commentary, and what was published.
 * Not logs, nor what commands have written for people.
 *
 * @throws {UserError} WORKSPACE_DAMAGED where what was published is a link
 */
export function contentsOf({folder, config}: Pick<Workspace, "folder" | "config">): Contents {
  const named = settingsFiles(config, folder);
  refuseLinks([join(folder, publishedFolder)]);
  const single = [...usualFiles, ...named.inside].filter((path) => isFile(statOf(join(folder, path))));
  const whole = wholeFolders.flatMap((name) => filesBelow(folder, name, {areLinksRead: true}));
  const published = filesBelow(folder, publishedFolder, {areLinksRead: false});
  const isThere = (path: string): boolean => isPlainFile(join(folder, path));
  const places = signedInto.filter(({database}) => isThere(database));
  const ofPlaces = (name: string): string[] => places.map((place) => `${place.folder}/${name}`).filter(isThere);
  const databases = places.map(({database}) => database);
  const files = [...new Set([...single, ...whole, ...published])].sort();
  const taken = new Set([...files, ...databases].map((path) => path.split("/")[0]!));
  const own = new Set([
    ...taken,
    ...wholeFolders,
    publishedFolder,
    ...signedInto.map((place) => place.folder),
    "store",
  ]);
  return {
    files,
    databases,
    heads: ofPlaces(headName),
    keys: ofPlaces(keyName),
    passwords: files.filter((path) => named.passwords.has(path)),
    elsewhere: named.elsewhere,
    others: readdirSync(folder)
      .filter((name) => !own.has(name))
      .sort(),
  };
}

function statOf(path: string): Stats | undefined {
  return statSync(path, {throwIfNoEntry: false});
}

/** A file, and no link to one. */
function isPlainFile(path: string): boolean {
  return lstatSync(path, {throwIfNoEntry: false})?.isFile() === true;
}

function isFile(stat: Stats | undefined): boolean {
  return stat?.isFile() === true;
}

/** The files in a folder and those below it; what is hidden is a draft of somebody's. */
function filesBelow(folder: string, name: string, {areLinksRead}: {readonly areLinksRead: boolean}): string[] {
  const path = join(folder, name);
  if (!existsSync(path) || !lstatSync(path).isDirectory()) return [];
  const entries = readdirSync(path, {withFileTypes: true}).filter((entry) => !entry.name.startsWith("."));
  if (!areLinksRead) refuseLinks(entries.map((entry) => join(path, entry.name)));
  return entries.flatMap((entry) => {
    const inside = `${name}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, inside, {areLinksRead});
    return isFile(statOf(join(folder, inside))) ? [inside] : [];
  });
}
