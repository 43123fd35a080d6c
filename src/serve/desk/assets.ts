import {z} from "zod";
import {assetsOf, passkeyScript} from "../forms/assets.ts";
import {none} from "../forms/route.ts";
import {type DeskRoute, defineDeskRoute} from "./route.ts";
import type {ScriptName} from "./script-names.ts";
import {deskStyle} from "./style.ts";

const scriptOf = (name: string): URL => new URL(`./script/${name}.js`, import.meta.url);

const assets = assetsOf<ScriptName>("/assets/", deskStyle, {
  ...{commentary: scriptOf("commentary"), live: scriptOf("live"), review: scriptOf("review")},
  passkey: passkeyScript,
});

/** Where the style and the scripts lie. */
export const {stylePath, scriptPath} = assets;

/** The style and the scripts, which anybody may have. */
export const assetRoutes: readonly DeskRoute[] = [
  defineDeskRoute({
    ...{id: "asset", method: "GET", path: "/assets/:name", who: "anybody", query: none, form: none},
    purpose: "the style or a script, by the hash of what is in it",
    params: z.object({name: z.string().max(100)}),
    carryOut: ({params}) => assets.answer(params.name),
  }),
];
