import {UserError} from "../../base/error.ts";
import {type Forum, hasForum, openForum} from "../../forum/forum.ts";
import {forumFolder} from "../../forum/store.ts";
import type {Config} from "../../workspace/config/config.ts";
import {forumSettingsOf} from "./settings.ts";

/** A workspace as far as its forum needs it. */
export interface ForumPlace {
  /** Of the workspace. */
  readonly folder: string;
  readonly config: Config;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** Whoever is at the machine itself, as the public log has it. */
export const operator = {id: null, name: "operator", role: "editor"} as const;

/**
 * Does something with the forum of a workspace.
 *
 * @param options `isFirst`: may there be none yet? It is made then.
 * @throws {UserError} FORUM_REFUSED where there is none, and what opening one throws
 */
export async function withForum<T>(
  {folder, config, now}: ForumPlace,
  {isFirst}: {readonly isFirst: boolean},
  work: (forum: Forum) => T | Promise<T>,
): Promise<T> {
  const own = forumFolder(folder);
  if (!isFirst && !hasForum(own)) {
    const help = "invite its first editor, at a terminal of this machine";
    throw new UserError("FORUM_REFUSED", "this workspace has no forum yet", help, own);
  }
  const forum = openForum(own, {now, settings: forumSettingsOf(config)});
  try {
    return await work(forum);
  } finally {
    forum.closeFile();
  }
}
