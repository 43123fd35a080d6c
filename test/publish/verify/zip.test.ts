import {execFileSync} from "node:child_process";
import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {crc32, deflateRawSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {key, TestArchive, told} from "./sealed.ts";
import {type Around, field, little, type Zipped, zipBytes} from "./zip-bytes.ts";

/** The files of the archive's edition, as they are packed. */
function filesOf(archive: TestArchive): Zipped[] {
  const names = readdirSync(archive.at("published/2005-H2"));
  return names.map((name) => ({name, text: readFileSync(archive.at(`published/2005-H2/${name}`), "utf8")}));
}

const renaming = (name: string, other: string): Buffer =>
  field(0x7075, Buffer.concat([little([1, 1], [crc32(Buffer.from(name)), 4]), Buffer.from(other)]));
const sizes = (crc: number, packed: number, bytes: number): Buffer =>
  Buffer.concat([Buffer.from("PK\x07\x08"), little([crc, 4], [packed, 4], [bytes, 4])]);
const evil = zipBytes([{name: "report.txt", text: "9999 readers\n"}]);
const hidden: Zipped = {name: "report.txt", text: "9999 readers\n", isHidden: true};

test("a zip with a folder in which nothing lies is told", async () => {
  using archive = new TestArchive();
  writeFileSync(archive.at("place.zip"), zipBytes([...filesOf(archive), {name: "lists/"}]));
  const found = await archive.verify("place.zip", {key});
  expect(told(found, 1)).toEqual(["differs", "lists: the folder was added, and nothing lies in it"]);
});

describe("a zip is verified that", () => {
  for (const [what, change, around] of [
    ["says what every program says", {}, {}],
    [
      "has times and owners in its fields",
      {extra: field(0x5455, little([1, 1], [0, 4])), localExtra: field(0x7875, little([1, 1]))},
      {},
    ],
    ["says sizes behind what was packed", {flags: 8, behind: sizes}, {}],
    ["says them without a mark", {flags: 8, behind: (...all) => sizes(...all).subarray(4)}, {}],
    ["is not packed", {method: 0}, {}],
    ["has a comment, as a forge writes it", {}, {comment: Buffer.from("8d7b1f02a47e58f1")}],
    ["says that its names are UTF-8", {flags: 0x800}, {}],
  ] as [string, Partial<Zipped>, Around][]) {
    test(what, async () => {
      using archive = new TestArchive();
      const files = filesOf(archive).map((file) => ({...file, ...change, name: `2005-H2/${file.name}`}));
      writeFileSync(archive.at("place.zip"), zipBytes([{name: "2005-H2/"}, ...files], around));
      const found = await archive.verify("place.zip", {key});
      expect(told(found, 1)).toEqual(["verified"]);
    });
  }

  test("zip writes, to a file and into a pipe", async () => {
    using archive = new TestArchive();
    const cwd = archive.at("published");
    execFileSync("zip", ["-qr", "../file.zip", "."], {cwd});
    writeFileSync(archive.at("piped.zip"), execFileSync("zip", ["-qr", "-", "2005-H2"], {cwd}));
    for (const name of ["file.zip", "piped.zip"]) {
      expect(told(await archive.verify(name, {key}), 1), name).toEqual(["verified"]);
    }
  });
});

describe("a zip is refused", () => {
  const named = (name: string): Zipped[] => [{name, text: "x"}];
  for (const [what, more, around, fault] of [
    ["with a name that Windows parts elsewhere", named("data\\report.txt"), {}, "has a \\\\ in it"],
    ["with a name that Windows cuts at a dot", named("report.txt."), {}, "ends with a dot or a blank"],
    ["with a name that Windows cuts at a blank", named("report.txt "), {}, "ends with a dot or a blank"],
    ["with a folder that Windows cuts", named("data./a.csv"), {}, "ends with a dot or a blank"],
    ["with a stream of Windows", named("report.txt:$DATA"), {}, "has a sign in it that Windows"],
    ["with a name that is short for another", named("REPORT~1.TXT"), {}, "something else on Windows"],
    ["with a device's name", named("data/nul.csv"), {}, "something else on Windows"],
    ["with signs that are not seen", [{name: "report\u200b.txt", flags: 0x800}], {}, "not seen"],
    ["with letters that each program reads its way", named("r\u00e9port.txt"), {}, "not every program reads the same"],
    [
      "with the same name in other accents",
      [
        {name: "a\u0301", flags: 0x800},
        {name: "\u00e1", flags: 0x800},
      ],
      {},
      "in other letters",
    ],
    ["with the same name in capitals", named("Report.TXT"), {}, "in other letters"],
    ["with a name twice", named("report.txt"), {}, "stands there twice"],
    ["with a file that is a folder elsewhere", named("report.txt/"), {}, "it is a file and that it is a folder"],
    ["with a folder in a file", [{name: "report.txt/"}], {}, "is a file and a folder"],
    ["with a name that goes upwards", named("../report.txt"), {}, "leads out of the folder"],
    ["with an absolute name", named("/tmp/report.txt"), {}, "is absolute"],
    ["with a drive", named("C:report.txt"), {}, "is absolute"],
    [
      "with a field that renames",
      [{name: "a.txt", extra: renaming("a.txt", "report.txt")}],
      {},
      "field \\(0x7075\\) that can give",
    ],
    [
      "with a field that renames where the file stands",
      [{name: "a.txt", localExtra: renaming("a.txt", "report.txt")}],
      {},
      "field \\(0x7075\\)",
    ],
    ["with sizes in a field", [{name: "a.txt", extra: field(1, Buffer.alloc(16))}], {}, "field \\(0x0001\\)"],
    ["with fields that break off", [{name: "a.txt", extra: Buffer.from("55540900", "hex")}], {}, "fields are damaged"],
    [
      "with two names for a file",
      [{name: "a.txt", localName: "b.txt"}],
      {},
      "has another name in the zip's directory than where it stands: b.txt",
    ],
    ["with two ways to read a file", [{name: "a.txt", localFlags: 2}], {}, "says something else of the file than what"],
    ["with two hashes of a file", [{name: "a.txt", text: "x", localCrc: 5}], {}, "what stands before it"],
    ["with two lengths of a file", [{name: "a.txt", text: "xy", method: 0, bytes: 1}], {}, "has two lengths"],
    [
      "with another length behind a file",
      [{name: "a.txt", flags: 8, behind: (crc, packed) => sizes(crc, packed, 9)}],
      {},
      "what stands behind it",
    ],
    [
      "with a file whose end nobody can tell",
      [{name: "a.txt", text: "x", method: 0, flags: 8, behind: sizes}],
      {},
      "said behind it alone",
    ],
    [
      "with another file behind a content",
      [{name: "a.txt", text: "x", packedTail: evil}],
      {},
      "something stands behind a file's content",
    ],
    ["with a file that is encrypted", [{name: "a.txt", flags: 1}], {}, "is encrypted"],
    ["with a file that is packed otherwise", [{name: "a.txt", method: 12}], {}, "not read \\(method 12\\)"],
    ["with a file of a later form", [{name: "a.txt", needed: 45}], {}, "in a way that is not read"],
    ["with two forms of a file", [{name: "a.txt", localNeeded: 10}], {}, "what stands before it"],
    ["with a file that lies elsewhere", [{name: "a.txt", disk: 1}], {}, "lies in another file"],
    ["with a link", [{name: "a.txt", attributes: 0o120777 * 2 ** 16}], {}, "holds a link"],
    ["with a pipe", [{name: "a.txt", attributes: 0o10644 * 2 ** 16}], {}, "holds a link"],
    ["with a file that is a folder of DOS", [{name: "a.txt", attributes: 0x10}], {}, "that it is a folder"],
    ["with a file that its directory does not name", [hidden], {}, "that its directory does not name"],
    ["with something between its files", [{name: "a.txt", before: evil}], {}, "does not name"],
    ["with something before its directory", [], {beforeDirectory: evil}, "does not name"],
    ["with something before its end", [], {beforeEnd: Buffer.alloc(4)}, "between its parts"],
    ["with something before it", [], {before: Buffer.from("#!/bin/sh\n")}, "neither a zip nor a PDF"],
    ["with something behind it", [], {after: Buffer.from("\n")}, "behind it"],
    ["with another zip behind it", [], {after: evil}, "before the zip, behind it"],
    ["with another end in its comment", [], {comment: evil.subarray(-22)}, "before the zip, behind it|does not name"],
    ["with fewer files than it says", [], {count: 9}, "directory is damaged"],
    ["with as many files as no other", [], {count: 0xffff}, "very large ones"],
    [
      "with an end of the larger form",
      [],
      {beforeEnd: Buffer.concat([Buffer.from("PK\x06\x07"), Buffer.alloc(16)])},
      "very large ones",
    ],
    ["that breaks off", [], {after: Buffer.alloc(70_000)}, "breaks off"],
    ["with a file that says to be larger", [{name: "a.txt", text: "x", bytes: 2 ** 31}], {}, "more than any archive"],
  ] as [string, Zipped[], Around, string][]) {
    test(what, async () => {
      using archive = new TestArchive();
      writeFileSync(archive.at("place.zip"), zipBytes([...filesOf(archive), ...more], around));
      const verified = archive.verify("place.zip", {key});
      await expect(verified).rejects.toThrow(new RegExp(fault));
      await expect(verified).rejects.toMatchObject({code: "EDITION_REFUSED"});
    });
  }

  test("where a content is not what the zip says of it", async () => {
    using archive = new TestArchive();
    const zip = zipBytes(filesOf(archive).map((file) => ({...file, method: 0})));
    zip[zip.indexOf("562 readers")]! ^= 1;
    writeFileSync(archive.at("place.zip"), zip);
    await expect(archive.verify("place.zip", {key})).rejects.toThrow("the zip is damaged");
  });

  test("where what is packed does not end", async () => {
    using archive = new TestArchive();
    const packed = deflateRawSync("562 readers\n".repeat(99));
    const zip = zipBytes([...filesOf(archive), {name: "a.txt", text: "562 readers\n".repeat(99)}]);
    zip[zip.indexOf(packed)]! &= 0xfe;
    writeFileSync(archive.at("place.zip"), zip);
    await expect(archive.verify("place.zip", {key})).rejects.toThrow(/damaged|behind a file's content/);
  });
});
