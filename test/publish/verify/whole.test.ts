import {execFileSync} from "node:child_process";
import {appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {keyNumber, printPublicKey} from "../../../src/publish/signatures/public-key.ts";
import {makeSigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {addKey, beginKeyList, revokeKey} from "../../../src/publish/signatures/sign-key-list.ts";
import {key, plainEdition, publication, seal, TestArchive, told} from "./sealed.ts";

const other = makeSigningKey();
const alone = `SHA256SUMS.minisig: the key ${printPublicKey(key)} is known only from this archive, which proves nothing alone: who changes the one can change the other`;

describe("a whole edition", () => {
  test("is verified with the key that was given, and the key is remembered", async () => {
    using archive = new TestArchive();
    expect(told(await archive.verify("published/2005-H2", {key}), 1)).toEqual(["verified"]);
    expect(readFileSync(archive.at("known-keys"), "utf8")).toContain(
      `2026-11-30\t${printPublicKey(key)}\t${publication}\n`,
    );
    const again = await archive.verify("published/2005-H2");
    expect(told(again, 1)).toEqual(["verified"]);
    expect(again.editions[0]!.levels[0]!.checked).toContain(
      `signed with the key ${keyNumber(key)}, which is remembered since 2026-11-30`,
    );
  });

  test("is not verified with a key that is known only from the archive, however often it is asked", async () => {
    using archive = new TestArchive();
    for (let time = 0; time < 2; time++) {
      expect(told(await archive.verify("published/2005-H2"), 1)).toEqual(["could not be checked", alone]);
    }
  });

  test("is verified from then on where the archive's key was taken for right", async () => {
    using archive = new TestArchive();
    await archive.verify("published/2005-H2", {hasTrust: true});
    expect(told(await archive.verify("published/2005-H2"), 1)).toEqual(["verified"]);
  });

  test("is verified in the workspace that signs with its key, and no other publisher's is", async () => {
    using archive = new TestArchive();
    expect(told(await archive.verify("published", {ours: {publication, key}}), 1)).toEqual(["verified"]);
    expect(told(await archive.verify("published", {ours: {publication: "Another Press", key}}), 1)[0]).toBe(
      "could not be checked",
    );
  });

  test("is verified as a zip, with or without a folder around it", async () => {
    using archive = new TestArchive();
    for (const [name, cwd, what] of [
      ["one.zip", "published/2005-H2", "."],
      ["all.zip", "published", "."],
      ["around.zip", ".", "published"],
    ] as const) {
      execFileSync("python3", ["-m", "zipfile", "-c", archive.at(name), what], {cwd: archive.at(cwd)});
      expect(told(await archive.verify(name, {key}), 1), name).toEqual(["verified"]);
    }
  });

  test("may have proofs and countersignatures beside its sums", async () => {
    using archive = new TestArchive();
    writeFileSync(archive.at("published/2005-H2/SHA256SUMS.ots"), "proof");
    writeFileSync(archive.at("published/2005-H2/SHA256SUMS.auditor.minisig"), "signature");
    expect(told(await archive.verify("published/2005-H2", {key}), 1)).toEqual(["verified"]);
  });

  test("is verified with the key before and the key after, where the list has both", async () => {
    using archive = new TestArchive();
    const list = addKey(beginKeyList(publication, other, "2005-01-01"), key, other, "2006-01-01");
    const later = makeSigningKey();
    writeFileSync(archive.at("published/keys.txt"), addKey(list, later, key, "2007-01-01"));
    for (const one of [other, key, later]) {
      expect(told(await archive.verify("published", {key: one}), 1)).toEqual(["verified"]);
    }
  });
});

describe("found in an edition:", () => {
  const within = (name: string) => (folder: string) => join(folder, "2005-H2", name);
  for (const [what, change, findings] of [
    [
      "a file that was changed",
      (folder: string) => appendFileSync(within("report.txt")(folder), "!"),
      ["report.txt: the file was changed: its hash is another"],
    ],
    [
      "a file that was taken away",
      (folder: string) => rmSync(within("report.txt")(folder)),
      ["report.txt: the file was taken away"],
    ],
    [
      "files that were added, one of them with a name that does something",
      (folder: string) => {
        mkdirSync(within("data")(folder));
        writeFileSync(within("data/more.csv")(folder), "");
        writeFileSync(within("\x1b[2J")(folder), "");
      },
      [
        "\\x1b[2J: the file was added, and nobody has signed it",
        "data/more.csv: the file was added, and nobody has signed it",
      ],
    ],
    [
      "folders in which nothing lies",
      (folder: string) => {
        mkdirSync(within("data/more/deeper")(folder), {recursive: true});
        mkdirSync(within("empty")(folder));
      },
      ["data: the folder was added, and nothing lies in it", "empty: the folder was added, and nothing lies in it"],
    ],
    [
      "a link in the place of a file, and one beside",
      (folder: string) => {
        renameSync(within("report.txt")(folder), join(folder, "kept"));
        symlinkSync("../kept", within("report.txt")(folder));
        symlinkSync("/etc", within("etc")(folder));
      },
      [
        "report.txt: the file was taken away",
        "etc: it is a link, and is no part of an edition",
        "report.txt: it is a link, and is no part of an edition",
      ],
    ],
    [
      "sums that were written anew",
      (folder: string) => {
        const path = within("SHA256SUMS")(folder);
        writeFileSync(path, readFileSync(path, "utf8").split("\n").slice(1).join("\n"));
      },
      [
        "edition.json: the file was added, and nobody has signed it",
        `SHA256SUMS.minisig: SHA256SUMS is not what was signed with the key ${keyNumber(key)}`,
      ],
    ],
    [
      "sums that name what is elsewhere",
      (folder: string) => writeFileSync(within("SHA256SUMS")(folder), `${"0".repeat(64)}  ../../etc/passwd\n`),
      [
        "SHA256SUMS: ../../etc/passwd leads out of the folder",
        `SHA256SUMS.minisig: SHA256SUMS is not what was signed with the key ${keyNumber(key)}`,
      ],
    ],
    [
      "a comment that was changed",
      (folder: string) => {
        const path = within("SHA256SUMS.minisig")(folder);
        writeFileSync(path, readFileSync(path, "utf8").replace("2005-H2", "2005-H1"));
      },
      ["SHA256SUMS.minisig: the comment is not what was signed"],
    ],
    [
      "no signature",
      (folder: string) => rmSync(within("SHA256SUMS.minisig")(folder)),
      ["SHA256SUMS.minisig: there is no such file"],
    ],
    [
      "the right signature of another edition",
      (folder: string) => seal(join(folder, "2005-H2"), plainEdition("2005-H2"), "edition 2005-H1"),
      ["SHA256SUMS.minisig: the signature is of something else than what the folder says of itself"],
    ],
    [
      "a signature of another key",
      (folder: string) => seal(join(folder, "2005-H2"), plainEdition("2005-H2"), "edition 2005-H2", {by: other}),
      [`SHA256SUMS.minisig: SIGNED WITH ANOTHER KEY: ${keyNumber(other)}, and not ${keyNumber(key)}, which you gave`],
    ],
    [
      "a list of keys that was changed",
      (folder: string) => {
        const path = join(folder, "keys.txt");
        writeFileSync(path, readFileSync(path, "utf8").replace("2006-01-15", "2005-01-15"));
      },
      ["keys.txt:2: the line, or one before it, is not what was signed"],
    ],
    [
      "a key that is not to be trusted any more",
      (folder: string) => {
        const path = join(folder, "keys.txt");
        const list = addKey(readFileSync(path, "utf8"), other, null, "2006-01-10");
        writeFileSync(path, revokeKey(list, key, other, "2006-01-10"));
      },
      [`SHA256SUMS.minisig: the key ${keyNumber(key)} is not to be trusted since 2006-01-10`],
    ],
    [
      "an erratum that was changed",
      (folder: string) => {
        const text = JSON.stringify({publication, period: "2005-H2", number: 1, date: "2006-02-01"});
        const own = join(folder, "2005-H2.errata/1");
        seal(own, {"erratum.json": text}, "erratum 1 of 2005-H2", {date: "2006-02-01"});
        writeFileSync(join(own, "erratum.json"), text.replace("2006-02-01", "2006-02-02"));
      },
      [
        "2005-H2.errata/1/erratum.json: the file was changed: its hash is another",
        "2005-H2.errata/1/SHA256SUMS.minisig: the signature is of something else than what the folder says of itself",
      ],
    ],
  ] as const) {
    test(what, async () => {
      using archive = new TestArchive();
      change(archive.copy("copy"));
      expect(told(await archive.verify("copy/2005-H2", {key}), 1)).toEqual(["differs", ...findings]);
    });
  }

  test("another key than the one that is remembered, as loudly as can be", async () => {
    using archive = new TestArchive();
    await archive.verify("published", {key});
    const copy = archive.copy("copy");
    seal(join(copy, "2005-H2"), plainEdition("2005-H2"), "edition 2005-H2", {by: other});
    writeFileSync(join(copy, "keys.txt"), beginKeyList(publication, other, "2006-01-15"));
    const [answer, finding] = told(await archive.verify("copy"), 1);
    expect(answer).toBe("differs");
    expect(finding).toContain("SIGNED WITH ANOTHER KEY");
    expect(finding).toContain(
      "which is remembered since 2026-11-30. The archive lists that key, and no key that is known",
    );
  });

  test("each edition of an archive by itself", async () => {
    using archive = new TestArchive();
    const copy = archive.copy("copy");
    seal(join(copy, "2006-H1"), plainEdition("2006-H1"), "edition 2006-H1");
    writeFileSync(join(copy, "2006-H1/report.txt"), "563 readers\n");
    const found = await archive.verify("copy", {key});
    expect(found.editions.map(({name}) => name)).toEqual(["2005-H2", "2006-H1"]);
    expect([told(found, 1, 0)[0], told(found, 1, 1)[0]]).toEqual(["verified", "differs"]);
    expect((await archive.verify("copy/2005-H2", {key})).editions).toHaveLength(1);
  });
});

describe("refused:", () => {
  const zipOf = (script: string) => (path: string) => {
    execFileSync(
      "python3",
      ["-c", `import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1],"w",8)\n${script}\nz.close()`, path],
      {
        stdio: "ignore",
      },
    );
  };
  for (const [what, make, fault] of [
    ["what is not there", () => undefined, "there is no such folder or file"],
    ["a folder without an edition", (path: string) => mkdirSync(path), "there is no edition"],
    [
      "a file that is no zip",
      (path: string) => writeFileSync(path, "text"),
      "it is a text by itself: nothing says who made it",
    ],
    ["a zip that grows", zipOf('z.writestr("edition.json",b"0"*9000000)'), "grows to more than 200 times"],
  ] as const) {
    test(what, async () => {
      using archive = new TestArchive();
      make(archive.at("place"));
      await expect(archive.verify("place")).rejects.toThrow(new RegExp(fault));
      await expect(archive.verify("place")).rejects.toMatchObject({code: "EDITION_REFUSED"});
    });
  }
});
