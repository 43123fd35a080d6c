import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {sealOf} from "../../src/workspace/seal.ts";
import {lineOf, Workshop} from "../intake/workshop.ts";

let workshop: Workshop;
beforeEach(() => {
  workshop = new Workshop();
});
afterEach(() => workshop.remove());

const report = async (...words: string[]): Promise<string> => {
  const said = await workshop.run("report", "2026-02", "--tables", "none", "--no-ranges", ...words);
  expect([said.status, said.stderr.includes("error")]).toEqual([0, false]);
  return said.stderr;
};

/** What the workspace keeps in mind, as if the report had been made by other lists. */
function rememberOtherwise(change: (text: string) => string): void {
  const path = join(workshop.store.lists, "reports");
  const key = readFileSync(workshop.store.key, "utf8").trim();
  const [seal, text = ""] = readFileSync(path, "utf8").split("\n");
  expect(seal).toBe(sealOf(text, key));
  const other = change(text);
  writeFileSync(path, `${sealOf(other, key)}\n${other}`);
}

test("the first report after a list changed says which figures moved, and how to go by the former one; the next says nothing", async () => {
  workshop.write("a.log", lineOf(1) + lineOf(2));
  await workshop.ingest(["a.log"]);
  expect(await report()).toBe("");
  expect(await report()).toBe("");
  rememberOtherwise((text) =>
    text
      .replace(/("name":"isbot","version":")[^"]*(","sha256":")[^"]*/, "$15.0.0$2abcd1234")
      .replace(/("id":"readers","values":\[)\d+(\],"total":)\d+/, "$15$25"),
  );
  writeFileSync(join(workshop.store.lists, "isbot-5.0.0-abcd1234.json"), '[{"pattern": "firefox"}]');
  const said = await report();
  expect(said).toMatch(/^Since this report was made before, these are others: isbot 5\.0\.0 → \d/);
  expect(said).toContain("1 figure of the main table moved:\n  Distinct users, February 2026: 5 → 2\n");
  expect(said).toContain(
    "{from: 2026-02, until: 2026-02, robots: {lists: [{name: isbot, file: store/lists/isbot-5.0.0-abcd1234.json}]}}",
  );
  expect(said).not.toContain("too: what is kept");
  expect(await report()).toBe("");
});

test("where logs were read since, it says that they may have moved figures, too; where no figure moved, that none did", async () => {
  workshop.write("a.log", lineOf(1));
  await workshop.ingest(["a.log"]);
  await report();
  const older = (text: string): string =>
    text.replace(/("name":"Broadsheet","version":")[^"]*(","sha256":")[^"]*/, "$10.0.9$20.0.9");
  rememberOtherwise(older);
  expect(await report()).toMatch(
    /^Since .* Broadsheet 0\.0\.9 → .*\.\nNo figure of the main table is another for it\.\n$/,
  );
  rememberOtherwise(older);
  workshop.write("b.log", lineOf(5000));
  await workshop.ingest(["b.log"]);
  expect(await report()).toContain("Settings or logs are others, too");
});

test("reports otherwise are not kept in mind, and what others wrote is not believed", async () => {
  workshop.write("a.log", lineOf(1));
  await workshop.ingest(["a.log"]);
  await report("--methodology", "goaccess");
  expect(readdirSync(workshop.store.folder)).not.toContain("lists");
  await report();
  writeFileSync(join(workshop.store.lists, "reports"), '0\n[["2026-02"]]');
  expect(await report()).toBe("");
});

test("the lists that are kept are lists that a workspace can go by, with the same figures", async () => {
  workshop.write("a.log", lineOf(1) + lineOf(2).replace(/"[^"]*"\n$/, '"Mozilla/5.0 (compatible; Somebot/1.0)"\n'));
  await workshop.ingest(["a.log"]);
  await report();
  const before = (await workshop.report("2026-02")).account;
  const kept = readdirSync(workshop.store.lists).filter((name) => name.endsWith(".json"));
  expect(kept.map((name) => name.replace(/-[^-]*-[0-9a-f]{8}\.json$/, "").replace(/-2026-\d\d$/, "")).sort()).toEqual([
    "crawler-user-agents",
    "isbot",
  ]);
  const names = ["crawler-user-agents", "isbot"];
  const lists = names.map((name) => `{name: ${name}, file: store/lists/${kept.find((one) => one.startsWith(name))}}`);
  writeFileSync(
    join(workshop.folder, "broadsheet.yaml"),
    `publication: The Test Press\nmethodology:\n  robots: {lists: [${lists.join(", ")}, broadsheet]}\n`,
  );
  expect((await workshop.report("2026-02")).account).toEqual(before);
});
