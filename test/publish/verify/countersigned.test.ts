import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {attestEdition} from "../../../src/publish/attest.ts";
import {printPublicKey} from "../../../src/publish/signatures/public-key.ts";
import {makeSigningKey, type SigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {signBytes} from "../../../src/publish/signatures/sign.ts";
import {answerOf, differs} from "../../../src/publish/verify/answer.ts";
import {printVerification, verificationJson} from "../../../src/publish/verify/print.ts";
import type {VerifyRequest} from "../../../src/publish/verify/verify.ts";
import {key, plainEdition, seal, TestArchive, told} from "./sealed.ts";

const auditor = makeSigningKey();
const stem = "SHA256SUMS.jane-roe";

/** An archive whose edition Jane Roe has countersigned. */
async function attested(by: SigningKey = auditor): Promise<TestArchive> {
  const archive = new TestArchive();
  const folder = archive.at("published/2005-H2");
  const {editions} = await archive.verify(folder, {key});
  attestEdition({folder, verified: editions[0]!, key: by, name: "Jane Roe", date: "2006-02-01"});
  return archive;
}

async function look(archive: TestArchive, more: Partial<VerifyRequest> = {}) {
  const found = await archive.verify("published/2005-H2", {key, ...more});
  return {level: told(found, 1), said: found.editions[0]!.countersigned!, found};
}

describe("who has countersigned is told", () => {
  for (const [what, by, more, from, words] of [
    ["with a key that was given", auditor, {auditors: [auditor]}, "given", "✓ Jane Roe, 2006-02-01, with the key"],
    [
      "with one that is known from the statement alone",
      auditor,
      {},
      "statement",
      "give that one with --auditor-key KEY",
    ],
    ["with the publisher's own", key, {}, "publisher", "WHICH IS THE PUBLISHER'S OWN"],
  ] as const) {
    test(what, async () => {
      using archive = await attested(by);
      const {level, said, found} = await look(archive, more);
      expect(level).toEqual(["verified"]);
      expect(said.signatures).toMatchObject([{name: "Jane Roe", date: "2006-02-01", from}]);
      const [first] = said.signatures[0]!.levels;
      expect(first).toMatchObject({level: 1, answer: "verified"});
      const text = printVerification(found, {width: 120, color: false}).replace(/\s+/g, " ");
      expect(text).toContain("Countersigned ");
      expect(text).toContain(words);
      // What the auditor could not check is said as the auditor has said it.
      expect(text).toContain("level 1 verified level 2");
      const [edition] = JSON.parse(verificationJson(found)).editions;
      expect(edition.countersignatures).toMatchObject([
        {name: "Jane Roe", key: printPublicKey(by), keyKnownFrom: from},
      ]);
    });
  }

  test("a key that was given and has countersigned nothing could not be checked", async () => {
    using archive = await attested();
    const {level} = await look(archive, {auditors: [makeSigningKey()]});
    expect(level).toEqual([
      "could not be checked",
      expect.stringMatching(/^null: nobody has countersigned with the auditor's key/),
    ]);
  });

  test("a signature without a statement is told, and is no answer", async () => {
    using archive = new TestArchive();
    const sums = readFileSync(archive.at("published/2005-H2/SHA256SUMS"));
    const signature = signBytes(sums, auditor, {trusted: "I have seen it", untrusted: "x"});
    writeFileSync(archive.at(`published/2005-H2/${stem}.minisig`), signature);
    const {level, said} = await look(archive);
    expect(level).toEqual(["verified"]);
    expect(said.notes).toEqual([
      `${stem}.minisig has no statement of what was checked, and was not looked at; it says: I have seen it`,
    ]);
  });
});

describe("a forged countersignature differs", () => {
  const forged = `${stem}.json: the countersignature in the name of Jane Roe is forged: the statement is not what was signed, or is of another edition`;
  for (const [what, change, finding] of [
    [
      "whose statement was changed",
      (at: (ending: string) => string) => {
        writeFileSync(at("json"), readFileSync(at("json"), "utf8").replace("2006-02-01", "2006-02-02"));
      },
      forged,
    ],
    [
      "whose key was exchanged",
      (at) => {
        const other = printPublicKey(makeSigningKey());
        writeFileSync(at("json"), readFileSync(at("json"), "utf8").replace(printPublicKey(auditor), other));
      },
      forged,
    ],
    [
      "that is no statement",
      (at) => writeFileSync(at("json"), "{}"),
      `${stem}.json: it is no statement of who countersigns`,
    ],
    [
      "whose signature is none",
      (at) => writeFileSync(at("minisig"), "x"),
      `${stem}.minisig: not a signature of minisign`,
    ],
    [
      "without its signature",
      (at) => rmSync(at("minisig")),
      `${stem}.json: a statement about the edition that nobody has signed`,
    ],
  ] as [string, (at: (ending: string) => string) => void, string][]) {
    test(what, async () => {
      using archive = await attested();
      change((ending) => archive.at(`published/2005-H2/${stem}.${ending}`));
      const {level, said} = await look(archive);
      expect(level).toEqual(["differs", finding]);
      expect(said.signatures).toEqual([]);
    });
  }

  test.each([
    ["asks for more digits than a figure can be printed with", {published: "77", now: "2", decimals: 1000}],
    ["asks for digits of a word", {published: "all", now: "2", decimals: 1}],
    ["asks for digits of what has no end", {published: "77", now: "1e999", decimals: 1}],
  ])("that %s", async (_, values) => {
    using archive = new TestArchive();
    const folder = archive.at("published/2005-H2");
    const {editions} = await archive.verify(folder, {key});
    const finding = differs(null, "it is another", values);
    const verified = {...editions[0]!, levels: [...editions[0]!.levels, answerOf(5, [], [finding])]};
    attestEdition({folder, verified, key: auditor, name: "Jane Roe", date: "2006-02-01"});
    const {level, found} = await look(archive);
    expect(level).toEqual(["differs", `${stem}.json: it is no statement of who countersigns`]);
    expect(printVerification(found, {width: 120, color: false})).toContain("it is no statement of who countersigns");
  });

  test("of another edition", async () => {
    using archive = await attested();
    const other = archive.at("published/2006-H1");
    seal(other, plainEdition("2006-H1", "2006-07-15"), "edition 2006-H1", {date: "2006-07-15"});
    for (const ending of ["json", "minisig"]) {
      writeFileSync(join(other, `${stem}.${ending}`), readFileSync(archive.at(`published/2005-H2/${stem}.${ending}`)));
    }
    expect(told(await archive.verify(other, {key}), 1)).toEqual(["differs", forged]);
  });
});
