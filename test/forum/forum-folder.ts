import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openHashing} from "../../src/accounts/factors/hashing.ts";
import {totpCode} from "../../src/accounts/factors/totp.ts";
import {type Forum, openForum} from "../../src/forum/forum.ts";
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
  readonly folder = join(this.#top, "forum");
  /** Milliseconds since 1970: 5 November 2026, 09:00 UTC, until a test moves it. */
  clock = Date.UTC(2026, 10, 5, 9);
  settings: ForumSettings;
  forum: Forum;

  constructor(settings: Partial<ForumSettings> = {}) {
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

  remove(): void {
    this.forum.closeFile();
    rmSync(this.#top, {recursive: true, force: true});
  }
}
