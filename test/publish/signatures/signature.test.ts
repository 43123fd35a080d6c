import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import {commentLine, trustedComment} from "../../../src/publish/signatures/comment.ts";
import {keyNumber, parsePublicKey, printPublicKey} from "../../../src/publish/signatures/public-key.ts";
import {makeSigningKey, parseSigningKey, printSigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {signBytes} from "../../../src/publish/signatures/sign.ts";
import {checkSignature, parseSignature} from "../../../src/publish/signatures/signature.ts";
import {amount} from "../../run/amounts.ts";

// From the first page of minisign's documentation.
const jedisct1 = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3";
const key = makeSigningKey();
const signed = signBytes(Buffer.from("data"), key, {trusted: "said", untrusted: "what it is"});

test("a public key is read and printed again", () => {
  expect(printPublicKey(parsePublicKey(jedisct1, "here"))).toBe(jedisct1);
  expect(printPublicKey(parsePublicKey(`untrusted comment: minisign public key\r\n${jedisct1}\r\n`, "x"))).toBe(
    jedisct1,
  );
});

test("the number of a key begins with no zero, as minisign prints it", () => {
  const numbers = ["5000000000000000", "0f00000000000001", "e7e8b442180f62e7"].map((id) => {
    return keyNumber({id: Buffer.from(id, "hex")});
  });
  expect(numbers).toEqual(["50", "10000000000000F", "E7620F1842B4E8E7"]);
});

test("a secret key is read and printed again", () => {
  const text = printSigningKey(key, "secret");
  expect(printSigningKey(parseSigningKey(text, "x"), "secret")).toBe(text);
});

describe("refused, with where it stood:", () => {
  const isRefused = (read: () => unknown, code: string) => {
    expect(read).toThrow(expect.objectContaining({code, where: "here"}));
  };
  for (const [what, text] of [
    ["nothing", ""],
    ["a key that lacks a letter", jedisct1.slice(1)],
    ["a key of another algorithm", `E${jedisct1.slice(1)}`],
    ["a key and something behind it", `${jedisct1}\nmore`],
    ["a secret key in the place of the public one", printSigningKey(key, "secret")],
  ] as const) {
    test(`as a public key, ${what}`, () => isRefused(() => parsePublicKey(text, "here"), "KEY_REFUSED"));
  }
  const secret = printSigningKey(key, "secret");
  const body = Buffer.from(secret.split("\n")[1]!, "base64");
  const withByte = (place: number, value: number) => {
    const changed = Buffer.from(body);
    changed[place] = value;
    return `untrusted comment: x\n${changed.toString("base64")}\n`;
  };
  for (const [what, text] of [
    ["a public key", jedisct1],
    ["one whose halves are not of one key", withByte(70, body[70]! ^ 1)],
    ["one of an unknown way with passwords", withByte(2, 7)],
    ["one that is cut", secret.slice(0, -9)],
  ] as const) {
    test(`as a secret key, ${what}`, () => isRefused(() => parseSigningKey(text, "here"), "KEY_REFUSED"));
  }
  test("as a secret key, one whose password would take all memory", () => {
    const greedy = Buffer.from(body);
    greedy.write("Sc", 2);
    greedy.writeBigUInt64LE(2n ** 40n, 46);
    const text = `untrusted comment: x\n${greedy.toString("base64")}\n`;
    isRefused(() => parseSigningKey(text, "here", "password"), "KEY_REFUSED");
  });
  const lines = signed.split("\n");
  for (const [what, text] of [
    ["nothing", ""],
    ["one without its comment", [lines[0], lines[1], lines[3]].join("\n")],
    ["one with a line behind it", `${signed}more\n`],
    ["one whose signature is cut", signed.replace(lines[1]!, lines[1]!.slice(4))],
    ["one whose Base64 is written otherwise", signed.replace(lines[3]!, lines[3]!.replace("==", "="))],
    ["one with a control character in its comment", signed.replace("said", "sa\x1b[31mid")],
  ] as const) {
    test(`as a signature, ${what}`, () => isRefused(() => parseSignature(text, "here"), "SIGNATURE_REFUSED"));
  }
});

test("whatever is changed of a signature, it is refused or not right", () => {
  const bytes = Buffer.from(signed);
  const start = signed.indexOf("\n") + 1;
  fc.assert(
    fc.property(fc.integer({min: start, max: bytes.length - 2}), fc.integer({min: 1, max: 255}), (place, flip) => {
      const changed = Buffer.from(bytes);
      changed[place]! ^= flip;
      let finding: string;
      try {
        finding = checkSignature(Buffer.from("data"), parseSignature(changed.toString("utf8"), "x"), key);
      } catch (fault) {
        expect(fault).toBeInstanceOf(UserError);
        return;
      }
      expect(finding).not.toBe("right");
    }),
    {numRuns: amount({few: 300, all: 5000}), seed: 2005},
  );
});

test("whatever text is read, it is a key or a signature or a fault that a person can mend", () => {
  const readers = [parsePublicKey, parseSigningKey, parseSignature];
  fc.assert(
    fc.property(fc.string({unit: "binary", maxLength: 300}), (text) => {
      for (const read of readers) {
        for (const whole of [text, `untrusted comment: ${text}`, `untrusted comment: \n${text}\ntrusted comment: \n`]) {
          try {
            read(whole, "x");
          } catch (fault) {
            expect(fault).toBeInstanceOf(UserError);
          }
        }
      }
    }),
    {numRuns: amount({few: 200, all: 5000}), seed: 2005},
  );
});

describe("a comment", () => {
  for (const [what, text, line] of [
    ["keeps its letters", "Прибой 报 ☕", "Прибой 报 ☕"],
    ["keeps its tabs", "a\tb", "a\tb"],
    ["is one line", "a\r\nb\u2028c", "a b c"],
    ["holds nothing that a terminal obeys", "a\x1b[2Jb\0", "a [2Jb"],
    ["holds nothing that turns the direction", "a\u202eb\u2066c", "a b c"],
    ["holds no half of a pair", "a\ud800b", "a b"],
  ] as const) {
    test(what, () => expect(commentLine(text, 100)).toBe(line));
  }
  test("is cut between two characters", () => expect(commentLine("☕☕☕", 7)).toBe("☕☕"));
  test("says what is signed, and of which day", () => {
    // date -u -d 2006-01-15 +%s
    const said = "broadsheet edition 2005-H2, The Example Press\ttimestamp:1137283200\tfile:SHA256SUMS";
    expect(trustedComment("edition 2005-H2, The Example Press", "2006-01-15", "SHA256SUMS")).toBe(said);
  });
});
