import {type ChildProcess, fork} from "node:child_process";
import {once} from "node:events";
import {appendFileSync, existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {setTimeout} from "node:timers/promises";
import {fileURLToPath} from "node:url";
import {afterAll, expect, test} from "vitest";
import {PeopledForum} from "../../forum/posts/people.ts";
import {chanceOf, manyOf} from "../sizes.ts";

const child = fileURLToPath(new URL("posts-child.ts", import.meta.url));
const place = new PeopledForum();
afterAll(() => place.remove());
const chance = chanceOf("kills of a forum's posts");
const told = join(place.folder, "told");
const [member, moderator] = [place.add("Ada"), place.add("Mod", {role: "moderator"})];
const newcomer = place.add("Newcomer", {isHeld: true});

async function killSoon(first: number): Promise<void> {
  // Whose posts are shown is held no more: this newcomer always is.
  place.ask("update person set held = 1, shown = 0 where id = ?", newcomer.id);
  const people = [member, newcomer, moderator].map(({id}) => String(id));
  const running: ChildProcess = fork(child, [place.folder, told, String(first), ...people], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const over = once(running, "exit");
  await once(running, "message");
  await setTimeout(5 + chance.below(120));
  running.kill("SIGKILL");
  const [, signal] = await over;
  expect(signal).toBe("SIGKILL");
}

/** What is not as it has to be, whatever was done until then; each question finds nothing in a sound file. */
const faults = {
  integrity: "select * from pragma_integrity_check where integrity_check <> 'ok'",
  "rows that belong to none": "select * from pragma_foreign_key_check",
  "a count of a thread":
    "select id from thread where posts <> (select count(*) from post where thread = thread.id and number is not null and state = 'shown')",
  "a number that was given twice or not at all":
    "select id from thread where numbers <> (select count(number) from post where thread = thread.id) or numbers <> (select coalesce(max(number), 0) from post where thread = thread.id)",
  "a thread that is seen without its first post":
    "select thread.id from thread join post on post.id = first_post where is_public = 1 and not (state = 'shown' or (state = 'withdrawn' and posts > 0))",
  "a count of a section":
    "select section from section_count where threads <> (select count(*) from thread where section = section_count.section and is_public = 1) or posts <> (select coalesce(sum(posts), 0) from thread where section = section_count.section and is_public = 1)",
  "a post that is found and not shown":
    "select rowid from found where rowid not in (select post.id from post join thread on thread.id = thread where state = 'shown' and is_public = 1)",
  "a post that is shown and not found":
    "select post.id from post join thread on thread.id = thread where state = 'shown' and is_public = 1 and (post.id not in (select rowid from found) or post.id not in (select rowid from found_signs))",
  "a hidden post without a decision": "select id from post where state = 'hidden' and decision is null",
  "a post that waits, and since when is not known":
    "select id from post where (state = 'held') <> (waiting_ms is not null)",
  "text that was taken back": "select id from post where state = 'withdrawn' and (source <> '' or html <> '')",
};

function faultsOf(path: string): string[] {
  const database = new DatabaseSync(path);
  try {
    for (const table of ["found", "found_signs"])
      database.exec(`insert into ${table} (${table}, rank) values ('integrity-check', 1)`);
    return Object.entries(faults).flatMap(([what, question]) =>
      database
        .prepare(question)
        .all()
        .map((row) => `${what}: ${JSON.stringify(row)}`),
    );
  } finally {
    database.close();
  }
}

test("whenever it is killed, what was told stands, each form has posted once at most, and what is counted and found is what is shown", async () => {
  place.forum.closeFile();
  const states = {
    posted: "shown",
    held: "held",
    show: "shown",
    hide: "hidden",
    changed: "shown",
    withdrawn: "withdrawn",
  };
  const untold = new Set<string>();
  for (let kill = 0; kill < manyOf({ci: 30, nightly: 200}); kill++) {
    await killSoon(kill * 1000);
    place.forum = place.open();
    expect(place.forum.log.verify()).toMatchObject({found: "whole"});
    expect(faultsOf(join(place.folder, "forum.sqlite"))).toEqual([]);
    const rows = existsSync(told)
      ? readFileSync(told, "utf8")
          .trim()
          .split("\n")
          .map((row) => row.split(" "))
      : [];
    const last = new Map<string, string>();
    for (const [act, post] of rows) if (act !== "posting") last.set(post!, states[act as keyof typeof states]);
    const now = new Map(place.ask("select id, state from post").map(({id, state}) => [String(id), String(state)]));
    // The act after the last that was told before a kill may have been done.
    for (const post of [...last.keys()].slice(-1)) untold.add(post);
    for (const [post, state] of last) if (!untold.has(post)) expect([post, now.get(post)]).toEqual([post, state]);
    for (const post of untold) expect([post, now.has(post)]).toEqual([post, true]);
    // Who was not told sends the form again.
    const [act, form = "", author = "", ...source] = rows.findLast(([name]) => name === "posting") ?? [];
    if (act !== undefined) {
      const again = {section: "general", title: "Sent again", source: source.join(" "), once: form};
      expect(["posted", "held", "again"]).toContain(place.forum.open(Number(author), again).outcome);
      expect(place.forum.open(Number(author), again).outcome).toBe("again");
      expect(place.ask("select count(*) as count from once where token = ?", form)).toEqual([{count: 1}]);
      const written = place.ask("select count(*) as count from post where source like ?", `${source[0]} %`);
      expect(Number(written[0]!["count"])).toBeLessThanOrEqual(1);
    }
    // What was held and not decided about any more would keep the newcomer from writing: ten wait at most.
    for (const {id, post, seen} of place.forum.queue()) {
      expect(place.forum.decide(moderator, id, {kind: "hide", rule: "spam", seen})).toEqual({outcome: "decided"});
      appendFileSync(told, `hide ${post}\n`);
    }
    place.forum.closeFile();
  }
  place.forum = place.open();
  // It was not killed before anything was done.
  for (const act of ["posted", "held", "hide", "changed", "withdrawn"])
    expect(readFileSync(told, "utf8")).toContain(`\n${act} `);
});
