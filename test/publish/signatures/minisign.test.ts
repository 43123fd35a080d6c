import {spawnSync} from "node:child_process";
import {scryptSync} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {
  keyNumber,
  type PublicKey,
  parsePublicKey,
  printPublicKey,
  publicKeyFile,
} from "../../../src/publish/signatures/public-key.ts";
import {makeSigningKey, parseSigningKey, printSigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {signBytes} from "../../../src/publish/signatures/sign.ts";
import {checkSignature, parseSignature} from "../../../src/publish/signatures/signature.ts";
import {longTest} from "../../run/amounts.ts";

/*
 * Debian's minisign is the second method: what we sign it finds right, what it signs we do, and neither takes what was changed.
 */

const isThere = spawnSync("minisign", ["-v"]).status === 0;
const data = Buffer.from("0123456789abcdef  report.json\n");

describe.skipIf(!isThere && !process.env["CI"])("beside Debian's minisign", () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const run = (args: readonly string[], input = "") => {
    const {status, stdout, stderr} = spawnSync("minisign", args, {cwd: folder, input, encoding: "utf8"});
    return {status, said: stdout + stderr};
  };
  const theirs = (): PublicKey => parsePublicKey(readFileSync(at("their.pub"), "utf8"), "their.pub");
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "minisign-test-"));
    writeFileSync(at("data"), data);
    expect(run(["-G", "-W", "-p", "their.pub", "-s", "their.key"]).status).toBe(0);
  });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));

  const ours = makeSigningKey();
  const comments = {trusted: "broadsheet edition 2005-H2, Прибой ☭\tfile:data", untrusted: "an edition"};

  test("it finds our signature right, by the key's line and by its file, and prints the comment", () => {
    writeFileSync(at("data.minisig"), signBytes(data, ours, comments));
    writeFileSync(at("our.pub"), publicKeyFile(ours, "ours"));
    for (const key of [
      ["-P", printPublicKey(ours)],
      ["-p", "our.pub"],
    ]) {
      const {status, said} = run(["-V", "-H", "-m", "data", ...key]);
      expect(said).toContain("Signature and comment signature verified");
      expect(said).toContain(comments.trusted);
      expect(status).toBe(0);
    }
  });

  for (const [what, name, change] of [
    ["data", "data", () => Buffer.from("0123456789abcdee  report.json\n")],
    ["a comment", "data.minisig", (text: string) => text.replace("2005-H2", "2005-H1")],
  ] as const) {
    test(`it refuses ours with changed ${what}`, () => {
      writeFileSync(at("data"), data);
      const signed = signBytes(data, ours, comments);
      writeFileSync(at("data.minisig"), signed);
      writeFileSync(at(name), change(signed));
      expect(run(["-V", "-m", "data", "-P", printPublicKey(ours)]).status).toBe(1);
      writeFileSync(at("data"), data);
    });
  }

  test("it signs with our secret key, and we find that right", () => {
    writeFileSync(at("our.key"), printSigningKey(ours, "ours"));
    expect(run(["-S", "-W", "-s", "our.key", "-m", "data", "-x", "by-it.minisig", "-t", "by it"]).status).toBe(0);
    const signature = parseSignature(readFileSync(at("by-it.minisig"), "utf8"), "by-it.minisig");
    expect(checkSignature(data, signature, ours)).toBe("right");
    expect(signature.trustedComment).toBe("by it");
  });

  for (const [form, flags, isHashed] of [
    ["hashed", ["-H"], true],
    ["legacy", ["-l"], false],
  ] as const) {
    test(`we find its ${form} signature right, and refuse it over changed data and with a changed comment`, () => {
      expect(run(["-S", ...flags, "-s", "their.key", "-m", "data", "-x", "x.minisig", "-t", "as it was"]).status).toBe(
        0,
      );
      const text = readFileSync(at("x.minisig"), "utf8");
      const signature = parseSignature(text, "x.minisig");
      expect(signature.isHashed).toBe(isHashed);
      expect(checkSignature(data, signature, theirs())).toBe("right");
      expect(checkSignature(Buffer.concat([data, data]), signature, theirs())).toBe("file changed");
      const changed = parseSignature(text.replace("as it was", "as it is"), "x.minisig");
      expect(checkSignature(data, changed, theirs())).toBe("comment changed");
      expect(checkSignature(data, signature, makeSigningKey())).toBe("other key");
    });
  }

  test("we sign with its secret key, and it finds that right", () => {
    const key = parseSigningKey(readFileSync(at("their.key"), "utf8"), "their.key");
    expect(readFileSync(at("their.pub"), "utf8")).toContain(keyNumber(key));
    writeFileSync(at("data.minisig"), signBytes(data, key, comments));
    expect(run(["-V", "-m", "data", "-p", "their.pub"]).status).toBe(0);
  });

  // Four times two seconds of work for the processor, and a gigabyte: what a password of minisign's is to cost whoever guesses.
  longTest("we read its key that is locked with a password, and no other password opens it", () => {
    const made = run(["-G", "-f", "-p", "locked.pub", "-s", "locked.key"], "correct horse\ncorrect horse\n");
    expect(made.status, made.said).toBe(0);
    const text = readFileSync(at("locked.key"), "utf8");
    const key = parseSigningKey(text, "locked.key", "correct horse");
    expect(readFileSync(at("locked.pub"), "utf8")).toContain(printPublicKey(key));
    for (const wrong of ["wrong horse", "correct horse "]) {
      expect(() => parseSigningKey(text, "locked.key", wrong)).toThrow("the password is not that of the key");
    }
    expect(() => parseSigningKey(text, "locked.key")).toThrow("the key is locked with a password");
  });

  test("it refuses nothing that we write as a comment, whatever a publication is called", () => {
    for (const name of ["a\nb\0c\x1b[31m", "\u202eevil\u2066", "\ud800half", "x".repeat(20_000), "☕".repeat(5000)]) {
      const text = signBytes(data, ours, {trusted: name, untrusted: name});
      writeFileSync(at("data.minisig"), text);
      expect(run(["-V", "-m", "data", "-P", printPublicKey(ours)]).status).toBe(0);
      expect(checkSignature(data, parseSignature(text, "x"), ours)).toBe("right");
    }
  });
});

test("a key that is locked at the least that libsodium takes is opened by its password, and by no other", () => {
  const key = makeSigningKey();
  const [comment, body] = printSigningKey(key, "ours").trimEnd().split("\n") as [string, string];
  const bytes = Buffer.from(body, "base64");
  bytes.write("EdScB2", "latin1");
  bytes.fill("salt", 6, 38);
  // The limits that libsodium makes N = 2^10, r = 8, p = 1 of.
  bytes.writeBigUInt64LE(32_768n, 38);
  bytes.writeBigUInt64LE(16_777_216n, 46);
  const stream = scryptSync("correct horse", bytes.subarray(6, 38), 104, {N: 1024, r: 8, p: 1});
  for (const [place, byte] of stream.entries()) bytes[54 + place]! ^= byte;
  const text = `${comment}\n${bytes.toString("base64")}\n`;
  expect(parseSigningKey(text, "locked.key", "correct horse")).toEqual(key);
  for (const wrong of ["wrong horse", "correct horse "]) {
    expect(() => parseSigningKey(text, "locked.key", wrong)).toThrow("the password is not that of the key");
  }
  expect(() => parseSigningKey(text, "locked.key")).toThrow("the key is locked with a password");
});

test("the same bytes, key and comments give the same signature", () => {
  const key = makeSigningKey();
  const sign = () => signBytes(data, key, {trusted: "a", untrusted: "b"});
  expect(sign()).toBe(sign());
});
