import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, test} from "vitest";
import {makeSigningKey, printSigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {linesFrom, Workshop} from "../../intake/workshop.ts";
import {publishNew} from "../edition-press.ts";
import {filesIn} from "./built.ts";

/*
 * The archive of what the commands themselves publish: an edition, countersigned, put right by an erratum, and another announced.
 */

let workshop: Workshop;
let output = "";

beforeAll(async () => {
  workshop = new Workshop();
  output = join(workshop.root, "public");
  await publishNew(workshop);
  const key = workshop.write("auditor.key", printSigningKey(makeSigningKey(), "an auditor's"));
  workshop.write("late.log", linesFrom(100, 20));
  await workshop.ingest(["late.log"]);
  for (const words of [
    ["announce", "2026-03", "--publish-on", "2026-04-10"],
    ["announce", "2026-04"],
    ["attest", "2026-02", "--key", key, "--name", "Jane Roe"],
    ["revise", "2026-02", "--reason", "a log came late"],
    // What was signed before stays under the key of then.
    ["key", "rotate"],
    ["site", "build", "--quiet"],
  ]) {
    const said = await workshop.run(...words);
    expect(said.status, `${words.join(" ")}: ${said.stderr}`).toBe(0);
  }
}, 120_000);

afterAll(() => workshop.remove());

const page = (path: string): string => readFileSync(join(output, path), "utf8");

test("editions, errata, announcements and keys are what was published, byte for byte", () => {
  const published = filesIn(join(workshop.folder, "published"));
  const editions = filesIn(join(output, "editions"));
  expect([...published.keys()].filter((path) => editions.get(path) !== published.get(path))).toEqual([]);
});

test("its pages tell of the erratum, of who countersigned, and of what is announced", () => {
  expect(page("editions/2026-02.html")).toContain("Corrected by 1 erratum.");
  expect(page("editions/2026-02.html")).toContain("Countersigned by <bdi>Jane Roe</bdi> on 2026-03-01");
  expect(page("errata/2026.html")).toContain("a log came late");
  expect(page("index.html")).toContain("March 2026, announced for 2026-04-10");
  expect(page("index.html")).toMatch(/April 2026, announced on \d{4}-\d\d-\d\d; the day of publication is not named/);
});

test("it is verified as what was published is", async () => {
  const said = await workshop.run("verify", "public/editions", "--remember");
  expect(said.status, said.stdout).toBe(0);
});

test("minisign and sha256sum verify it by the lines of its page", () => {
  const lines = /cd 2026-02\n(minisign [^\n]+)\n(sha256sum [^\n<]+)/.exec(page("editions/2026-02.html"))!;
  for (const line of lines.slice(1)) {
    const {status, stderr, error} = spawnSync(line, {
      cwd: join(output, "editions/2026-02"),
      shell: true,
      encoding: "utf8",
    });
    expect(error).toBeUndefined();
    expect(status, stderr).toBe(0);
  }
});
