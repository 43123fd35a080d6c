import {readFileSync} from "node:fs";
import {z} from "zod";
import {sha256} from "../../base/sha256.ts";
import {refusal} from "../fault.ts";
import {dataPolicy} from "../guards/headers.ts";
import {type DeskRoute, defineDeskRoute} from "./route.ts";
import {type ScriptName, scriptNames} from "./script-names.ts";
import {deskStyle, stylePath} from "./style.ts";

interface Asset {
  readonly type: string;
  readonly body: string;
}

let made: {readonly assets: ReadonlyMap<string, Asset>; readonly scripts: ReadonlyMap<string, string>} | null = null;

function all(): NonNullable<typeof made> {
  if (made !== null) return made;
  const assets = new Map<string, Asset>([[stylePath, {type: "text/css; charset=utf-8", body: deskStyle}]]);
  const scripts = new Map<string, string>();
  for (const name of scriptNames) {
    const body = readFileSync(new URL(`./script/${name}.js`, import.meta.url), "utf8");
    const path = `/assets/${name}-${sha256(body).slice(0, 16)}.js`;
    assets.set(path, {type: "text/javascript; charset=utf-8", body});
    scripts.set(name, path);
  }
  made = {assets, scripts};
  return made;
}

/** Where a script lies: its name has the hash of what is in it. */
export function scriptPath(name: ScriptName): string {
  return all().scripts.get(name)!;
}

/** The style and the scripts, which anybody may have. */
export const assetRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "asset", method: "GET", path: "/assets/:name", who: "anybody"},
    purpose: "the style or a script, by the hash of what is in it",
    params: z.object({name: z.string().max(100)}),
    query: z.object({}),
    form: z.object({}),
    carryOut: ({params}) => {
      const asset = all().assets.get(`/assets/${params.name}`);
      if (asset === undefined) throw refusal("NOT_FOUND", "there is no such thing here");
      return {kind: "made", policy: dataPolicy, isForEver: true, ...asset};
    },
  }),
];
