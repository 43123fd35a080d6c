import {join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {Staging} from "../../../src/forum/ends/staging.ts";
import {PeopledForum} from "../posts/people.ts";

const opened: PeopledForum[] = [];
function made(...given: ConstructorParameters<typeof PeopledForum>): PeopledForum {
  const forum = new PeopledForum(...given);
  opened.push(forum);
  return forum;
}
afterEach(() => {
  for (const one of opened.splice(0)) one.remove();
});

/** Two threads with a quote, a change, a hidden post, one taken back, one that is held, and one without a name. */
function lived(): PeopledForum {
  const place = made();
  const [ann, bob] = [place.add("Ann"), place.add("Bob")];
  const newcomer = place.add("Newcomer", {isHeld: true});
  const moderator = place.add("Mo", {role: "moderator"});
  const first = place.begin(ann, "Print", "Is **print** dead?");
  place.reply(bob, first.thread, "No.", [1]);
  const rude = place.reply(bob, first.thread, "Rude words.");
  const back = place.reply(ann, first.thread, "I take this back.");
  place.reply(newcomer, first.thread, "Nobody has looked at this.");
  place.decide(moderator, rude.post, "hide", "personal-attack");
  place.forum.withdraw(ann.id, back.post);
  place.days(1);
  const second = place.begin(bob, "中文报纸", "你好 https://example.org/ *a*");
  place.forum.edit(bob.id, second.post, {source: "changed", seen: 1});
  place.reply(ann, first.thread, "Later.", [2]);
  place.decide(moderator, place.begin(newcomer, "Held thread").post, "hide", "spam");
  return place;
}

test("an export holds all that is public, and nothing else", () => {
  const text = [...lived().forum.exportLines()].join("\n");
  expect(text.split("\n").map((line) => Object.keys(JSON.parse(line))[0])).toEqual([
    "format",
    "thread",
    "post",
    "post",
    "post",
    "post",
    "post",
    "thread",
    "post",
    "row",
    "row",
  ]);
  for (const shown of ["Is **print** dead?", "No.", "Later.", "changed", "中文报纸", "personal-attack"])
    expect(text).toContain(shown);
  for (const kept of ["Rude words", "take this back", "Nobody has looked", "你好", "Held thread"])
    expect(text).not.toContain(kept);
});

test("an export that is taken into an empty forum is exported again byte for byte, and is read and found there", () => {
  const lines = [...lived().forum.exportLines()];
  const other = made();
  expect(other.forum.takeInOwn(lines)).toEqual({threads: 2, posts: 6, rows: 2});
  expect([...other.forum.exportLines()]).toEqual(lines);
  expect(other.forum.log.verify()).toMatchObject({found: "whole", rows: 2});
  expect(other.forum.threads({page: 1}).threads.map(({title, posts}) => [title, posts])).toEqual([
    ["Print", 3],
    ["中文报纸", 1],
  ]);
  const thread = other.forum.thread(1, {page: 1, viewer: null});
  expect(thread?.posts.map(({number, state, author, quotes}) => [number, state, author?.name ?? null, quotes])).toEqual(
    [
      [1, "shown", "Ann", []],
      [2, "shown", "Bob", [1]],
      [3, "hidden", null, []],
      [4, "withdrawn", null, []],
      [5, "shown", "Ann", [2]],
    ],
  );
  expect(other.forum.search("print", {page: 1}).found.map(({number}) => number)).toEqual([1]);
  expect(other.forum.search("words", {page: 1}).found).toEqual([]);
});

test("nobody can take the name of somebody who wrote in what was taken in, nor sign in by it", async () => {
  const other = made();
  other.forum.takeInOwn(lived().forum.exportLines());
  await expect(other.joined("Ann")).rejects.toThrow("like-another");
});

for (const [what, change, told] of [
  [
    "a row of the log was changed",
    (lines: string[]) => lines.map((line) => line.replace('"act":"hidden"', '"act":"shown"')),
    /row 1 of its moderation log does not hold/,
  ],
  ["the last line is missing", (lines: string[]) => lines.slice(0, -1), /breaks off/],
  ["a post is missing", (lines: string[]) => lines.toSpliced(3, 1), /breaks off, or lines of it are missing/],
  ["a post stands twice", (lines: string[]) => lines.toSpliced(3, 0, lines[3]!), /stand in no order/],
  ["a line is no JSON", (lines: string[]) => lines.with(3, "{"), /line 4 cannot be used/],
  [
    "a post has a name more than it may",
    (lines: string[]) => lines.with(2, lines[2]!.replace("{", '{"html":"<script>",')),
    /line 3 cannot be used/,
  ],
  [
    "a text is too long",
    (lines: string[]) => lines.with(2, JSON.stringify({...JSON.parse(lines[2]!), text: "x".repeat(8001)})),
    /more than a post may have/,
  ],
  [
    "a section is not known",
    (lines: string[]) => [lines[0]!.replace('"general"', '"other"'), ...lines.slice(1)],
    /no section other/,
  ],
  ["it is something else", () => ["hello"], /does not begin as an export/],
  ["it is empty", () => [], /it is empty/],
] as const) {
  test(`an export of which ${what} is refused, and nothing of it is taken`, () => {
    const lines = [...lived().forum.exportLines()];
    const other = made();
    expect(() => other.forum.takeInOwn(change(lines))).toThrow(told);
    expect(
      other.ask(
        "select (select count(*) from post) + (select count(*) from person) + (select count(*) from log) as rows",
      ),
    ).toEqual([{rows: 0}]);
  });
}

test("an export is not taken into a forum that has anything", () => {
  const place = lived();
  expect(() => place.forum.takeInOwn(place.forum.exportLines())).toThrow(/not empty/);
});

function staged(place: PeopledForum, fill: (staging: Staging) => void): Staging {
  const staging = new Staging(join(place.folder, "import.sqlite"));
  fill(staging);
  staging.finish();
  return staging;
}

test("threads of another forum stand behind those that are there, in the order of their days, under names that are nobody's here", () => {
  const place = lived();
  const staging = staged(place, (into) => {
    into.thread({id: 9, section: "GENERAL", title: "Newer\u202e", day: "2019-05-01"});
    into.thread({id: 4, section: "General", title: "", day: "2018-05-01"});
    into.thread({id: 5, section: "General", title: "Without a post", day: "2018-05-01"});
    into.post({thread: 9, place: 2, author: "Ann", day: "2019-05-02", text: "second"});
    into.post({thread: 9, place: 1, author: null, day: "2019-05-01", text: "first <b>"});
    into.post({thread: 4, place: 7, author: "Аnn", day: "2018-05-01", text: "x".repeat(9000)});
    into.post({thread: 4, place: 8, author: "Ann", day: "2018-05-01", text: " \u200b "});
  });
  expect(place.forum.takeInForeign(staging, {from: "phpbb"})).toEqual({threads: 2, posts: 4});
  staging.close();
  expect([...staging.leftOut]).toEqual([["empty", 2]]);
  const taken = place.forum.threads({page: 1}).threads;
  expect(taken.map(({title, posts, by}) => [title, posts, by])).toEqual([
    ["Newer", 2, null],
    ["…", 2, "Аnn (2)"],
    ["Print", 3, "Ann"],
    ["中文报纸", 1, "Bob"],
  ]);
  const newer = place.forum.thread(taken[0]!.id, {page: 1, viewer: null});
  expect(newer?.posts.map(({html, author}) => [html.replaceAll(' dir="auto"', ""), author?.name])).toEqual([
    ["<p>first &lt;b&gt;</p>", undefined],
    ["<p>second</p>", "Ann (3)"],
  ]);
  expect(place.forum.log.rows({most: 1})).toMatchObject([
    {who: "", act: "taken-in", about: {from: "phpbb", threads: 2, posts: 4}},
  ]);
  expect(place.forum.log.verify().found).toBe("whole");
});

test("a forum without the sections of the other is told which to add", () => {
  const place = made();
  const staging = staged(place, (into) => {
    into.thread({id: 1, section: "Briefe & Antworten", title: "a", day: "2019-05-01"});
    into.post({thread: 1, place: 1, author: null, day: "2019-05-01", text: "b"});
  });
  expect(() => place.forum.takeInForeign(staging, {from: "discourse"})).toThrow(/no section briefe-antworten/);
  expect(place.forum.takeInForeign(staging, {from: "discourse", section: "general"}).threads).toBe(1);
  staging.close();
});

test("the chain of the log that was broken at any row is found at that row", () => {
  const place = made();
  const [bob, moderator] = [place.add("Bob", {isHeld: true}), place.add("Mo", {role: "moderator"})];
  for (let turn = 0; turn < 40; turn++) place.decide(moderator, place.begin(bob, `Thread ${turn}`).post, "show");
  const rows = place.ask("select max(number) as last from log")[0]!["last"] as number;
  for (let turn = 0; turn < 10; turn++) {
    const number = 1 + Math.floor(Math.random() * rows);
    const [row] = place.ask("select about from log where number = ?", number);
    place.ask("update log set about = ? where number = ?", '{"post":999}', number);
    expect(place.forum.log.verify()).toEqual({found: "changed", number});
    place.ask("update log set about = ? where number = ?", row!["about"] as string, number);
    expect(place.forum.log.verify().found).toBe("whole");
  }
});
