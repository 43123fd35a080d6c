import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {openStore, type Store} from "../../../src/operations/store/store.ts";
import {makeWorkspace} from "../../../src/workspace/make-workspace.ts";

/** A workspace with files that people edit. */
export class PressWithFiles {
  readonly folder = join(mkdtempSync(join(tmpdir(), "broadsheet-files-")), "press");

  /** @param settings Lines of `broadsheet.yaml` beside the publication. */
  constructor(settings = "") {
    mkdirSync(this.folder);
    makeWorkspace(this.folder, `publication: The Test Press\n${settings}`);
  }

  /** Opened anew, as every look at it does. */
  get store(): Store {
    return openStore(this.folder, {worker: "a test"});
  }

  write(name: string, content: string | Uint8Array): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, content);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), "utf8");
  }

  remove(): void {
    rmSync(dirname(this.folder), {recursive: true, force: true});
  }
}
