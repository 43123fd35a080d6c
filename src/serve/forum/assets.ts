import {z} from "zod";
import {assetsOf, passkeyScript} from "../forms/assets.ts";
import {none} from "../forms/route.ts";
import {defineForumRoute, type ForumRoute, type ForumScript} from "./route.ts";
import {forumStyle} from "./style.ts";

const assets = assetsOf<ForumScript>("/forum/assets/", forumStyle, {
  passkey: passkeyScript,
  queue: new URL("./script/queue.js", import.meta.url),
});

/** Where the style of the forum lies. */
export const forumStylePath = assets.stylePath;

/** Where a script of the forum lies. */
export const forumScriptPath = assets.scriptPath;

/** The style and the scripts of the forum, which anybody may have. */
export const forumAssetRoutes: readonly ForumRoute[] = [
  defineForumRoute({
    ...{id: "asset", method: "GET", path: "/forum/assets/:name", who: "anybody", query: none, form: none},
    purpose: "the style or a script, by the hash of what is in it",
    isKept: true,
    params: z.object({name: z.string().max(100)}),
    carryOut: ({params}) => assets.answer(params.name),
  }),
];
