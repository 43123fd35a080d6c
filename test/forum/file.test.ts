import {chmodSync, existsSync, readFileSync, rmSync, statSync} from "node:fs";
import {platform} from "node:os";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {afterEach, beforeEach, expect, test} from "vitest";
import {questions as accountQuestions} from "../../src/accounts/sql.ts";
import {openForumFile} from "../../src/forum/file.ts";
import {memberQuestions} from "../../src/forum/sql/members.ts";
import {forumMigrations} from "../../src/forum/sql/migrations.ts";
import {ForumFolder} from "./forum-folder.ts";

let place: ForumFolder;
beforeEach(() => {
  place = new ForumFolder();
});
afterEach(() => place.remove());

const pathOf = (name: string): string => join(place.folder, name);

test.skipIf(platform() === "win32")("the file of a forum is for its owner alone, like its key and its folder", () => {
  for (const name of ["forum.sqlite", "forum.sqlite-wal", "forum.sqlite-shm", "key"])
    expect([name, statSync(pathOf(name)).mode & 0o777]).toEqual([name, 0o600]);
  expect(statSync(place.folder).mode & 0o777).toBe(0o700);
  chmodSync(pathOf("forum.sqlite"), 0o644);
  expect(() => place.open()).toThrow(expect.objectContaining({code: "WORKSPACE_EXPOSED"}));
  chmodSync(pathOf("forum.sqlite"), 0o600);
});

test("a file of a newer Broadsheet, and the desk's in its place, are refused as the forum's", () => {
  place.forum.closeFile();
  openForumFile(pathOf("forum.sqlite"), [...forumMigrations, "create table more (id integer) strict;"]).close();
  expect(() => place.open()).toThrow(
    expect.objectContaining({code: "WORKSPACE_NEWER", message: expect.stringContaining("of the forum")}),
  );
  expect(existsSync(pathOf("forum.sqlite.version-1"))).toBe(true);
  for (const end of ["", "-wal", "-shm"]) rmSync(pathOf(`forum.sqlite${end}`), {force: true});
  const other = new DatabaseSync(pathOf("forum.sqlite"));
  other.exec("create table person (id integer); pragma application_id = 0x42726453; pragma user_version = 1;");
  other.close();
  chmodSync(pathOf("forum.sqlite"), 0o600);
  const before = readFileSync(pathOf("forum.sqlite"));
  expect(() => place.open()).toThrow(expect.objectContaining({code: "WORKSPACE_DAMAGED"}));
  expect(readFileSync(pathOf("forum.sqlite"))).toEqual(before);
  rmSync(pathOf("forum.sqlite"));
  place.forum = place.open();
});

test("every question fits the tables; those that make a person or an invitation of the desk alone do not", () => {
  const database = new DatabaseSync(":memory:");
  database.exec(forumMigrations.join("\n"));
  const ofDesk = new Set(["addPerson", "reviewPerson", "addInvitation"]);
  for (const [name, sql] of Object.entries({...accountQuestions, ...memberQuestions})) {
    if (ofDesk.has(name)) continue;
    expect(() => database.prepare(sql), name).not.toThrow();
    expect(sql, name).not.toMatch(/\$\{|\?/);
  }
  database.close();
});
