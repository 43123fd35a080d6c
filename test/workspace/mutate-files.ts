import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import type {Chance} from "../../examples/second-half-2005/model/random.ts";
import {UserError} from "../../src/base/error.ts";
import {openDatabase} from "../../src/intake/places/database.ts";
import {readGrids} from "../../src/ledger/import/read-grids.ts";
import {examineLedger} from "../../src/ledger/ledger.ts";
import {readRankList} from "../../src/ledger/rank-list.ts";
import {readBlacklist} from "../../src/methodology/decisions/read.ts";
import {readOwnList} from "../../src/methodology/robots/lists/own-list.ts";
import {readAliases, readTitles} from "../../src/methodology/site/aliases-and-titles.ts";
import {readDepartments} from "../../src/methodology/site/departments.ts";
import {parseProse} from "../../src/report/commentary/parse-prose.ts";
import {readCommentary} from "../../src/report/commentary/read-commentary.ts";
import {parsePublished} from "../../src/report/restate/published.ts";
import {readConfig} from "../../src/workspace/config/config.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const example = join(root, "examples/second-half-2005");
const fixtures = join(root, "test/fixtures/ledger");
const robots = JSON.stringify([
  {pattern: "Mole\\b", last_changed: "2025-01-01"},
  {pattern: "^Newt/[0-9]", last_changed: "2024-01-01"},
]);
const networks = "# 2025-01-31\n192.0.2.0/27\n198.51.100.7 # office\n2001:db8::/48\n";

/** A kind of file that a person keeps or names: one that is good, and what reads it. */
export interface FileKind {
  readonly name: string;
  readonly good: Buffer;
  readonly read: (path: string) => unknown;
}

const files = (name: string, path: string, read: FileKind["read"]): FileKind => ({
  name,
  good: readFileSync(path),
  read,
});
const texts = (name: string, text: string, read: FileKind["read"]): FileKind => ({name, good: Buffer.from(text), read});
const place = {folder: ".", key: "k"};

/** Every kind. */
export const fileKinds: readonly FileKind[] = [
  files("broadsheet.yaml", join(example, "broadsheet.yaml"), readConfig),
  files("departments.csv", join(example, "departments.csv"), readDepartments),
  files("aliases.csv", join(example, "aliases.csv"), readAliases),
  files("titles.csv", join(example, "titles.csv"), readTitles),
  files("blacklist.csv", join(example, "blacklist.csv"), readBlacklist),
  files("places.mmdb", join(example, "places.mmdb"), async (path) => {
    const database = await openDatabase(path);
    for (const address of ["192.0.2.1", "2001:db8::1", "8.8.8.8"]) database.find(address);
  }),
  ...["editions", "mailings", "ranks", "history"].map((book) =>
    files(`${book}.csv`, join(example, "ledger", `${book}.csv`), (path) => examineLedger(join(path, ".."))),
  ),
  ...["workbook.xlsx", "workbook.ods", "workbook.xls", "never-calculated.xlsx"].map((name) =>
    files(name, join(fixtures, name), (path) => readGrids(path, name, ["date"])),
  ),
  files("grid.csv", join(example, "ledger", "editions.csv"), (path) => readGrids(path, "grid.csv", ["date", "issue"])),
  texts("ranks.txt", "1,a.example\n2,b.example\n3,c.example\n", (path) => readRankList(path, "ranks", ["b.example"])),
  texts("robots.json", robots, (path) => readOwnList({name: "own", file: path}, place)),
  texts("networks.txt", networks, (path) => readOwnList({name: "own", networks: path}, place)),
  texts("published.json", JSON.stringify({format: 1, period: "2005-07", on: "2005-08-01", report: {a: [1]}}), (path) =>
    parsePublished(readFileSync(path, "utf8"), path),
  ),
  files("2005-H2.md", join(example, "commentary", "2005-H2.md"), (path) =>
    parseProse(readCommentary(readFileSync(path, "utf8"), path), new Map()),
  ),
];

const bits = [
  ...[
    '"',
    "'",
    "\0",
    "\n",
    "\r",
    ",",
    ";",
    "\t",
    "[",
    "{",
    "}",
    "*a",
    "&a ",
    "!!",
    "<",
    ">",
    "<!DOCTYPE x>",
    "<!--",
    "---\n",
    "{{",
    "=1+1",
  ],
  ...[
    "\ufeff",
    "\u202e",
    "\x1b[31m",
    "9".repeat(400),
    "-1",
    "1e999",
    "__proto__",
    "constructor",
    "PK\x03\x04",
    "PK\x05\x06",
    "> ",
    "- ",
    "  ",
  ],
];

/** The bytes with one to four pieces changed, taken out, put in or said over and over. */
export function mutate(good: Buffer, chance: Chance): Buffer {
  let bytes = good;
  for (let left = 1 + chance.below(4); left > 0; left--) {
    const at = chance.below(bytes.length + 1);
    const end = Math.min(bytes.length, at + 1 + chance.skewedBelow(200));
    const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, end), bytes.subarray(end)];
    const bit = Buffer.from(chance.oneOf(bits));
    const way = chance.below(6);
    if (way === 0) bytes = Buffer.concat([before, piece.map((byte) => byte ^ (1 << chance.below(8))), after]);
    else if (way === 1) bytes = Buffer.concat([before, after]);
    else if (way === 2) bytes = Buffer.concat([before, bit, piece, after]);
    else if (way === 3)
      bytes = Buffer.concat([before, ...Array<Buffer>(1 + chance.skewedBelow(4000)).fill(bit), after]);
    else if (way === 4)
      bytes = Buffer.concat([before, ...Array<Buffer>(1 + chance.skewedBelow(400)).fill(piece), after]);
    else bytes = before;
  }
  return bytes;
}

/**
 * Reads changed files of every kind in turn.
 *
 * @returns What was thrown that no person can repair, with the kind and the file's number; nothing where all is well.
 */
export async function readMutated(
  count: number,
  chance: Chance,
  kinds: readonly FileKind[] = fileKinds,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-mutated-"));
  const bugs: string[] = [];
  try {
    for (let number = 0; number < count; number++) {
      const {name, good, read} = kinds[number % kinds.length]!;
      const own = join(folder, String(number));
      mkdirSync(own);
      if (name === "history.csv") cpSync(join(example, "ledger", "editions.csv"), join(own, "editions.csv"));
      writeFileSync(join(own, name), mutate(good, chance));
      try {
        await read(join(own, name));
      } catch (fault) {
        if (!(fault instanceof UserError)) bugs.push(`${name} ${number}: ${(fault as Error).stack ?? fault}`);
      }
      rmSync(own, {recursive: true, force: true});
    }
    return bugs;
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
