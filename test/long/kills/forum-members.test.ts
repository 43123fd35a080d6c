import {type ChildProcess, fork} from "node:child_process";
import {once} from "node:events";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {setTimeout} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {afterAll, expect, test} from "vitest";
import {ForumFolder} from "../../forum/forum-folder.ts";
import {chanceOf, manyOf} from "../sizes.ts";

const child = fileURLToPath(new URL("members-child.ts", import.meta.url));
const place = new ForumFolder();
afterAll(() => place.remove());
const chance = chanceOf("kills of a forum's members");
const told = join(place.folder, "told");

async function killSoon(first: number): Promise<void> {
  const running: ChildProcess = fork(child, [place.folder, told, String(first)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const over = once(running, "exit");
  await once(running, "message");
  await setTimeout(5 + chance.below(150));
  running.kill("SIGKILL");
  const [, signal] = await over;
  expect(signal).toBe("SIGKILL");
}

const count = (database: DatabaseSync, sql: string): number => Number(Object.values(database.prepare(sql).get()!)[0]);

test("whenever it is killed, who was told to be in is in, who was told to have left is nowhere, and nobody is half of either", async () => {
  place.forum.closeFile();
  for (let kill = 0; kill < manyOf({ci: 12, nightly: 200}); kill++) {
    await killSoon(kill * 1000);
    const {log, people, closeFile} = place.open();
    expect(log.verify()).toMatchObject({found: "whole"});
    const names = new Set<string>();
    for (let page = 1; ; page++) {
      const some = people.list({page});
      for (const {name} of some) names.add(name);
      if (some.length < 100) break;
    }
    closeFile();
    const rows = existsSync(told) ? readFileSync(told, "utf8").trim().split("\n") : [];
    const acts = new Map<string, string>();
    for (const row of rows) acts.set(row.slice(row.indexOf(" ") + 1), row.slice(0, row.indexOf(" ")));
    for (const [name, act] of acts) {
      if (act === "left") expect([name, names.has(name)]).toEqual([name, false]);
      if (act === "joined" || act === "in") expect([name, names.has(name)]).toEqual([name, true]);
    }
    const database = new DatabaseSync(join(place.folder, "forum.sqlite"), {readOnly: true});
    expect(database.prepare("pragma integrity_check").get()).toEqual({integrity_check: "ok"});
    expect(database.prepare("pragma foreign_key_check").all()).toEqual([]);
    // Each has the phrase and all eight codes, each knock too.
    const lacking = "phrase is null or 8 <> (select count(*) from recovery_code where person = person.id)";
    expect(count(database, `select count(*) from person where ${lacking}`)).toBe(0);
    expect(
      count(database, "select count(*) from knock where 8 <> (select count(*) from knock_code where knock = knock.id)"),
    ).toBe(0);
    expect(count(database, "select count(*) from person join knock on knock.look = person.look")).toBe(0);
    database.close();
  }
  place.forum = place.open();
  // It was not killed before anything was done.
  expect(readFileSync(told, "utf8")).toMatch(/^left /m);
});
