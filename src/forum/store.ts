import {existsSync} from "node:fs";
import {join} from "node:path";
import {openRates, type RateLimits} from "../accounts/limits.ts";
import {type AccountsOptions, type AccountsStore, deskFiles, openAccountsIn} from "../accounts/store.ts";
import type {LanguageId} from "../base/words/language.ts";
import {type ForumFile, openForumFile} from "./file.ts";
import {arrivalRates, forumSignInRates} from "./members/arrivals.ts";
import {type ForumRole, forumKind} from "./members/roles.ts";

/** A part of the forum, with its own language. */
export interface ForumSection {
  readonly id: string;
  readonly name: string;
  readonly language: LanguageId;
  /** The department of the publisher that it is about. */
  readonly department?: string | undefined;
}

/** What a publisher says of the forum. */
export interface ForumSettings {
  readonly sections: readonly ForumSection[];
  /** Its own rules, which are the reasons of moderators. */
  readonly rules: readonly string[];
  /** As what a moderator stands in the public log. */
  readonly names: "role" | "pseudonym";
  /** Who may join: whoever knocks, who was invited alone, or nobody. */
  readonly joining: "open" | "invited" | "shut";
  /** Names of the publisher and its people, which no member may have. */
  readonly reserved: readonly string[];
}

/** What every act in a forum works with. */
export interface ForumStore extends AccountsStore<ForumRole, ForumFile> {
  readonly settings: ForumSettings;
  /** How many come in an hour, in all. */
  readonly arrivals: RateLimits<keyof typeof arrivalRates>;
  /**
   * Adds a row to the public log, in the same transaction as what was done. It stays for ever: of members their numbers stand there, no names.
   *
   * @param by null where the forum did it by itself.
   */
  record(by: ForumActor | null, act: string, about: Readonly<Record<string, string | number>>): void;
}

/** Somebody who decides about others, as the public log has to know them. */
export interface ForumActor {
  /** null at the machine itself, where nobody signs in. */
  readonly id: number | null;
  readonly name: string;
  readonly role: ForumRole;
}

/** How a forum is opened. */
export interface ForumOptions extends AccountsOptions {
  readonly settings: ForumSettings;
}

/** The name of its file in its folder. */
export const forumFileName = "forum.sqlite";

/** Where a workspace has its forum: beside its store, which holds nothing of members. */
export function forumFolder(workspaceFolder: string): string {
  return join(workspaceFolder, "forum");
}

/** @throws {UserError} As `openForum`. */
export function openForumStore(folder: string, {settings, ...options}: ForumOptions): ForumStore {
  const isKeyLost = existsSync(join(folder, forumFileName)) && !existsSync(join(folder, deskFiles.key));
  let voided = 0;
  const store = openAccountsIn(folder, options, {
    kind: forumKind,
    place: "forum",
    fileName: forumFileName,
    log: {time: "day", longestAbout: 2000},
    rates: forumSignInRates,
    open(path) {
      const file = openForumFile(path);
      // Before the new key is there: killed in between, it is done again.
      if (isKeyLost) voided = file.whole(() => forgetSealed(file));
      return file;
    },
    isNew: () => true,
  });
  const {log} = store;
  log.keepBeginning();
  const opened: ForumStore = {
    ...store,
    settings,
    arrivals: openRates(store.now, arrivalRates),
    // When somebody signed in or changed something of the own is nobody's business: accounts write nothing.
    log: {...log, add: () => undefined},
    record(by, act, about) {
      const who = by === null ? "" : settings.names === "pseudonym" ? by.name : by.role;
      log.add({who, act, about: JSON.stringify(about)});
    },
  };
  if (voided > 0) opened.act(() => opened.record(null, "key-lost", {}));
  return opened;
}

/** A forum outlives its key: what it had sealed is void, and who had an app of codes sets up another by a recovery code. */
function forgetSealed(file: ForumFile): number {
  file.change("dropSessions");
  return file.change("dropTotps").rows;
}
