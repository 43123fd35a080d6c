import {spawnSync} from "node:child_process";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {addDecisions, type NewDecision} from "../../../src/methodology/decisions/append.ts";
import {parseDecisions, readDecisions} from "../../../src/methodology/decisions/read.ts";

const now = Date.UTC(2026, 2, 1, 12);
const decided: NewDecision = {
  entry: "192.0.2.10",
  from: null,
  until: null,
  decision: "robot",
  reason: "x",
  decidedBy: "A",
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-decisions-"));
  path = join(folder, "blacklist.csv");
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

const text = (): string => readFileSync(path, "utf8");

describe("killed in the middle of a decision", () => {
  const module = pathToFileURL(join(import.meta.dirname, "../../../src/methodology/decisions/append.ts")).href;

  /** Decides until it is killed at its nth call of the file system. */
  function decideUntil(call: number): void {
    const script = `
      import fs from "node:fs";
      import {syncBuiltinESMExports} from "node:module";
      let calls = -1_000_000;
      for (const name of ["openSync", "writeFileSync", "writeSync", "fsyncSync", "renameSync", "closeSync", "ftruncateSync"]) {
        const real = fs[name];
        fs[name] = (...given) => {
          if (++calls === ${call}) process.kill(process.pid, "SIGKILL");
          return real(...given);
        };
      }
      syncBuiltinESMExports();
      const {addDecisions} = await import(${JSON.stringify(module)});
      calls = 0;
      const one = (entry, decision) => ({entry, from: null, until: null, decision, reason: "x", decidedBy: "A"});
      addDecisions(${JSON.stringify(path)}, [one("192.0.2.10", "robot")], ${now});
      addDecisions(${JSON.stringify(path)}, [one("192.0.2.11", "reader")], ${now});
      addDecisions(${JSON.stringify(path)}, [one("192.0.2.12", "robot")], ${now});`;
    spawnSync(process.execPath, ["--input-type=module", "-e", script], {timeout: 20_000});
  }

  test("at any moment: what was decided before is there, and the file can be read", () => {
    const old = "entry,from,until,reason,decided_by,decided_on\n198.51.100.1,,,old,B,2025-01-02\n";
    const counts: number[] = [];
    for (let call = 1; call <= 30; call++) {
      writeFileSync(path, old);
      decideUntil(call);
      const rows = parseDecisions(text(), path);
      expect(rows[0]).toMatchObject({reason: "old", decidedBy: "B"});
      counts.push(rows.length);
      addDecisions(path, [{...decided, entry: "192.0.2.99"}], now);
      expect(readDecisions(path)).toHaveLength(rows.length + 1);
    }
    // From none of the three to all of them, and never back.
    expect(counts).toEqual(counts.toSorted());
    expect([counts[0], counts.at(-1)]).toEqual([1, 4]);
  });
});
