import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, test} from "vitest";
import {forumMonths} from "../../../src/operations/forum/figures.ts";
import {PeopledForum} from "../../forum/posts/people.ts";

test("a workspace without a forum has no months of one", () => {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-no-forum-"));
  expect(forumMonths(folder)).toEqual([]);
  rmSync(folder, {recursive: true});
});

test("what happened in a forum is told by the month, from its first until now", () => {
  const place = new PeopledForum();
  const [ann, moderator] = [place.add("Ann"), place.add("Mo", {role: "moderator"})];
  const newcomer = place.add("Newcomer", {isHeld: true});
  const {thread} = place.begin(ann, "One");
  const held = place.reply(newcomer, thread, "Held.");
  place.later(89);
  place.decide(moderator, held.post, "hide", "spam");
  place.days(30);
  place.reply(ann, thread, "Later.");
  // Ann joined in October by the file; posts are of 5 November and 5 December.
  const rows = forumMonths(join(place.folder, ".."), () => place.clock);
  const head = place.forum.log.head();
  expect(rows).toEqual([
    {month: "2026-10", members: 3, posts: 0, threads: 0, held: 0, hidden: [], waits: [], head},
    {
      month: "2026-11",
      members: 3,
      posts: 1,
      threads: 1,
      held: 1,
      hidden: [{rule: "spam", posts: 1}],
      waits: [89],
      head,
    },
    {month: "2026-12", members: 3, posts: 1, threads: 0, held: 0, hidden: [], waits: [], head},
  ]);
  place.remove();
});
