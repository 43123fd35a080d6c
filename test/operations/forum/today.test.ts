import {chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {checkWorkspace} from "../../../src/operations/check/check-workspace.ts";
import {openStore} from "../../../src/operations/store/store.ts";
import {whatNeedsAPerson} from "../../../src/operations/today/tasks.ts";
import {PeopledForum} from "../../forum/posts/people.ts";

let folder: string;
let place: PeopledForum;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-today-forum-"));
  writeFileSync(
    join(folder, "broadsheet.yaml"),
    "publication: The Example Press\nforum:\n  origins: [https://forum.example.org]\n",
  );
  place = new PeopledForum();
});
afterEach(() => {
  place.remove();
  rmSync(folder, {recursive: true, force: true});
});

function putForum(): void {
  place.forum.closeFile();
  cpSync(place.folder, join(folder, "forum"), {recursive: true});
  place.forum = place.open();
}

const found = async () => (await checkWorkspace(folder, Date.now())).find(({name}) => name === "forum");

test("what waits in the forum needs a person, by its number and with the way there", async () => {
  const newcomer = place.add("Newcomer", {isHeld: true});
  place.begin(newcomer, "One");
  place.begin(newcomer, "Two");
  putForum();
  const {tasks} = await whatNeedsAPerson(openStore(folder));
  expect(tasks.filter(({about}) => about === "forum")).toEqual([
    {about: "forum", waiting: 2, address: "https://forum.example.org/forum/queue"},
  ]);
});

test("without a forum nothing of one is told", async () => {
  const {tasks} = await whatNeedsAPerson(openStore(folder));
  expect(tasks.filter(({about}) => about === "forum")).toEqual([]);
});

test("the check of a workspace looks at the forum: its log, and what waits", async () => {
  expect(await found()).toMatchObject({text: "none", faults: []});
  place.begin(place.add("Newcomer", {isHeld: true}), "One");
  const moderator = place.add("Mo", {role: "moderator"});
  place.decide(moderator, place.begin(place.add("Bob", {isHeld: true}), "Two").post, "show");
  putForum();
  expect(await found()).toMatchObject({text: "its log is whole, 1 row; 1 thing waits for a moderator", faults: []});
});

test("a log that was changed, and a forum that others may read, are faults of the check", async () => {
  const moderator = place.add("Mo", {role: "moderator"});
  place.decide(moderator, place.begin(place.add("Bob", {isHeld: true}), "Two").post, "show");
  place.ask("update log set who = 'nobody'");
  putForum();
  expect((await found())?.faults).toMatchObject([
    {what: "row 1 of the moderation log does not hold: it or the row before it was changed"},
  ]);
  chmodSync(join(folder, "forum", "forum.sqlite"), 0o644);
  expect((await found())?.faults).toHaveLength(1);
});
