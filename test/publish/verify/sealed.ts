import {cpSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {makeSigningKey, type SigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {beginKeyList} from "../../../src/publish/signatures/sign-key-list.ts";
import {type Verification, type VerifyRequest, verifyPlace} from "../../../src/publish/verify/verify.ts";
import {sealFolder} from "../seal.ts";
import {setHere} from "./set-here.ts";

export const publication = "The Example Press";
export const key = makeSigningKey();

/** Writes files with their sums and the signature of those. */
export function seal(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  what: string,
  {by = key, date = "2006-01-15"}: {readonly by?: SigningKey; readonly date?: string} = {},
): void {
  sealFolder(folder, files, {what, by, date});
}

/** What somebody asks who has nothing but the edition. */
export const alone = {
  ...{against: null, store: null, logs: null, key: null, ours: null},
  ...{hasTrust: false, versions: process.versions},
} as const;

/** The least that an edition has. */
export function plainEdition(period: string, date = "2006-01-15"): Record<string, string> {
  return {"edition.json": JSON.stringify({publication, period, date}), "report.txt": "562 readers\n"};
}

/** A folder of its own for a test, with an archive of one edition in `published/`. */
export class TestArchive implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), "verify-test-"));

  constructor() {
    seal(this.at("published/2005-H2"), plainEdition("2005-H2"), "edition 2005-H2");
    writeFileSync(this.at("published/keys.txt"), beginKeyList(publication, key, "2006-01-15"));
  }

  at(path: string): string {
    return join(this.folder, path);
  }

  /** A copy of the archive, to be changed. */
  copy(name: string): string {
    cpSync(this.at("published"), this.at(name), {recursive: true});
    return this.at(name);
  }

  verify(place: string, more: Partial<VerifyRequest> = {}): Promise<Verification> {
    const own = {place, cwd: this.folder, knownKeys: this.at("known-keys"), today: "2026-11-30"};
    return verifyPlace({...alone, ...own, ...more}, {}, setHere);
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, {recursive: true, force: true});
  }
}

/** What a level answered, and what it found, as lines. */
export function told(found: Verification, level: number, edition = 0): readonly string[] {
  const own = found.editions[edition]!.levels.find((one) => one.level === level)!;
  return [own.answer, ...own.findings.map(({file, cause}) => `${file}: ${cause}`)];
}
