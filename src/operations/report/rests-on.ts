import {lstatSync, readdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {programSha256} from "../../base/program.ts";
import {sha256} from "../../base/sha256.ts";
import {configName} from "../../workspace/workspace-files.ts";
import {editableFiles} from "../files/editable.ts";
import {withCatalogue} from "../store/open.ts";
import type {Store} from "../store/store.ts";
import {readCatalogue} from "../today/rests-on.ts";

/**
 * What do reports of a workspace rest on, as it is now? A report that was made of the same is the same.
 *
 * Files that people edit go by their size, their times and their place on the disk, which change with whatever is written to them.
 *
 * @returns SHA-256.
 */
export async function reportsRestOn(store: Store): Promise<string> {
  const {workspace} = store;
  const {folder, config} = workspace;
  const read = await withCatalogue(store, (catalogue) => {
    const {inputs, closed, addressed} = readCatalogue(catalogue);
    const {leftOut} = catalogue;
    return {
      inputs,
      closed: [...closed],
      addressed: [...addressed],
      unread: leftOut.unread(),
      repeated: leftOut.repeated(),
    };
  });
  const places = typeof config.places === "object" ? [config.places.ipv4, config.places.ipv6] : [];
  const named = places.flatMap((path) => (path === undefined ? [] : [resolve(folder, path)]));
  const files = [join(folder, configName), ...editableFiles(workspace).map(({path}) => path), ...named];
  const within = ["ledger", "commentary", "published", join("published", "errata")].map((name) => join(folder, name));
  const marks = [...files, ...within, ...within.flatMap(pathsIn)].map(markOf);
  return sha256(JSON.stringify([programSha256(), config, read, marks]));
}

function pathsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function markOf(path: string): readonly unknown[] {
  try {
    const {size, mtimeNs, ctimeNs, ino} = lstatSync(path, {bigint: true});
    return [path, ...[size, mtimeNs, ctimeNs, ino].map(String)];
  } catch {
    return [path];
  }
}
