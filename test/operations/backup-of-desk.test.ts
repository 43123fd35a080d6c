import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {openAccounts} from "../../src/accounts/accounts.ts";
import {runHere, type Said} from "../intake/workshop.ts";
import {codeNow, joinDesk, type Member, type StaffedDesk, staffedDesk} from "../serve/desk/staff.ts";

let desk: StaffedDesk;
let editor: Member;
beforeAll(async () => {
  desk = staffedDesk();
  editor = await joinDesk(desk, "A. Editor");
});
afterAll(() => desk.remove());

const run = (...words: string[]): Promise<Said> => runHere(words, dirname(desk.folder));

/** The outcome of both steps at a desk that was restored. */
async function signInAt(folder: string): Promise<string> {
  const accounts = openAccounts(join(dirname(desk.folder), folder, "desk"), {now: () => desk.clock});
  try {
    expect(accounts.verifyLog()).toMatchObject({found: "whole"});
    const first = await accounts.signIn({name: editor.name, phrase: editor.phrase, from: ""});
    if (first.outcome !== "on") return first.outcome;
    return (await accounts.prove(first.token, {kind: "totp", code: codeNow(desk, editor.secret)})).outcome;
  } finally {
    accounts.close();
  }
}

test("a backup with the keys, made while the desk is open, lets everybody sign in as before, and its log is whole", async () => {
  expect(await run("-C", desk.folder, "backup", "with.tar", "--with-key", "--quiet")).toMatchObject({
    status: 0,
    stderr: "",
  });
  expect(await run("restore", "with.tar", "--workspace", "with", "--quiet")).toMatchObject({status: 0, stderr: ""});
  expect(await signInAt("with")).toBe("on");
});

test("a backup without the keys lets nobody sign in before the desk's own is back, and says so", async () => {
  const said = await run("-C", desk.folder, "backup", "without.tar");
  expect(said.stdout).toContain("desk/key");
  const restored = await run("restore", "without.tar", "--workspace", "without");
  expect(restored.stdout).toContain("put it back into desk/key likewise, or nobody signs in");
  await expect(signInAt("without")).rejects.toMatchObject({code: "WORKSPACE_DAMAGED"});
  writeFileSync(join(dirname(desk.folder), "without/desk/key"), readFileSync(join(desk.folder, "desk/key")), {
    mode: 0o600,
  });
  desk.clock += 60_000;
  expect(await signInAt("without")).toBe("on");
  rmSync(join(dirname(desk.folder), "without"), {recursive: true});
});
