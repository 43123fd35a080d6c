import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openHashing} from "../../src/accounts/factors/hashing.ts";
import {totpCode} from "../../src/accounts/factors/totp.ts";
import {type Forum, openForum} from "../../src/forum/forum.ts";
import type {ForumRole} from "../../src/forum/members/roles.ts";
import type {ForumSettings} from "../../src/forum/store.ts";

/** What the tests' forum is set to. */
export const testSettings: ForumSettings = {
  sections: [
    {id: "general", name: "General", language: "en"},
    {id: "redaktion", name: "Redaktion", language: "de", department: "news"},
  ],
  rules: ["off-topic", "personal-attack", "spam"],
  names: "role",
  joining: "open",
  reserved: ["The Example Press"],
};

/** A forum in a folder of its own, with a clock that is set by hand and hashes that cost little. */
export class ForumFolder {
  readonly #top = mkdtempSync(join(tmpdir(), "broadsheet-forum-"));
  readonly folder: string;
  /** Milliseconds since 1970: 5 November 2026, 09:00 UTC, until a test moves it. */
  clock = Date.UTC(2026, 10, 5, 9);
  settings: ForumSettings;
  forum: Forum;

  constructor(settings: Partial<ForumSettings> = {}, folder?: string) {
    this.folder = folder ?? join(this.#top, "forum");
    this.settings = {...testSettings, ...settings};
    this.forum = this.open();
  }

  open(): Forum {
    return openForum(this.folder, {
      now: () => this.clock,
      hashing: openHashing({memory: 8, passes: 1, parallelism: 1}),
      settings: this.settings,
    });
  }

  again(): Forum {
    this.forum.closeFile();
    this.forum = this.open();
    return this.forum;
  }

  later(minutes: number): void {
    this.clock += minutes * 60_000;
  }

  days(days: number): void {
    this.later(days * 24 * 60);
  }

  code(secret: string): string {
    return totpCode(secret, Math.floor(this.clock / 30_000));
  }

  /** Somebody who has joined by a code, and holds the session; a moderator or editor with an app of codes. */
  async joined(name: string, role: ForumRole = "member"): Promise<TestMember> {
    const {members, people} = this.forum;
    const {code} = people.invite(role);
    const token = tokenOf(members.enterCode(code, ""));
    const phrase = `seven green bicycles of ${name}`;
    const taken = [members.chooseName(token, name), await members.choosePhrase(token, phrase, [])];
    if (taken.some(({outcome}) => outcome !== "taken")) throw new Error(JSON.stringify(taken));
    const secret =
      role === "moderator" || role === "editor" ? (await members.offerTotpToJoiner(token, "Press"))!.secret : "";
    const proof = {kind: "totp", code: secret && this.code(secret)} as const;
    const done = await (secret ? members.join(token, proof) : members.finish(token));
    if (done.outcome !== "joined") throw new Error(done.outcome);
    // The code of this half minute was used.
    this.later(1);
    const session = members.sessionOf(done.token);
    if (session?.stage !== "whole") throw new Error("not whole");
    return {...session.person, token: done.token, recoveryCodes: done.recoveryCodes, phrase, secret, code};
  }

  remove(): void {
    this.forum.closeFile();
    rmSync(this.#top, {recursive: true, force: true});
  }
}

/** The token of a step that went well. */
export function tokenOf(attempt: {readonly outcome: string}): string {
  if (!("token" in attempt)) throw new Error(attempt.outcome);
  return attempt.token as string;
}

/** A member as a test knows them. */
export interface TestMember {
  readonly id: number;
  readonly name: string;
  readonly role: ForumRole;
  readonly isHeld: boolean;
  readonly token: string;
  readonly recoveryCodes: readonly string[];
  readonly phrase: string;
  readonly secret: string;
  readonly code: string;
}
