import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll} from "vitest";
import {UserError} from "../../../src/base/error.ts";

/** A folder for the lists of one file of tests. */
export interface ListFolder {
  readonly path: string;
  /** Writes a list and gives its path. */
  write(name: string, content: string | Uint8Array): string;
}

/** Makes a folder that is gone when the tests of the file are done. */
export function makeListFolder(): ListFolder {
  const path = mkdtempSync(join(tmpdir(), "broadsheet-lists-"));
  afterAll(() => rmSync(path, {recursive: true, force: true}));
  return {
    path,
    write(name, content) {
      writeFileSync(join(path, name), content);
      return join(path, name);
    },
  };
}

/** The fault that a person can repair, which the work ends with. */
export function faultOf(work: () => unknown): UserError {
  try {
    work();
  } catch (fault) {
    if (fault instanceof UserError) return fault;
    throw fault;
  }
  throw new Error("nothing was refused");
}
