import {chmodSync, mkdtempSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {keepKey, readKeptKey} from "../../../src/publish/signatures/kept-key.ts";
import {keyNumber} from "../../../src/publish/signatures/public-key.ts";
import {makeSigningKey} from "../../../src/publish/signatures/secret-key.ts";

test("the key is kept for its owner alone, read again, and refused where it is something else", () => {
  const folder = mkdtempSync(join(tmpdir(), "kept-key-test-"));
  try {
    const signing = join(folder, "signing-key");
    expect(readKeptKey({signing})).toBeNull();
    const key = makeSigningKey();
    keepKey({signing}, key, "The Example\nPress");
    expect(statSync(signing).mode & 0o777).toBe(0o600);
    expect(keyNumber(readKeptKey({signing})!)).toBe(keyNumber(key));
    chmodSync(signing, 0o600);
    writeFileSync(signing, "something else");
    expect(() => readKeptKey({signing})).toThrow(expect.objectContaining({code: "KEY_REFUSED", where: signing}));
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
});
