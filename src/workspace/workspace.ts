import {randomBytes} from "node:crypto";
import {chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {UserError} from "../base/error.ts";
import {asWriteFault} from "../base/write-fault.ts";
import {type Config, configName, readConfig} from "./config.ts";

/** A publisher's folder: what it says about itself, and where its store is. */
export interface Workspace {
  readonly folder: string;
  readonly config: Config;
  /** Hexadecimal text; with it, and only with it, a reader's number can be told from an address. */
  readonly key: string;
  readonly store: StorePaths;
}

/** The places of a store. */
export interface StorePaths {
  readonly folder: string;
  readonly key: string;
  readonly catalogue: string;
  readonly lock: string;
  /** Parquet files, each written once. */
  readonly facts: string;
  /** Sealed books of clients' addresses, apart from the facts: throwing them away costs no figure. */
  readonly addresses: string;
  /** What an ingest that is going on has not finished; empty between two. */
  readonly work: string;
}

/** Where a workspace's store is. */
export function storePaths(folder: string): StorePaths {
  const store = join(folder, "store");
  return {
    folder: store,
    key: join(store, "key"),
    catalogue: join(store, "catalogue.sqlite"),
    lock: join(store, "lock.sqlite"),
    facts: join(store, "facts"),
    addresses: join(store, "addresses"),
    work: join(store, "work"),
  };
}

/**
 * The folder with the nearest `broadsheet.yaml`, from `start` upwards.
 *
 * @throws {UserError} WORKSPACE_MISSING
 */
export function findWorkspace(start: string): string {
  for (let folder = resolve(start); ; folder = dirname(folder)) {
    if (existsSync(join(folder, configName))) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new UserError(
    "WORKSPACE_MISSING",
    `there is no ${configName} in this folder or above it`,
    "make a workspace with broadsheet init NAME, name one with -C DIR, or use broadsheet quick FILE…",
    resolve(start),
  );
}

/**
 * Opens the workspace in a folder; makes its store where a copy of it came without one.
 *
 * @throws {UserError} WORKSPACE_MISSING, WORKSPACE_DAMAGED, CONFIG_UNREADABLE or CONFIG_REFUSED
 */
export function openWorkspace(folder: string): Workspace {
  const path = join(folder, configName);
  if (!existsSync(path)) {
    throw new UserError(
      "WORKSPACE_MISSING",
      `there is no ${configName}`,
      "make a workspace with broadsheet init NAME",
      folder,
    );
  }
  const config = readConfig(path);
  const store = storePaths(folder);
  try {
    makeStore(store);
    return {folder, config, key: readKey(store), store};
  } catch (fault) {
    throw asWriteFault(fault, store.folder) ?? fault;
  }
}

/**
 * Makes a workspace: folders, `broadsheet.yaml`, an empty blacklist and the key.
 *
 * @param text The text of `broadsheet.yaml`.
 * @throws {UserError} WORKSPACE_EXISTS, or OUTPUT_REFUSED where nothing may be written
 */
export function makeWorkspace(folder: string, text: string): void {
  const path = join(folder, configName);
  if (existsSync(path)) {
    throw new UserError(
      "WORKSPACE_EXISTS",
      `there is a ${configName} already`,
      "edit it, or choose another folder",
      path,
    );
  }
  try {
    mkdirSync(join(folder, "logs"), {recursive: true});
    const blacklist = join(folder, "blacklist.csv");
    if (!existsSync(blacklist)) writeFileSync(blacklist, "entry,from,until,decision,reason,decided_by,decided_on\n");
    makeStore(storePaths(folder));
    writeFileSync(path, text);
  } catch (fault) {
    throw notMade(fault, folder);
  }
}

/** A path as a person in `cwd` would write it. */
export function shortPath(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === "" ? "." : short.startsWith("../../") ? path : short;
}

function makeStore(store: StorePaths): void {
  if ([store.key, store.facts, store.addresses, store.work].every((path) => existsSync(path))) return;
  if (!existsSync(store.key) && existsSync(store.catalogue)) {
    throw new UserError(
      "WORKSPACE_DAMAGED",
      "the key is gone, and without it new readers could not be told from known ones",
      "bring store/key back from a backup, or delete store/ and ingest all logs again",
      store.key,
    );
  }
  mkdirSync(store.facts, {recursive: true, mode: 0o700});
  mkdirSync(store.addresses, {recursive: true, mode: 0o700});
  mkdirSync(store.work, {recursive: true, mode: 0o700});
  if (!existsSync(store.key)) {
    // 128 bits: with them and an address in front of it, SHA-256 has one block to work through, not two.
    writeFileSync(store.key, `${randomBytes(16).toString("hex")}\n`, {mode: 0o600, flag: "wx"});
    chmodSync(store.key, 0o600);
  }
}

function readKey({key}: StorePaths): string {
  const text = textOf(key).trim();
  if (/^[0-9a-f]{32}$/.test(text)) return text;
  throw new UserError("WORKSPACE_DAMAGED", "the key is not what init wrote", "bring store/key back from a backup", key);
}

function textOf(key: string): string {
  try {
    return statSync(key).isFile() ? readFileSync(key, "utf8") : "";
  } catch {
    throw new UserError(
      "WORKSPACE_DENIED",
      "the key may not be read",
      "run as the user who owns the workspace: the key is for its owner alone",
      key,
    );
  }
}

function notMade(fault: unknown, folder: string): unknown {
  const {code} = fault as NodeJS.ErrnoException;
  if (code !== "EEXIST" && code !== "ENOTDIR") return asWriteFault(fault, folder) ?? fault;
  return new UserError(
    "OUTPUT_REFUSED",
    "the workspace cannot be made: a file stands in its way",
    "choose another folder",
    folder,
  );
}
