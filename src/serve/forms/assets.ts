import {readFileSync} from "node:fs";
import {sha256} from "../../base/sha256.ts";
import {refusal} from "../fault.ts";
import {dataPolicy} from "../guards/headers.ts";
import type {DrawnAnswer} from "./answer.ts";

/** The script that makes and shows passkeys. */
export const passkeyScript = new URL("./script/passkey.js", import.meta.url);

interface Asset {
  readonly type: string;
  readonly body: string;
}

/** The style and the scripts of a part of the server, each under a name that has the hash of what is in it. */
export interface Assets<Script extends string> {
  readonly stylePath: string;
  readonly scriptPath: (name: Script) => string;
  /** @throws {ServedFault} NOT_FOUND */
  readonly answer: (name: string) => DrawnAnswer;
}

/** @param folder The path above them, with its slashes. @param scripts Read when the first is asked for. */
export function assetsOf<Script extends string>(
  folder: string,
  style: string,
  scripts: Readonly<Record<Script, URL>>,
): Assets<Script> {
  const styleName = `${sha256(style).slice(0, 16)}.css`;
  let made: {readonly assets: ReadonlyMap<string, Asset>; readonly names: ReadonlyMap<Script, string>} | null = null;
  const all = (): NonNullable<typeof made> => {
    if (made !== null) return made;
    const assets = new Map<string, Asset>([[styleName, {type: "text/css; charset=utf-8", body: style}]]);
    const names = new Map<Script, string>();
    for (const [script, url] of Object.entries<URL>(scripts)) {
      const body = readFileSync(url, "utf8");
      const name = `${script}-${sha256(body).slice(0, 16)}.js`;
      assets.set(name, {type: "text/javascript; charset=utf-8", body});
      names.set(script as Script, name);
    }
    made = {assets, names};
    return made;
  };
  return {
    stylePath: `${folder}${styleName}`,
    scriptPath: (name) => `${folder}${all().names.get(name)!}`,
    answer: (name) => {
      const asset = all().assets.get(name);
      if (asset === undefined) throw refusal("NOT_FOUND", "there is no such thing here");
      return {kind: "made", policy: dataPolicy, isForEver: true, ...asset};
    },
  };
}
