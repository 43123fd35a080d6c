import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {keyNumber, printPublicKey} from "../../../src/publish/signatures/public-key.ts";
import {makeSigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {addKey, revokeKey} from "../../../src/publish/signatures/sign-key-list.ts";
import {openPress, publish, reportOf} from "./archive-fixture.ts";
import {build, filesIn, isPage} from "./built.ts";

/*
 * The first key signs 2005-07; a second, signed by the first, 2005-08; that is lost, and a third begins anew and signs 2005-09. Later the
 * first is revoked.
 */

let folder = "";
const second = makeSigningKey();
const third = makeSigningKey();
let first = second;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-keys-"));
  const press = openPress(folder);
  first = press.key;
  const path = join(press.published, "keys.txt");
  const change = (how: (text: string) => string): void => writeFileSync(path, how(readFileSync(path, "utf8")));
  publish(press, reportOf("2005-07", [1]), "2005-08-10");
  change((text) => addKey(text, second, first, "2005-08-20"));
  const later = {...press, key: second};
  publish(later, reportOf("2005-08", [2]), "2005-09-10");
  change((text) => addKey(text, third, null, "2005-09-20"));
  publish({...later, key: third}, reportOf("2005-09", [3]), "2005-10-10");
  change((text) => revokeKey(text, first, third, "2005-11-01"));
  await build(folder);
});

afterAll(() => rmSync(folder, {recursive: true, force: true}));

const textOf = (path: string): string => readFileSync(join(folder, "public", path), "utf8");
const footOf = (path: string): string => textOf(path).split("<footer")[1]!;

test("every page has the key and its number in its foot: of an edition its own, elsewhere the one that signs now", () => {
  const pages = [...filesIn(join(folder, "public")).keys()].filter(isPage);
  for (const path of pages) {
    const key = path === "editions/2005-07.html" ? first : path === "editions/2005-08.html" ? second : third;
    expect(footOf(path), path).toContain(`<code>${printPublicKey(key)}</code> (<code>${keyNumber(key)}</code>)`);
  }
});

test("the lines of an edition have the key that signed it", () => {
  for (const [period, key] of [
    ["2005-07", first],
    ["2005-08", second],
    ["2005-09", third],
  ] as const) {
    expect(textOf(`editions/${period}.html`)).toContain(`minisign -V -m SHA256SUMS -P ${printPublicKey(key)}`);
  }
});

test("an edition whose key was revoked says so, and no other", () => {
  expect(textOf("editions/2005-07.html").match(/Not to be trusted since 2005-11-01\./g)).toHaveLength(2);
  expect(textOf("editions/2005-08.html")).not.toContain("Not to be trusted");
});

test("the page on verifying tells of every key how it follows the one before", () => {
  const list = textOf("verify.html").split('<ul class="plain">')[1]!;
  const items = list.split("<li>").slice(1, 4);
  expect(items[0]).toContain(printPublicKey(third));
  expect(items[0]).toContain("2005-09-20: the key before it was lost, and nothing signs this one.");
  expect(items[1]).toContain("2005-08-20: signed by the key before it.");
  expect(items[2]).toContain("2005-01-01: the first key.");
  expect(items[2]).toContain("Not to be trusted since 2005-11-01.");
});

test("the names of a feed's entries stay when the publication is called otherwise", async () => {
  const ids = (text: string): string[] => text.match(/urn:uuid:[0-9a-f-]+/g) ?? [];
  await build(folder, {publication: "Another Name", output: join(folder, "renamed")});
  expect(ids(readFileSync(join(folder, "renamed/atom.xml"), "utf8"))).toEqual(ids(textOf("atom.xml")));
  expect(new Set(ids(textOf("atom.xml"))).size).toBe(4);
});
