import {isAbsolute, relative, resolve, sep} from "node:path";
import type {Config} from "../../workspace/config/config.ts";
import {namedFiles} from "../files/named-files.ts";

/** The files that settings name, but logs. */
export interface SettingsFiles {
  /** From the workspace, with `/`. */
  readonly inside: readonly string[];
  /** Whole paths of what lies elsewhere. */
  readonly elsewhere: readonly string[];
  /** Of those inside, which hold passwords. */
  readonly passwords: ReadonlySet<string>;
}

/** Which files does `broadsheet.yaml` name, besides logs? Whether they are there is another question. */
export function settingsFiles(config: Config, folder: string): SettingsFiles {
  const {places, engine} = config;
  const [passwordFile, certificate] = engine.kind === "duckdb" ? [] : [engine.passwordFile, engine.certificate];
  const databases = typeof places === "object" ? [places.ipv4, places.ipv6] : [];
  const named = [...namedFiles(config).map(([name]) => name), ...databases, certificate, passwordFile];
  const [inside, elsewhere, passwords] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const text of named) {
    if (text === undefined) continue;
    const path = relative(folder, resolve(folder, text));
    const name = path.replaceAll(sep, "/");
    if (path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path)) elsewhere.add(text);
    else inside.add(name);
    if (text === passwordFile) passwords.add(name);
  }
  return {inside: [...inside].sort(), elsewhere: [...elsewhere].sort(), passwords};
}
