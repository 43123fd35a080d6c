import {afterEach, beforeEach, describe, expect, test} from "vitest";
import type {TestMember} from "../../forum/forum-folder.ts";
import {type Cookie, cookieOf, ForumWeb, hiddenValue} from "./forum-web.ts";

let web: ForumWeb;
let nora: TestMember;
let ann: TestMember;
beforeEach(async () => {
  web = new ForumWeb();
  nora = await web.joined("Nora", "moderator");
  ann = await web.joined("Ann");
});
afterEach(() => {
  expect(web.bugs).toEqual([]);
  web.remove();
});

/** Opens a thread through the form, and gives its number. */
async function open(as: Cookie, title: string, source: string): Promise<number> {
  web.later(2);
  const once = hiddenValue(await web.text("/forum/s/general/new", as), "once");
  const answer = await web.post("/forum/s/general/new", {title, source, once, step: "post"}, as);
  const [, thread] = /^\/forum\/t\/(\d+)/.exec(answer.headers.get("location") ?? "") ?? [];
  if (thread === undefined) throw new Error(`${answer.status} ${await answer.text()}`);
  return Number(thread);
}

/** Shows whatever waits, through the queue. */
async function showAll(): Promise<void> {
  for (;;) {
    const page = await web.text("/forum/queue", nora);
    const [, item] = /action="\/forum\/queue\/(\w+)"/.exec(page) ?? [];
    if (item === undefined) return;
    const answer = await web.post(`/forum/queue/${item}`, {kind: "show", seen: hiddenValue(page, "seen")}, nora);
    expect(answer.status).toBe(303);
  }
}

describe("joining", () => {
  test("with a code leads over a name and a pass phrase to eight recovery codes, and in", async () => {
    const {code} = web.forum.people.invite("member");
    const first = await web.post("/forum/join", {code});
    expect([first.status, first.headers.get("location")]).toEqual([303, "/forum/join/name"]);
    const joiner = cookieOf(first);
    expect((await web.get("/forum/join/phrase", joiner)).headers.get("location")).toBe("/forum/join/name");
    const taken = await web.post("/forum/join/name", {name: "Ann"}, joiner);
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringContaining("the name of somebody else")]);
    expect((await web.post("/forum/join/name", {name: "Ben"}, joiner)).status).toBe(303);
    const phrase = "seven green bicycles of Ben";
    const other = await web.post("/forum/join/phrase", {phrase, twice: "no", offered: ""}, joiner);
    expect(other.status).toBe(422);
    const chosen = await web.post("/forum/join/phrase", {phrase, twice: phrase, offered: ""}, joiner);
    expect(chosen.headers.get("location")).toBe("/forum/join/second");
    expect(await web.text("/forum/join/second", joiner)).toContain("Join without one");
    const done = await web.post("/forum/join/done", {}, joiner);
    expect((await done.text()).match(/<li><code>/g)).toHaveLength(8);
    expect(await web.text("/forum/", cookieOf(done))).toContain("<bdi>Ben</bdi></a> (member)");
    expect((await web.post("/forum/join", {code})).status).toBe(422);
  });

  test("by knocking is for a moderator to decide, and shut where it is shut", async () => {
    const phrase = "nine quiet herons over the weir";
    const form = {name: "Cleo", why: "I read <b>all</b> of it.", phrase, twice: phrase, offered: ""};
    const knocked = await web.post("/forum/knock", form);
    expect((await knocked.text()).match(/<li><code>/g)).toHaveLength(8);
    const early = await web.post("/forum/sign-in", {name: "Cleo", phrase, to: "/forum/"});
    expect([early.status, await early.text()]).toEqual([422, expect.stringContaining("Somebody looks at it")]);
    const queue = await web.text("/forum/queue", nora);
    expect(queue).toContain("Wants to join: <bdi>Cleo</bdi>");
    expect(queue).not.toContain("<b>all</b>");
    await showAll();
    const signedIn = await web.post("/forum/sign-in", {name: "Cleo", phrase, to: "/forum/rules"});
    expect(signedIn.headers.get("location")).toBe("/forum/rules");
    expect(cookieOf(signedIn)).not.toBeNull();
    expect((await web.post("/forum/joining", {joining: "shut"}, nora)).status).toBe(303);
    expect((await web.get("/forum/knock")).status).toBe(403);
    expect((await web.post("/forum/knock", {...form, name: "Dora"})).status).toBe(403);
  });
});

describe("a post", () => {
  test("of a newcomer is seen by its author and moderators alone until it is shown", async () => {
    const thread = await open(ann, "A late train", "It was *very* late.\n\n<script>alert(1)</script>");
    expect(await web.text(`/forum/t/${thread}`, ann)).toContain("Held: only you");
    expect((await web.get(`/forum/t/${thread}`)).status).toBe(404);
    expect(await web.text("/forum/")).not.toContain("A late train");
    await showAll();
    const page = await web.text(`/forum/t/${thread}`);
    expect(page).toContain("<em>very</em>");
    expect(page).toContain("&lt;script&gt;");
    expect(page).not.toContain("<script");
    expect(await web.text("/forum/log")).toContain(">showed<");
  });

  test("that is sent twice by a double click stands once; looked at, it is kept as a draft", async () => {
    const once = hiddenValue(await web.text("/forum/s/general/new", nora), "once");
    const form = {title: "Twice", source: "Once.", once};
    const looked = await (await web.post("/forum/s/general/new", {...form, step: "look"}, nora)).text();
    expect(looked).toContain("How it will look");
    expect(await web.text("/forum/s/general/new", nora)).toContain(">\nOnce.</textarea>");
    const [first, second] = [
      await web.post("/forum/s/general/new", {...form, step: "post"}, nora),
      await web.post("/forum/s/general/new", {...form, step: "post"}, nora),
    ];
    expect(first.headers.get("location")).toBe(second.headers.get("location"));
    expect((await web.text("/forum/s/general")).match(/>Twice</g)).toHaveLength(1);
    expect(await web.text("/forum/s/general/new", nora)).not.toContain("Once.");
  });

  test("of nobody is not lost: it stands on the page that asks to sign in", async () => {
    const source = 'Much "work" & <more>';
    const answer = await web.post("/forum/s/general/new", {title: "T", source, once: "0".repeat(32)});
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("Much &quot;work&quot; &amp; &lt;more&gt;</textarea>");
  });

  test("that was changed elsewhere meanwhile is not overwritten unseen", async () => {
    const thread = await open(nora, "Edits", "One.");
    const post = web.forum.thread(thread, {page: 1, viewer: nora})!.posts[0]!.id;
    const form = hiddenValue(await web.text(`/forum/p/${post}/edit`, nora), "seen");
    expect((await web.post(`/forum/p/${post}/edit`, {source: "Two.", seen: form}, nora)).status).toBe(303);
    const stale = await web.post(`/forum/p/${post}/edit`, {source: "Three.", seen: form}, nora);
    const page = await stale.text();
    expect([stale.status, page.includes("Two."), page.includes("Three.")]).toEqual([409, true, true]);
    const again = {source: "Three.", seen: hiddenValue(page, "seen")};
    expect((await web.post(`/forum/p/${post}/edit`, again, nora)).status).toBe(303);
    expect(await web.text(`/forum/p/${post}/earlier`, nora)).toContain("Two.");
  });

  test("answers others by their numbers, is found, and stands in the feeds", async () => {
    const thread = await open(nora, "München", "Über die Brücke.");
    web.later(2);
    const page = await web.text(`/forum/t/${thread}/reply?quotes=1`, nora);
    expect(hiddenValue(page, "once")).not.toBe("");
    const form = {source: "Dagegen.", quotes: "1", once: hiddenValue(page, "once")};
    expect((await web.post(`/forum/t/${thread}/reply`, form, nora)).status).toBe(303);
    expect(await web.text(`/forum/t/${thread}`)).toContain(`answers <a href="/forum/t/${thread}/1">1</a>`);
    expect(await web.text("/forum/search?q=munchen")).toContain("In “München”, post 1");
    expect(await web.text("/forum/atom.xml")).toContain("Dagegen.");
    const wrong = await web.post(`/forum/t/${thread}/reply`, {...form, quotes: "x"}, nora);
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("no post of that number")]);
  });

  test("is reported, hidden with a reason that its author sees, and appealed for", async () => {
    const thread = await open(ann, "Buy this", "Cheap.");
    await showAll();
    const post = web.forum.thread(thread, {page: 1, viewer: null})!.posts[0]!.id;
    const ben = await web.joined("Ben");
    const report = await web.post(`/forum/p/${post}/report`, {rule: "spam", words: "Look."}, ben);
    expect(await report.text()).toContain("It will be looked at");
    const queue = await web.text("/forum/queue", nora);
    expect(queue).toContain("Reported: spam");
    const seen = hiddenValue(queue, "seen");
    const without = await web.post(`/forum/queue/p${post}`, {kind: "hide", seen}, nora);
    expect(without.status).toBe(422);
    expect((await web.post(`/forum/queue/p${post}`, {kind: "hide", rule: "spam", seen}, nora)).status).toBe(303);
    const late = await web.post(`/forum/queue/p${post}`, {kind: "show", seen}, await web.joined("Olga", "moderator"));
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining("has decided that already")]);
    expect((await web.get(`/forum/t/${thread}`)).status).toBe(404);
    const own = await web.text(`/forum/t/${thread}`, ann);
    expect(own).toContain("Reason: spam");
    const [to] = /\/forum\/decisions\/\d+\/appeal/.exec(own) ?? [];
    expect((await web.post(to!, {words: "It is no spam."}, ann)).status).toBe(200);
    expect(await web.text("/forum/queue", nora)).toContain("It is no spam.");
  });
});

describe("the own account", () => {
  test("shows all that is kept as JSON, and leaving takes it away", async () => {
    const fresh = await web.post("/forum/sign-in", {name: "Ann", phrase: ann.phrase, to: "/forum/"});
    const token = cookieOf(fresh);
    const data = await web.get("/forum/account/data.json", token);
    expect(data.headers.get("content-type")).toBe("application/json; charset=utf-8");
    expect(JSON.stringify(await data.json())).toContain("Ann");
    expect(await web.text("/forum/account", token)).toContain("Your sessions");
    const left = await web.post("/forum/account/leave", {posts: "stay"}, token);
    expect(left.headers.get("set-cookie")).toContain("Max-Age=0");
    expect(left.headers.get("clear-site-data")).toContain("cookies");
    expect((await web.get("/forum/account", token)).status).toBe(303);
  });

  test("asks again before it is changed where that was long ago", async () => {
    web.later(20);
    expect((await web.get("/forum/account/phrase", ann)).headers.get("location")).toContain("/forum/again");
    expect(await web.text("/forum/again", ann)).toContain("Your pass phrase is asked for again");
    const sure = await web.post("/forum/again", {phrase: ann.phrase, to: "/forum/account/phrase"}, ann);
    expect(sure.headers.get("location")).toBe("/forum/account/phrase");
    expect((await web.get("/forum/account/phrase", cookieOf(sure))).status).toBe(200);
  });
});

test("an editor opens a thread about an edition once, and whoever opens it again is led to it", async () => {
  const olga = await web.joined("Olga", "editor");
  const form = {title: "The first half-year", source: "Ask here.", document: "", step: "post"};
  const send = (more: Record<string, string>, as: Cookie): Promise<Response> => {
    web.later(2);
    return web.post("/forum/s/general/new", {...form, ...more}, as);
  };
  const wrong = await send({edition: "2005-H3", once: "1".repeat(32)}, olga);
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("There is no such edition")]);
  const first = await send({edition: "2005-H1", once: "2".repeat(32)}, olga);
  const again = await send({edition: "2005-H1", once: "3".repeat(32)}, olga);
  const threadOf = ({headers}: Response): string | undefined => headers.get("location")?.split("#")[0];
  expect(threadOf(again)).toBe(threadOf(first));
  expect(await web.text(threadOf(first)!)).toContain("About the edition");
  expect((await send({edition: "2005-H1", once: "4".repeat(32)}, nora)).status).toBe(404);
  expect(await web.text("/forum/s/general/new", nora)).not.toContain('name="edition"');
});

test("a closed forum is read, and says so on every page", async () => {
  const thread = await open(nora, "Before", "Words.");
  web.forum.close({id: null, name: "operator", role: "editor"}, "We thank all.");
  const page = await web.text(`/forum/t/${thread}`);
  expect(page).toContain("This forum is closed since");
  expect(page).toContain("We thank all.");
  expect(page).not.toContain("/reply");
  const refused = await web.post("/forum/s/general/new", {title: "T", source: "S", once: "0".repeat(32)}, nora);
  expect(refused.status).toBe(422);
});
