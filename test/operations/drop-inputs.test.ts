import {cpSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {Catalogue} from "../../src/workspace/catalogue/catalogue.ts";
import {lineOf, linesFrom, Workshop} from "../intake/workshop.ts";
import {longTest} from "../run/amounts.ts";

let press: Workshop;
let other: Workshop;
beforeEach(() => {
  // Two workspaces with one key: what they say of the same logs is the same, byte for byte.
  [press, other] = [new Workshop(), new Workshop()];
  cpSync(press.store.key, other.store.key);
});
afterEach(() => {
  press.remove();
  other.remove();
});

const wanted = `${linesFrom(0, 60)}${lineOf(61, {day: "03/Feb/2026"})}no line\n`;
const mistaken = `${linesFrom(70, 90)}not one either\n`;

async function readInto(workshop: Workshop, logs: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(logs)) await workshop.ingest([workshop.write(name, text), "--quiet"]);
}

async function sayAll(workshop: Workshop): Promise<string[]> {
  const said: string[] = [];
  for (const words of [
    ["report", "2026-02", "--tables", "all", "--no-ranges", "--format", "json", "--quiet"],
    ["quarantine"],
    ["inputs"],
  ]) {
    const {stdout, status} = await workshop.run(...words);
    said.push(`${words.join(" ")}: ${status}\n${stdout}`);
  }
  return said;
}

function filesIn({store}: Workshop): string[] {
  return [store.facts, store.addresses, store.work].flatMap((folder) => readdirSync(folder)).sort();
}

describe("a workspace of which an input was taken out", () => {
  longTest("says what one says that never read it, has its files alone, and can read it again", async () => {
    await readInto(press, {"wanted.log": wanted, "mistaken.log": mistaken});
    const both = await sayAll(press);
    await readInto(other, {"wanted.log": wanted});
    const {status, stdout, stderr} = await press.run("inputs", "drop", "mistaken.log", "--yes");
    expect([status, stdout]).toEqual([
      0,
      "Took out 91 lines in 1 file. It can be read again with broadsheet ingest.\n",
    ]);
    expect(stderr).toBe("mistaken.log has 91 lines, 90 requests of February 2026.\n");
    expect(await sayAll(press)).toEqual(await sayAll(other));
    expect(filesIn(press)).toEqual(filesIn(other));
    await press.ingest([join(press.root, "mistaken.log"), "--quiet"]);
    expect(await sayAll(press)).toEqual(both);
  });

  longTest("says so, too, where the input had grown, in two files of facts", async () => {
    await readInto(press, {"wanted.log": wanted, "mistaken.log": mistaken});
    await readInto(press, {"mistaken.log": mistaken + linesFrom(200, 10)});
    await readInto(other, {"wanted.log": wanted});
    expect((await press.run("inputs", "drop", "mistaken.log", "--yes", "--quiet")).status).toBe(0);
    expect(await sayAll(press)).toEqual(await sayAll(other));
    expect(filesIn(press)).toEqual(filesIn(other));
  });

  test("holds no word of it in the catalogue", async () => {
    await readInto(press, {"wanted.log": wanted, "mistaken-by-name.log": mistaken});
    await press.run("inputs", "drop", "mistaken-by-name.log", "--yes", "--quiet");
    for (const name of readdirSync(press.store.folder).filter((one) => one.startsWith("catalogue"))) {
      expect(readFileSync(join(press.store.folder, name)).includes("mistaken-by-name")).toBe(false);
    }
  });
});

test("taking out is told what it rests on: months that were closed, reports that were published", async () => {
  await readInto(press, {"wanted.log": wanted});
  await press.run("publish", "2026-02", "--no-ranges", "--accept", "a test", "--quiet");
  await press.run("close", "2026-02", "--undecided", "--quiet");
  const {status, stderr} = await press.run("inputs", "drop", "wanted.log");
  expect(status).toBe(2);
  expect(stderr).toContain(`wanted.log has 62 lines, 61 requests of February 2026.
Closed: February 2026. Were it read again, no addresses of it would be kept.
Published: 2026-02. broadsheet restate shows what moves of it.
`);
  expect(press.inputs()).toHaveLength(1);
});

describe("an input is named", () => {
  beforeEach(() =>
    readInto(press, {"a/access.log": linesFrom(0, 3), "b/access.log": linesFrom(500, 3), "c.log": linesFrom(900, 2)}),
  );

  test("by its name, or by the first digits of its hash", async () => {
    const [first] = press.inputs();
    expect((await press.run("inputs", "drop", first!.sha256.slice(0, 12), "c.log", "--yes")).status).toBe(0);
    expect(press.inputs().map(({name}) => name)).toEqual(["access.log"]);
  });

  for (const [word, says] of [
    ["access.log", "2 inputs are named access.log"],
    ["nothing.log", "no input was read that is named nothing.log"],
    ["\x1b[2J", "no input was read that is named \\x1b[2J"],
  ] as const) {
    test(`${JSON.stringify(word)} names none or several: INPUT_UNKNOWN, and nothing is taken out`, async () => {
      const {status, stderr} = await press.run("inputs", "drop", "c.log", word, "--yes");
      expect([status, stderr.split("\n")[0]]).toEqual([3, `error INPUT_UNKNOWN: ${says}`]);
      expect(press.inputs()).toHaveLength(3);
    });
  }
});

longTest(
  "where it is cut off between rows and files, the files count no more and go with the next ingest",
  async () => {
    await readInto(press, {"wanted.log": wanted, "mistaken.log": mistaken});
    const before = filesIn(press);
    const catalogue = Catalogue.open(press.store.catalogue);
    const gone = catalogue.drop(catalogue.inputs().flatMap(({id, name}) => (name === "mistaken.log" ? [id] : [])));
    catalogue.close();
    expect([...gone].sort()).toEqual(before.filter((name) => gone.has(name)));
    expect(gone.size).toBe(3);
    await readInto(other, {"wanted.log": wanted});
    expect(await sayAll(press)).toEqual(await sayAll(other));
    writeFileSync(join(press.root, "mistaken.log"), mistaken);
    expect((await press.run("ingest", join(press.root, "mistaken.log"), "--quiet")).status).toBe(0);
    expect(filesIn(press)).toEqual(before);
  },
);
