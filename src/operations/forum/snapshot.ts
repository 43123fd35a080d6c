import {randomUUID} from "node:crypto";
import {chmodSync, copyFileSync, existsSync, mkdirSync, rmSync} from "node:fs";
import {join} from "node:path";
import {removeAtEnd} from "../../base/ending/unfinished.ts";
import {deleteOwnFolder, uuid} from "../../base/own-files.ts";
import {type Forum, openForum} from "../../forum/forum.ts";
import {forumFileName, forumFolder} from "../../forum/store.ts";
import {snapshotDatabase} from "../../workspace/snapshot.ts";
import {type ForumPlace, withForum} from "./open.ts";
import {forumSettingsOf} from "./settings.ts";

/** What lies beside the file and belongs to it. */
const beside = ["key", "log-head"] as const;

/**
 * Does something with the forum as it is at one moment, whoever writes in it meanwhile: with a copy, which is taken away afterwards.
 *
 * @throws {UserError} As `withForum`.
 */
export async function withForumCopy<T>(place: ForumPlace, work: (forum: Forum) => T | Promise<T>): Promise<T> {
  // Makes it up to date, and sees that it is one.
  await withForum(place, {isFirst: false}, () => undefined);
  const folder = forumFolder(place.folder);
  deleteOwnFolder(folder, new RegExp(`^\\.copy\\.${uuid}$`));
  const copy = join(folder, `.copy.${randomUUID()}`);
  const remove = (): void => rmSync(copy, {recursive: true, force: true});
  const done = removeAtEnd(remove);
  try {
    mkdirSync(copy, {mode: 0o700});
    for (const name of beside) {
      if (!existsSync(join(folder, name))) continue;
      copyFileSync(join(folder, name), join(copy, name));
      chmodSync(join(copy, name), 0o600);
    }
    await snapshotDatabase(join(folder, forumFileName), join(copy, forumFileName));
    chmodSync(join(copy, forumFileName), 0o600);
    const forum = openForum(copy, {now: place.now, settings: forumSettingsOf(place.config)});
    try {
      return await work(forum);
    } finally {
      forum.closeFile();
    }
  } finally {
    remove();
    done();
  }
}
