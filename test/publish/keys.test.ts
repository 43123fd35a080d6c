import {existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {openStore} from "../../src/operations/store/store.ts";
import {changeKey, showKeys} from "../../src/publish/keys/change.ts";
import {ownSigningKey} from "../../src/publish/keys/own-key.ts";
import {keepKey, readKeptKey} from "../../src/publish/signatures/kept-key.ts";
import {parseKeyList} from "../../src/publish/signatures/key-list.ts";
import {isSameKey, printPublicKey} from "../../src/publish/signatures/public-key.ts";
import {makeSigningKey} from "../../src/publish/signatures/secret-key.ts";
import {Workshop} from "../intake/workshop.ts";

let workshop: Workshop;
beforeEach(() => (workshop = new Workshop()));
afterEach(() => workshop.remove());

const listPath = (): string => join(workshop.folder, "published/keys.txt");
const listed = () => parseKeyList(readFileSync(listPath(), "utf8"), "keys.txt");

describe("the key for signing", () => {
  test("is made once, for its owner alone, and the list has it", () => {
    const {workspace} = openStore(workshop.folder);
    const first = ownSigningKey(workspace, "2026-03-01");
    expect(isSameKey(ownSigningKey(workspace, "2026-04-01"), first)).toBe(true);
    expect(lstatSync(workspace.store.signing).mode & 0o777).toBe(0o600);
    expect(listed().map(({on, event, key}) => [on, event, printPublicKey(key)])).toEqual([
      ["2026-03-01", "first", printPublicKey(first)],
    ]);
  });

  test("that is gone, or another than the list has, is told, and no other is made in silence", () => {
    const {workspace} = openStore(workshop.folder);
    ownSigningKey(workspace, "2026-03-01");
    const before = readFileSync(listPath(), "utf8");
    rmSync(workspace.store.signing);
    expect(() => ownSigningKey(workspace, "2026-03-02")).toThrow(expect.objectContaining({code: "KEY_MISSING"}));
    keepKey(workspace.store, makeSigningKey(), "x");
    expect(() => ownSigningKey(workspace, "2026-03-02")).toThrow(/not the one that was used last/);
    expect(readFileSync(listPath(), "utf8")).toBe(before);
  });

  test("is changed for one that the one before has signed, and a lost one is said to be lost", async () => {
    const store = openStore(workshop.folder, {now: () => Date.parse("2026-03-05T12:00:00Z")});
    await changeKey(store);
    await changeKey(store);
    rmSync(store.workspace.store.signing);
    await expect(changeKey(store)).rejects.toMatchObject({code: "KEY_MISSING"});
    await changeKey(store, {isLost: true});
    expect(showKeys(store)).toMatchObject({isThere: true, keys: [{event: "first"}, {event: "next"}, {event: "anew"}]});
    expect(listed()).toHaveLength(3);
    await expect(changeKey(store, {isLost: true})).rejects.toMatchObject({code: "KEY_REFUSED"});
  });

  test("was changed or was not, where a change was interrupted: by what the list says", async () => {
    const store = openStore(workshop.folder);
    const {workspace} = store;
    const first = ownSigningKey(workspace, "2026-03-01");
    const waiting = `${workspace.store.signing}.next`;
    keepKey({signing: waiting}, makeSigningKey(), "x");
    expect(isSameKey(ownSigningKey(workspace, "2026-03-01"), first)).toBe(true);
    expect(existsSync(waiting)).toBe(false);
    await changeKey(store);
    const second = readKeptKey(workspace.store)!;
    // As it is between the list and the key.
    keepKey({signing: waiting}, second, "x");
    keepKey(workspace.store, first, "x");
    expect(isSameKey(ownSigningKey(workspace, "2026-03-01"), second)).toBe(true);
  });

  test("does not go through a link, and neither does the list", () => {
    const {workspace} = openStore(workshop.folder);
    const precious = join(workshop.root, "precious");
    writeFileSync(precious, "mine");
    ownSigningKey(workspace, "2026-03-01");
    rmSync(listPath());
    symlinkSync(precious, listPath());
    expect(() => ownSigningKey(workspace, "2026-03-01")).toThrow(expect.objectContaining({code: "WORKSPACE_DAMAGED"}));
    expect(readFileSync(precious, "utf8")).toBe("mine");
  });
});
