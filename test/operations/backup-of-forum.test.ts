import {rmSync, statSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openHashing} from "../../src/accounts/factors/hashing.ts";
import {openForum} from "../../src/forum/forum.ts";
import {ForumFolder, type TestMember, tokenOf} from "../forum/forum-folder.ts";
import {runHere, type Said} from "../intake/workshop.ts";
import {type StaffedDesk, staffedDesk} from "../serve/desk/staff.ts";

let workspace: StaffedDesk;
let place: ForumFolder;
let nora: TestMember;
beforeAll(async () => {
  workspace = staffedDesk();
  place = new ForumFolder({}, join(workspace.folder, "forum"));
  nora = await place.joined("Nora", "moderator");
});
afterAll(async () => {
  place.remove();
  await workspace.remove();
});

const run = (...words: string[]): Promise<Said> => runHere(words, dirname(workspace.folder));
const openRestored = (name: string) =>
  openForum(join(dirname(workspace.folder), name, "forum"), {
    now: () => place.clock,
    settings: place.settings,
    hashing: openHashing({memory: 8, passes: 1, parallelism: 1}),
  });

test("a backup with the keys, made while the forum is open, lets everybody sign in as before, and its log is whole", async () => {
  const made = await run("-C", workspace.folder, "backup", "with.tar", "--with-key", "--quiet");
  expect(made).toMatchObject({status: 0, stderr: ""});
  expect(await run("restore", "with.tar", "--workspace", "with", "--quiet")).toMatchObject({status: 0, stderr: ""});
  const {members, log, closeFile} = openRestored("with");
  expect(log.verify()).toMatchObject({found: "whole"});
  const first = await members.signIn({name: "Nora", phrase: nora.phrase, from: ""});
  expect(await members.prove(tokenOf(first), {kind: "totp", code: place.code(nora.secret)})).toMatchObject({
    outcome: "on",
  });
  closeFile();
  const folder = join(dirname(workspace.folder), "with/forum");
  expect([folder, join(folder, "forum.sqlite")].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o600]);
});

test("without its key apps of codes are void, a recovery code is the second factor, and the log says so", async () => {
  const said = await run("-C", workspace.folder, "backup", "without.tar");
  expect(said.stdout).toContain("forum/key");
  const restored = await run("restore", "without.tar", "--workspace", "without");
  expect(restored.stdout).toContain("forum/key");
  const {members, log, closeFile} = openRestored("without");
  expect(log.rows({most: 1})).toMatchObject([{act: "key-lost", who: ""}]);
  expect(log.verify()).toMatchObject({found: "whole"});
  expect(members.sessionOf(nora.token)).toBeNull();
  const first = await members.signIn({name: "Nora", phrase: nora.phrase, from: ""});
  expect(first).toMatchObject({outcome: "on", isWhole: false});
  const token = tokenOf(first);
  expect(await members.prove(token, {kind: "totp", code: place.code(nora.secret)})).toEqual({outcome: "refused"});
  const whole = tokenOf(await members.prove(token, {kind: "recovery", code: nora.recoveryCodes[0]!}));
  const {secret} = (await members.offerOwnTotp(whole, "Press"))!;
  expect(await members.addSecond(whole, {kind: "totp", code: place.code(secret)})).toBe("done");
  closeFile();
  rmSync(join(dirname(workspace.folder), "without"), {recursive: true});
});
