import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import type {ForumRole} from "../../../src/forum/members/roles.ts";
import {ForumFolder} from "../forum-folder.ts";

/** A member as the tests speak of one. */
export interface TestMember {
  readonly id: number;
  readonly name: string;
  readonly role: ForumRole;
}

/** A forum with people in it, who did not have to join: held or not, of any role. */
export class PeopledForum extends ForumFolder {
  #forms = 0;

  add(name: string, {role = "member", isHeld = false}: {role?: ForumRole; isHeld?: boolean} = {}): TestMember {
    const id = this.ask(
      "insert into person (name, key, look, role, joined, held) values (?, ?, ?, ?, '2026-10-01', ?) returning id",
      name,
      name.toLowerCase(),
      name.toLowerCase(),
      role,
      isHeld ? 1 : 0,
    )[0]!["id"] as number;
    return {id, name, role};
  }

  /** The token of a form that nobody has sent. */
  form(): string {
    this.#forms++;
    return `form-${String(this.#forms).padStart(20, "0")}`;
  }

  /** Opens a thread, and waits so long that nobody is told to. */
  begin(by: TestMember, title: string, source = `About ${title}.`): {outcome: string; thread: number; post: number} {
    this.later(1);
    return this.forum.open(by.id, {section: "general", title, source, once: this.form()}) as never;
  }

  reply(by: TestMember, thread: number, source: string, quotes: number[] = []): {outcome: string; post: number} {
    this.later(1);
    return this.forum.reply(by.id, thread, {source, quotes, once: this.form()}) as never;
  }

  /** Decides about a post as the queue shows it now. */
  decide(by: TestMember, post: number, kind: "show" | "show-and-trust" | "hide", rule = "spam"): string {
    const {seen = "1.0"} = this.forum.queue().find((item) => item.post === post) ?? {};
    return this.forum.decide(by, `p${post}`, {kind, rule, seen}).outcome;
  }

  /** All that lies in the folder, as letters. */
  bytes(): string {
    return readdirSync(this.folder)
      .map((name) => readFileSync(join(this.folder, name), "latin1"))
      .join("\n");
  }

  /** The file itself, by another connection. */
  ask(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
    const database = new DatabaseSync(join(this.folder, "forum.sqlite"));
    try {
      return database.prepare(sql).all(...values);
    } finally {
      database.close();
    }
  }
}
