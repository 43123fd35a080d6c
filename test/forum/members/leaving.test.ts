import {readdirSync, readFileSync, utimesSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {afterEach, beforeEach, expect, test} from "vitest";
import {sha256} from "../../../src/base/sha256.ts";
import {ForumFolder, tokenOf} from "../forum-folder.ts";

let place: ForumFolder;
beforeEach(() => {
  place = new ForumFolder();
});
afterEach(() => place.remove());

/** Which of these stand anywhere in the files of the forum, as UTF-8? */
function foundIn(folder: string, texts: readonly string[]): string[] {
  const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  return texts.filter((text) => bytes.some((one) => one.includes(text)));
}

test("of who leaves nothing is found in any byte of the files, the one beside the database included", async () => {
  const {members, people} = place.forum;
  const editor = await place.joined("Edith", "editor");
  const name = "Wilhelmina Quetzal";
  const ann = await place.joined(name);
  people.promote(ann.id, "standing", editor);
  const made = members.invite(ann.id);
  if (made.outcome !== "invited") throw new Error(made.outcome);
  const {secret} = (await members.offerOwnTotp(ann.token, "Press"))!;
  await members.addSecond(ann.token, {kind: "totp", code: place.code(secret)});
  const others = new DatabaseSync(join(place.folder, "forum.sqlite"), {readOnly: true});
  const secrets = others.prepare("select phrase, totp, key, look from person where id = ?").get(ann.id)!;
  const digests = others.prepare("select digest from recovery_code where person = ?").all(ann.id);
  others.close();
  const kept = [
    name,
    ...Object.values(secrets).map(String),
    ...digests.map(({digest}) => String(digest)),
    sha256(ann.token),
    sha256(`invitation ${made.code.replaceAll("-", "")}`),
  ];
  expect(foundIn(place.folder, kept)).toEqual(kept);

  place.later(6);
  expect(members.leave(ann.token, {posts: "go"})).toBe("over");
  const token = tokenOf(await members.prove(ann.token, {kind: "totp", code: place.code(secret)}));
  expect(members.leave(token, {posts: "go"})).toBe("left");
  expect(foundIn(place.folder, [...kept, sha256(token)])).toEqual([]);
  expect(members.sessionOf(token)).toBeNull();
  expect(members.enterCode(made.code, "")).toEqual({outcome: "refused"});
  expect(people.list().map((one) => one.name)).toEqual(["Edith"]);
  expect(place.forum.log.verify()).toMatchObject({found: "whole"});
  // The name is free.
  await place.joined(name);
});

test("who was invited by who leaves stays, and nobody knows by whom", async () => {
  const {members} = place.forum;
  const editor = await place.joined("Edith", "editor");
  const made = members.invite(editor.id);
  if (made.outcome !== "invited") throw new Error(made.outcome);
  const token = tokenOf(members.enterCode(made.code, ""));
  members.chooseName(token, "Ann");
  await members.choosePhrase(token, "seven green bicycles at noon", []);
  const ann = members.sessionOf(tokenOf(await members.finish(token)));
  if (ann?.stage !== "whole") throw new Error("not whole");
  expect(members.ownData(ann.person.id)).toMatchObject({name: "Ann", invitedBy: "Edith"});
  expect(members.leave(editor.token, {posts: "stay"})).toBe("left");
  expect(members.ownData(ann.person.id)).toMatchObject({name: "Ann", invitedBy: null});
});

test("own data is all that is kept of somebody, but secrets", async () => {
  const ann = await place.joined("Ann");
  expect(place.forum.members.ownData(ann.id)).toEqual({
    ...{posts: [], earlierTexts: [], drafts: [], reports: [], appeals: [], read: []},
    name: "Ann",
    role: "member",
    joined: "2026-11-05",
    postsAreHeld: true,
    postsShown: 0,
    invitedBy: null,
    secondFactors: {hasTotp: false, passkeys: [], recoveryCodes: 8},
    sessions: [{began: "2026-11-05", seen: "2026-11-05"}],
    invitationsLeft: 0,
    invitations: [],
  });
  expect(place.forum.members.ownData(99)).toBeNull();
});

test("no address of who joined, knocked, signed in or failed to is in any file", async () => {
  const {members, people} = place.forum;
  const from = "198.51.100.77";
  const token = tokenOf(members.enterCode(people.invite("member").code, from));
  members.chooseName(token, "Ann");
  await members.choosePhrase(token, "seven green bicycles at noon", []);
  await members.finish(token);
  members.enterCode("WRONG", from);
  await members.signIn({name: "Ann", phrase: "seven green bicycles at noon", from});
  await members.signIn({name: "Ann", phrase: "wrong", from});
  await members.knock({name: "Ben", why: "to read", phrase: "eight red bicycles at night", from});
  members.recover({name: "Ann", code: "0", from});
  expect(foundIn(place.folder, [from, "198.51.100", sha256(from)])).toEqual([]);
});

test("what is over is forgotten within the hour, and copies of before a change of version after thirty days", async () => {
  const {members, people} = place.forum;
  const nora = await place.joined("Nora", "moderator");
  people.invite("member");
  const copies = ["forum.sqlite.version-1", "forum.sqlite.version-2"].map((name) => join(place.folder, name));
  const daysAgo = (days: number) => new Date(place.clock - days * 86_400_000);
  for (const [path, days] of [
    [copies[0]!, 31],
    [copies[1]!, 29],
  ] as const) {
    writeFileSync(path, "a copy");
    utimesSync(path, daysAgo(days), daysAgo(days));
  }
  const count = (sql: string) => {
    const database = new DatabaseSync(join(place.folder, "forum.sqlite"), {readOnly: true});
    const found = Number(Object.values(database.prepare(sql).get()!)[0]);
    database.close();
    return found;
  };
  members.forgetOld();
  expect(readdirSync(place.folder).filter((name) => name.includes("version"))).toEqual(["forum.sqlite.version-2"]);
  expect(count("select totp_step from person")).toBeGreaterThan(0);
  expect(count("select again_until_ms from session")).toBeGreaterThan(0);
  place.later(10);
  members.forgetOld();
  expect(count("select again_until_ms from session")).toBe(0);
  place.days(16);
  members.forgetOld();
  for (const sql of ["select count(*) from session", "select count(*) from invitation", "select totp_step from person"])
    expect([sql, count(sql)]).toEqual([sql, 0]);
  const again = await members.signIn({name: "Nora", phrase: nora.phrase, from: ""});
  expect(await members.prove(tokenOf(again), {kind: "totp", code: place.code(nora.secret)})).toMatchObject({
    outcome: "on",
  });
});
