import {existsSync} from "node:fs";
import {join} from "node:path";
import {Catalogue} from "../../workspace/catalogue/catalogue.ts";
import {readConfig} from "../../workspace/config/config.ts";
import {readKey} from "../../workspace/workspace.ts";
import {configName, storePaths} from "../../workspace/workspace-files.ts";
import type {CheckContext, CheckFinding, OpenedPart} from "./check.ts";
import {workspaceChecks} from "./checks.ts";
import {tryOut} from "./found.ts";

/** A finding with the name of its check. */
export interface NamedFinding extends CheckFinding {
  readonly name: string;
}

/**
 * Looks at all of a workspace and changes nothing in it; what cannot be opened does not keep the rest from being looked at.
 *
 * @param now Milliseconds since 1970 UTC.
 */
export async function checkWorkspace(folder: string, now: number): Promise<NamedFinding[]> {
  const store = storePaths(folder);
  const path = join(folder, configName);
  const config = tryOut(() => readConfig(path), path);
  const given: OpenedPart<string> =
    existsSync(store.key) || existsSync(store.catalogue)
      ? tryOut(() => readKey(store), store.key)
      : {value: null, fault: null};
  const [key, catalogue] = openCatalogue(store.catalogue, given, store.key);
  const context: CheckContext = {folder, store, config, key, catalogue, now};
  try {
    const found: NamedFinding[] = [];
    for (const check of workspaceChecks) found.push({name: check.name, ...(await check.look(context))});
    return found;
  } finally {
    catalogue.value?.close();
  }
}

/** Where the key is that of another store, the catalogue is opened without it. */
function openCatalogue(
  path: string,
  key: OpenedPart<string>,
  keyPath: string,
): [OpenedPart<string>, OpenedPart<Catalogue>] {
  if (!existsSync(path)) return [key, {value: null, fault: null}];
  const opened = tryOut(() => Catalogue.open(path, key.value), path);
  if (opened.fault?.where !== keyPath) return [key, opened];
  return [{value: null, fault: opened.fault}, tryOut(() => Catalogue.open(path), path)];
}
