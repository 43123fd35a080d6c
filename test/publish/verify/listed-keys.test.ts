import {execFileSync} from "node:child_process";
import {readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {keyNumber, printPublicKey} from "../../../src/publish/signatures/public-key.ts";
import {makeSigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {addKey, beginKeyList, revokeKey} from "../../../src/publish/signatures/sign-key-list.ts";
import {key, plainEdition, publication, seal, TestArchive, told} from "./sealed.ts";

const other = makeSigningKey();

describe("a list of keys", () => {
  const onlyHere = (own: ReturnType<typeof makeSigningKey>): string =>
    `SHA256SUMS.minisig: the key ${printPublicKey(own)} is known only from this archive`;
  const list = (archive: TestArchive): string => readFileSync(archive.at("published/keys.txt"), "utf8");

  for (const [what, make, given, findings] of [
    [
      "of somebody else proves nothing by itself, though all is signed with it",
      () => beginKeyList(publication, other, "2006-01-15"),
      null,
      ["could not be checked", onlyHere(other)],
    ],
    [
      "in which somebody else goes on for a lost key proves nothing of that",
      (before: string) => addKey(before, other, null, "2006-01-10"),
      null,
      ["could not be checked", onlyHere(other)],
    ],
    [
      "in which somebody else goes on for a lost key is none of the publisher's",
      (before: string) => addKey(before, other, null, "2006-01-10"),
      key,
      ["differs", `SHA256SUMS.minisig: SIGNED WITH ANOTHER KEY: ${keyNumber(other)}`],
    ],
    [
      "with a line that nobody has signed is not gone by",
      (before: string) => `${before}2006-01-15 next ${printPublicKey(other)}\n`,
      key,
      [
        "differs",
        `SHA256SUMS.minisig: SIGNED WITH ANOTHER KEY: ${keyNumber(other)}`,
        "keys.txt:3: the line is no entry",
      ],
    ],
    [
      "with a line that is signed by the new key alone is not gone by",
      (before: string) => addKey(before, other, null, "2006-01-10").replace(" anew ", " next "),
      key,
      [
        "differs",
        `SHA256SUMS.minisig: SIGNED WITH ANOTHER KEY: ${keyNumber(other)}`,
        "keys.txt:3: the line is not signed by",
      ],
    ],
    [
      "in which somebody else takes the key back does not make theirs the publisher's",
      (before: string) => revokeKey(addKey(before, other, null, "2005-01-01"), key, other, "2005-01-01"),
      key,
      ["differs", `SHA256SUMS.minisig: SIGNED WITH ANOTHER KEY: ${keyNumber(other)}`],
    ],
    [
      "that is empty says of no key whose it is",
      () => "",
      null,
      ["could not be checked|differs", `SHA256SUMS.minisig: signed with the key ${keyNumber(other)}, which nobody`],
    ],
  ] as [string, (before: string) => string, typeof key | null, string[]][]) {
    test(what, async () => {
      using archive = new TestArchive();
      seal(archive.at("published/2005-H2"), plainEdition("2005-H2"), "edition 2005-H2", {by: other});
      writeFileSync(archive.at("published/keys.txt"), make(list(archive)));
      const [answer, ...found] = told(await archive.verify("published", {key: given}), 1);
      expect(findings[0]!.split("|")).toContain(answer);
      for (const [place, finding] of findings.slice(1).entries()) expect(found[place]).toContain(finding);
    });
  }

  test("in which a key signed for the one after it says nothing for what that key signed later", async () => {
    using archive = new TestArchive();
    const later = makeSigningKey();
    for (const [on, answer] of [
      ["2006-01-15", "verified"],
      ["2006-01-14", "could not be checked"],
    ] as const) {
      const path = archive.at("published/keys.txt");
      writeFileSync(path, addKey(beginKeyList(publication, key, "2005-01-01"), later, key, on));
      const [own, finding = ""] = told(await archive.verify("published", {key: later}), 1);
      expect([own, finding]).toEqual([
        answer,
        answer === "verified" ? "" : expect.stringContaining("followed by another on 2006-01-14"),
      ]);
    }
    // Whoever begins anew signs alone, and can say of nobody else's key that it is an old one.
    writeFileSync(
      archive.at("published/keys.txt"),
      addKey(beginKeyList(publication, key, "2005-01-01"), other, null, "2005-02-01"),
    );
    expect(told(await archive.verify("published", {key}), 1)).toEqual(["verified"]);
  });

  test("that is a link or a pipe is not read, and that is said", async () => {
    for (const make of [
      (path: string) => symlinkSync(join(path, "..", "2005-H2", "report.txt"), path),
      (path: string) => execFileSync("mkfifo", [path]),
    ]) {
      using archive = new TestArchive();
      rmSync(archive.at("published/keys.txt"));
      make(archive.at("published/keys.txt"));
      const [answer, finding] = told(await archive.verify("published/2005-H2", {key}), 1);
      expect([answer, finding]).toEqual([
        "differs",
        expect.stringMatching(/^keys.txt: it is (?:a link|no file), and is no part/),
      ]);
    }
  });
});
