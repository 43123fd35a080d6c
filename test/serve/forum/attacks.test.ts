import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {TestMember} from "../../forum/posts/people.ts";
import {ForumWeb} from "./forum-web.ts";

/*
 * What a hostile reader or member tried, each once, and what has to come of it.
 */

let web: ForumWeb;
let author: TestMember;
let other: TestMember;
let moderator: TestMember;
beforeEach(() => {
  web = new ForumWeb();
  author = web.add("Ada");
  other = web.add("Ben");
  moderator = web.add("Mod", {role: "moderator"});
});
afterEach(() => {
  expect(web.bugs).toEqual([]);
  web.remove();
});

describe("a thread that was hidden", () => {
  let thread = 0;
  let answer = 0;
  let first = 0;
  beforeEach(() => {
    ({thread, post: first} = web.begin(author, "Lottery", "Win a car."));
    answer = web.reply(other, thread, "Call the zeppelin number.").post;
    expect(web.decide(moderator, first, "hide")).toBe("decided");
  });

  test("is not shown again by its author who takes the first post back", async () => {
    expect(web.forum.withdraw(author.id, first)).toBe("withdrawn");
    expect((await web.get(`/forum/t/${thread}`)).status).toBe(404);
    expect(await web.text("/forum/s/general")).not.toContain(`/forum/t/${thread}`);
    expect(await web.text("/forum/atom.xml")).not.toContain("zeppelin");
  });

  test("is in no index of the search, whatever those who answered change", () => {
    web.later(1);
    expect(web.forum.edit(other.id, answer, {source: "Call the zeppelin now.", seen: 1}).outcome).toBe("posted");
    expect(web.forum.search("zeppelin")).toEqual({found: [], pages: 0});
    expect(web.ask("select rowid from found")).toEqual([]);
  });
});

test("a post with characters that no XML may hold leaves the feed whole", async () => {
  web.begin(author, "Odd\uffff signs\ufffe", "one \uffff two \ufffe three");
  const feed = await web.text("/forum/atom.xml");
  expect(feed).toContain("one \ufffd two \ufffd three");
  expect(feed).not.toMatch(/[\ufffe\uffff]/);
});

describe("a page of another site that asks for one of the forum", () => {
  for (const path of ["/forum/sign-in/second", "/forum/sign-in/second?to=/forum/account"]) {
    test(`signs nobody out by ${path}, since it comes without the cookie`, async () => {
      const answer = await web.get(path);
      expect(answer.status).toBe(303);
      expect(answer.headers.get("clear-site-data")).toBeNull();
      expect(answer.headers.get("set-cookie")).toBeNull();
    });
  }
});

test("the largest pages that can be asked for are none, and no fault", async () => {
  web.begin(author, "Short");
  const most = "999999999999999";
  const paths = ["s/general", "t/1", "search", "log"].map(
    (path) => `/forum/${path}?${path === "log" ? "before" : "page"}=${most}`,
  );
  for (const path of [...paths, `/forum/search?q=short&page=${most}`, `/forum/t/${most}`, `/forum/p/${most}`])
    expect([path, (await web.get(path)).status < 500]).toEqual([path, true]);
  expect(web.forum.people.list({page: Number(most)})).toEqual([]);
});

test("of a draft that a closed forum does not keep it is not said that it was kept", async () => {
  const member = await web.joined("Cleo");
  web.forum.close({id: null, name: "", role: "editor"}, "Over.");
  const form = {title: "Later", source: "My only copy.", once: "0".repeat(32), step: "keep"};
  const answer = await web.post("/forum/s/general/new", form, member);
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("My only copy.");
  expect(web.forum.drafts.list(member.id)).toEqual([]);
});
